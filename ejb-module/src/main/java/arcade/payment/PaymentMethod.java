package arcade.payment;

import java.util.regex.Pattern;

/**
 * How the shopper pays: on the gateway's own page, or with a payment method that the client made at the gateway ({@code
 * pm_…}). A card number never reaches the shop.
 *
 * @param token the gateway's name of the payment method; null for {@link Kind#HOSTED}
 */
public record PaymentMethod(Kind kind, String token) {
    private static final Pattern TOKEN = Pattern.compile("pm_[A-Za-z0-9_]{1,200}");

    /** Where the card is entered. */
    public enum Kind {
        HOSTED,
        TOKEN
    }

    public PaymentMethod {
        if ((kind == Kind.TOKEN) != (token != null)) {
            throw new IllegalArgumentException("a token belongs to " + Kind.TOKEN + ", and only to it");
        }
        if (token != null && !TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("not a payment method of the gateway (pm_…)");
        }
    }

    public static PaymentMethod hosted() {
        return new PaymentMethod(Kind.HOSTED, null);
    }

    /**
     * Throws IllegalArgumentException for anything that is not {@code pm_…}; the value is not repeated in the message.
     */
    public static PaymentMethod token(String token) {
        if (token == null) {
            throw new IllegalArgumentException("the payment method is missing (pm_…)");
        }
        return new PaymentMethod(Kind.TOKEN, token);
    }
}
