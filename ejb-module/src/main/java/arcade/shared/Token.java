package arcade.shared;

import java.io.Serializable;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * An unguessable public reference: 26 characters of base 32, 130 random bits. Knowing it is the right to see what it
 * names.
 */
public record Token(String value) implements Serializable {
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;
    private static final Pattern SHAPE = Pattern.compile("[" + DIGITS + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public Token {
        if (!isToken(value)) {
            throw new IllegalArgumentException("not a token: " + value);
        }
    }

    public static Token random() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        StringBuilder text = new StringBuilder(LENGTH);
        for (byte b : bytes) {
            text.append(DIGITS.charAt(b & 31));
        }
        return new Token(text.toString());
    }

    /** Tells without an exception whether a text from outside can be a token. */
    public static boolean isToken(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
