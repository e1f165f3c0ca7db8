package arcade.customer;

import arcade.customer.Wrong.Reason;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Makes and checks passwords' hashes: PBKDF2 with HMAC-SHA256 and 600 000 iterations (OWASP Password Storage Cheat Sheet), which costs
 * a core some tenths of a second. So no more of them go on at once than the machine has cores: never call it inside a transaction.
 */
@ApplicationScoped
class Passwords {
    static final int LEAST = 10;
    static final int MOST = 128;
    static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
            "Pbkdf2PasswordHash.Iterations", "600000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "16",
            "Pbkdf2PasswordHash.KeySizeBytes", "32");

    private static final int LEAST_DIFFERENT_SIGNS = 5;
    /** What most lists of stolen passwords begin with; with a tail of digits they are guessed as well. */
    private static final List<String> GUESSED_FIRST = List.of(
            "password",
            "passwort",
            "passw0rd",
            "p@ssw0rd",
            "qwertyuiop",
            "qwertzuiop",
            "asdfghjkl",
            "qwerty",
            "qwertz",
            "1q2w3e4r",
            "123456",
            "987654",
            "abc123",
            "letmein",
            "welcome",
            "willkommen",
            "iloveyou",
            "ichliebedich",
            "football",
            "fussball",
            "baseball",
            "princess",
            "sunshine",
            "superman",
            "computer",
            "internet",
            "trustno1",
            "whatever",
            "starwars",
            "hallo123",
            "schatz");

    private static final int LONGEST_FREE_TAIL = 4;

    private static final long PATIENCE_SECONDS = 5;

    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final Pbkdf2PasswordHash algorithm;
    private String nobody;

    /** As many hashes are made as this machine can; it may be asked again. */
    static final class Busy extends RuntimeException {
        Busy() {
            super("more passwords are being checked than this node has cores");
        }
    }

    protected Passwords() {
        this(null);
    }

    @Inject
    Passwords(Pbkdf2PasswordHash algorithm) {
        this.algorithm = algorithm;
    }

    @PostConstruct
    void set() {
        algorithm.initialize(PARAMETERS);
        nobody = hash(UUID.randomUUID().toString());
    }

    /** Why nobody should have that password. */
    Optional<Reason> weakness(String password, String email) {
        if (password.isEmpty()) {
            return Optional.of(Reason.MISSING);
        }
        if (password.codePointCount(0, password.length()) < LEAST) {
            return Optional.of(Reason.TOO_SHORT);
        }
        if (password.length() > MOST) {
            return Optional.of(Reason.TOO_LONG);
        }
        return isGuessed(password.toLowerCase(Locale.ROOT), email)
                ? Optional.of(Reason.EASILY_GUESSED)
                : Optional.empty();
    }

    private static boolean isGuessed(String password, String email) {
        String person = email.toLowerCase(Locale.ROOT);
        String name = person.contains("@") ? person.substring(0, person.indexOf('@')) : person;
        return password.chars().distinct().count() < LEAST_DIFFERENT_SIGNS
                || password.equals(person)
                || !name.isEmpty() && adds(password, name)
                || GUESSED_FIRST.stream().anyMatch(first -> adds(password, first));
    }

    /** Whether a password is hardly more than something known. */
    private static boolean adds(String password, String known) {
        int at = password.indexOf(known);
        String rest = at < 0 ? password : password.substring(0, at) + password.substring(at + known.length());
        return at >= 0 && (rest.length() <= LONGEST_FREE_TAIL || rest.matches("[\\d\\W_]*"));
    }

    String hash(String password) {
        return bounded(() -> algorithm.generate(signs(password)));
    }

    boolean isRight(String password, String hash) {
        return bounded(() -> algorithm.verify(signs(password), hash));
    }

    /** The hash of nobody's password: who is not known costs the same time as somebody who is. */
    String ofNobody() {
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
