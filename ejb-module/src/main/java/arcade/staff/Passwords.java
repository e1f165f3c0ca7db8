package arcade.staff;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Hashes of staff's passwords: PBKDF2 with HMAC-SHA256 and 600,000 rounds, as OWASP's password storage cheat sheet asks. */
@ApplicationScoped
class Passwords {
    private static final String ROUNDS = "600000";
    private static final String NOBODYS = "the password of nobody";

    @Inject
    private Pbkdf2PasswordHash hash;

    private volatile String decoy;

    @PostConstruct
    void setUp() {
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm",
                "PBKDF2WithHmacSHA256",
                "Pbkdf2PasswordHash.Iterations",
                ROUNDS,
                "Pbkdf2PasswordHash.SaltSizeBytes",
                "16",
                "Pbkdf2PasswordHash.KeySizeBytes",
                "32"));
    }

    String of(String password) {
        return hash.generate(password.toCharArray());
    }

    boolean matches(String password, String hashed) {
        return hash.verify(password.toCharArray(), hashed);
    }

    /** Takes as long as a real look: the time of an answer does not tell whether an account exists. */
    void compareWithNobodys(String password) {
        if (decoy == null) {
            decoy = of(NOBODYS);
        }
        matches(password, decoy);
    }
}
