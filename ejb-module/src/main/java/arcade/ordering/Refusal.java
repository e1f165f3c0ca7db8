package arcade.ordering;

import arcade.shared.Token;
import java.util.Optional;

/**
 * One reason why an order was not placed.
 *
 * @param field what it is about: the name of an input ({@code email, name, line1, postalCode, city, country, billingName,
 * billingLine1, billingPostalCode, billingCity, billingCountry, coupon}), or a SKU, or empty
 * @param detail one English sentence for the client's developer; pages have their own words for each reason
 * @param order for {@link Reason#ALREADY_ORDERED}: the order that this cart became
 */
public record Refusal(Reason reason, String field, String detail, Optional<Token> order) {

    public enum Reason {
        NO_SUCH_CART,
        CART_EXPIRED,
        /** By a checkout with another key; {@link Refusal#order()} is what it became. */
        ALREADY_ORDERED,
        CART_EMPTY,
        /** The field is empty. */
        MISSING,
        TOO_LONG,
        NOT_AN_EMAIL,
        /** The store does not deliver to that country. */
        NO_DELIVERY,
        /** What is no code of a country. */
        NO_SUCH_COUNTRY,
        /** The field is the SKU. */
        NO_LONGER_AVAILABLE,
        /** The field is the SKU. */
        NOT_ENOUGH,
        /** The total is not the one the shopper was told. */
        TOTAL_CHANGED,
        /** The field is {@code coupon}: it is none, or no longer one. */
        COUPON_NOT_VALID,
        /** The field is {@code coupon}, or empty for a promotion that needs none. */
        USED_UP,
        /** A total of zero cannot be paid. */
        NOTHING_TO_PAY
    }

    static Refusal of(Reason reason, String field, String detail) {
        return new Refusal(reason, field, detail, Optional.empty());
    }
}
