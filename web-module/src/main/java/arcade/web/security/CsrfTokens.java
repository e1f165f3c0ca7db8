package arcade.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Form tokens: the HMAC-SHA256 of a session's id. Every node with the same key makes and accepts the same token. */
public final class CsrfTokens {
    public static final int LEAST_KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "arcade form token 1\n";

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException the key is shorter than {@value #LEAST_KEY_BYTES} bytes */
    public CsrfTokens(byte[] key) {
        if (key.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "arcade.csrf.key: at least " + LEAST_KEY_BYTES + " bytes are needed, not " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    public String of(String sessionId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] sum = mac.doFinal((PURPOSE + sessionId).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Compares in constant time. */
    public boolean matches(String token, String sessionId) {
        return token != null
                && MessageDigest.isEqual(token.getBytes(UTF_8), of(sessionId).getBytes(UTF_8));
    }
}
