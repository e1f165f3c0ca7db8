package arcade.customer;

import arcade.customer.Wrong.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a customer's password must not be. */
final class PasswordRules {
    static final int LEAST = 10;
    static final int MOST = 128;

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

    private PasswordRules() {}

    /** Why nobody should have that password. */
    static Optional<Reason> weakness(String password, String email) {
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
}
