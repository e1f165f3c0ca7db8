package arcade.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The gateway's signature of a notice: {@code t=seconds,v1=HMAC-SHA256(secret, t.body)}, over the raw bytes of the
 * body. Source: https://docs.stripe.com/webhooks/signature.
 */
final class GatewaySignature {
    private static final Duration TOLERANCE = Duration.ofSeconds(300);
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    GatewaySignature(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Whether the header signs these bytes, no more than five minutes ago or ahead. Compares in constant time. */
    boolean signs(byte[] body, String header, Instant now) {
        String time = "";
        boolean signed = false;
        for (String part : header.split(",", 20)) {
            if (part.startsWith("t=")) {
                time = part.substring(2);
            } else if (part.startsWith("v1=")) {
                signed |= isHmac(time, body, part.substring(3));
            }
        }
        return signed && isFresh(time, now);
    }

    private boolean isHmac(String time, byte[] body, String hex) {
        byte[] expected = HexFormat.of().formatHex(hmac(time, body)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, hex.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] hmac(String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update((time + '.').getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static boolean isFresh(String time, Instant now) {
        if (!time.matches("[0-9]{1,12}")) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now);
        return age.abs().compareTo(TOLERANCE) <= 0;
    }
}
