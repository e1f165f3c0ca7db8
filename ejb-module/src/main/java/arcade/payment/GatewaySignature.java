package arcade.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The gateway's signature of a notice: {@code t=seconds,v1=HMAC-SHA256(secret, t.body)}, over the raw bytes of the
 * body. Source: https://docs.stripe.com/webhooks/signature.
 */
final class GatewaySignature {
    private static final Duration TOLERANCE = Duration.ofSeconds(300);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST_PARTS = 20;

    private final SecretKeySpec secret;

    GatewaySignature(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * Whether the header signs these bytes, no more than five minutes ago or ahead. It may carry several signatures (while a secret
     * is changed) and other schemes; one good {@code v1} is enough. Compares in constant time.
     *
     * <p>Hazard: exactly one time is allowed. With two, an old notice could be signed by its old time and pass as fresh by the other.
     */
    boolean signs(byte[] body, String header, Instant now) {
        List<String> parts = List.of(header.split(",", MOST_PARTS + 1));
        List<String> times = values(parts, "t=");
        if (parts.size() > MOST_PARTS || times.size() != 1 || !isFresh(times.get(0), now)) {
            return false;
        }
        byte[] expected = hmac(times.get(0), body);
        boolean signed = false;
        for (String value : values(parts, "v1=")) {
            signed |= isSame(expected, value);
        }
        return signed;
    }

    private static List<String> values(List<String> parts, String name) {
        return parts.stream()
                .filter(part -> part.startsWith(name))
                .map(part -> part.substring(name.length()))
                .toList();
    }

    private static boolean isSame(byte[] expected, String hex) {
        byte[] expectedHex = HexFormat.of().formatHex(expected).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expectedHex, hex.getBytes(StandardCharsets.UTF_8));
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
