package arcade.sandbox.ledger;

import java.security.SecureRandom;

/** Unguessable identifiers in Stripe's form: a prefix and 24 letters or digits (142 bits). */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 24;

    private Ids() {}

    public static String next(String prefix) {
        byte[] random = new byte[LENGTH * 2];
        RANDOM.nextBytes(random);
        StringBuilder id = new StringBuilder(prefix.length() + LENGTH).append(prefix);
        for (int i = 0; i < LENGTH; i++) {
            int number = (random[2 * i] & 0xff) << 8 | random[2 * i + 1] & 0xff;
            id.append(ALPHABET.charAt(number % ALPHABET.length()));
        }
        return id.toString();
    }
}
