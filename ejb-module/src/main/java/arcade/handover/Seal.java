package arcade.handover;

import static java.nio.charset.StandardCharsets.UTF_8;

import arcade.shared.Token;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Writes tickets as {@code id~expiry~host~HMAC-SHA256} and reads those that it wrote. Every node with the same key reads them. */
final class Seal {
    static final int LEAST_KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "arcade hand-over 1\n";
    private static final Pattern SHAPE =
            Pattern.compile("(([0-9a-z]{26})~([0-9]{1,12})~([a-z0-9.-]{1,253}))~([A-Za-z0-9_-]{43})");

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException the key is shorter than {@value #LEAST_KEY_BYTES} bytes */
    Seal(byte[] key) {
        if (key.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "arcade.csrf.key: at least " + LEAST_KEY_BYTES + " bytes are needed, not " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Its expiry is written in whole seconds. */
    String write(Ticket ticket) {
        String content = ticket.id() + "~" + ticket.expiresAt().getEpochSecond() + "~" + ticket.host();
        return content + "~" + mac(content);
    }

    /** The ticket; empty unless it was written with this key. */
    Optional<Ticket> read(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()
                || !MessageDigest.isEqual(
                        shape.group(5).getBytes(UTF_8), mac(shape.group(1)).getBytes(UTF_8))) {
            return Optional.empty();
        }
        return Optional.of(new Ticket(
                new Token(shape.group(2)), Instant.ofEpochSecond(Long.parseLong(shape.group(3))), shape.group(4)));
    }

    private String mac(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal((PURPOSE + content).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
