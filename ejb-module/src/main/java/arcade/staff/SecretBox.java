package arcade.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps secrets so that the database alone does not tell them: AES-256-GCM, with a key made from {@code arcade.backoffice.key}. */
@ApplicationScoped
public class SecretBox {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    @ConfigProperty(name = "arcade.backoffice.key")
    private String key;

    private SecretKeySpec own;

    /** A node with a wrong key does not start. */
    public void check(@Observes @Initialized(ApplicationScoped.class) Object application) {
        own = derived(key);
    }

    static SecretKeySpec derived(String key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(key.strip());
            if (bytes.length != KEY_BYTES) {
                throw new IllegalArgumentException(bytes.length + " bytes");
            }
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal("arcade staff secrets 1".getBytes(UTF_8)), "AES");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "arcade.backoffice.key: Base64 of " + KEY_BYTES + " bytes is needed: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    byte[] lock(byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] locked = run(Cipher.ENCRYPT_MODE, nonce, secret);
        return ByteBuffer.allocate(NONCE_BYTES + locked.length)
                .put(nonce)
                .put(locked)
                .array();
    }

    byte[] open(byte[] locked) {
        ByteBuffer box = ByteBuffer.wrap(locked);
        byte[] nonce = new byte[NONCE_BYTES];
        box.get(nonce);
        byte[] rest = new byte[box.remaining()];
        box.get(rest);
        return run(Cipher.DECRYPT_MODE, nonce, rest);
    }

    private byte[] run(int mode, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, own, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a secret of the back office was locked with another arcade.backoffice.key than this node's", e);
        }
    }
}
