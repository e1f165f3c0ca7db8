package arcade.password;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.text.Normalizer;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes and checks hashes: PBKDF2 with HMAC-SHA256 and 600 000 iterations (OWASP Password Storage Cheat Sheet; the key
 * {@code arcade.password.iterations}), which costs a core some tenths of a second. So no more of them go on at once than the machine
 * has cores: never call it inside a transaction.
 */
@ApplicationScoped
public class PasswordHashes {
    private static final long PATIENCE_SECONDS = 5;

    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    @Inject
    private Pbkdf2PasswordHash algorithm;

    /** A hash says how many it was made with: those made before a change are checked as before. */
    @Inject
    @ConfigProperty(name = "arcade.password.iterations", defaultValue = "600000")
    private int iterations;

    private String nobody;

    /** As many hashes are made as this machine can; it may be asked again. */
    public static final class Busy extends RuntimeException {
        Busy() {
            super("more passwords are being checked than this node has cores");
        }
    }

    @PostConstruct
    void set() {
        algorithm.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
                "Pbkdf2PasswordHash.Iterations", Integer.toString(iterations),
                "Pbkdf2PasswordHash.SaltSizeBytes", "16",
                "Pbkdf2PasswordHash.KeySizeBytes", "32"));
        nobody = hash(UUID.randomUUID().toString());
    }

    /** @throws Busy too many others ask */
    public String hash(String password) {
        return bounded(() -> algorithm.generate(signs(password)));
    }

    /** @throws Busy too many others ask */
    public boolean isRight(String password, String hash) {
        return bounded(() -> algorithm.verify(signs(password), hash));
    }

    /** The hash of nobody's password: who is not known costs the same time as somebody who is. */
    public String ofNobody() {
        return nobody;
    }

    /** However a keyboard composes a letter, it is the same password (NIST SP 800-63B, 5.1.1.2). */
    private static char[] signs(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).toCharArray();
    }

    private <T> T bounded(Supplier<T> work) {
        try {
            if (!cores.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }
}
