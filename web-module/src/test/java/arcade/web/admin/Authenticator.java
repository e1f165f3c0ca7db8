package arcade.web.admin;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app, written by itself: it shares no code with the shop. Each code it gives is of a later step. */
final class Authenticator {
    private static final Map<String, Long> LAST = new HashMap<>();

    private Authenticator() {}

    static String code(String secret) throws Exception {
        long present = Instant.now().getEpochSecond() / 30;
        long step = Math.max(LAST.getOrDefault(secret, present - 2) + 1, present - 1);
        while (step > Instant.now().getEpochSecond() / 30 + 1) {
            Thread.sleep(250);
        }
        LAST.put(secret, step);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(bytes(secret), "RAW"));
        byte[] sum = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int number = ByteBuffer.wrap(sum).getInt(sum[19] & 15) & 0x7fffffff;
        return String.format("%06d", number % 1_000_000);
    }

    private static byte[] bytes(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (char letter : base32.toCharArray()) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }
}
