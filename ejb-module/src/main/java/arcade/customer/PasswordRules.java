package arcade.customer;

import arcade.customer.Wrong.Reason;
import arcade.password.EasyPasswords;
import java.util.List;
import java.util.Optional;

/** What a customer's password must not be. */
final class PasswordRules {
    static final int LEAST = 10;
    static final int MOST = 128;

    private PasswordRules() {}

    /** Why nobody should have that password. */
    static Optional<Reason> weakness(String password, String name, String email) {
        if (password.isEmpty()) {
            return Optional.of(Reason.MISSING);
        }
        if (password.codePointCount(0, password.length()) < LEAST) {
            return Optional.of(Reason.TOO_SHORT);
        }
        if (password.length() > MOST) {
            return Optional.of(Reason.TOO_LONG);
        }
        return EasyPasswords.contain(password, List.of(name, email))
                ? Optional.of(Reason.EASILY_GUESSED)
                : Optional.empty();
    }
}
