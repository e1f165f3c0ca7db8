package arcade.ordering;

import arcade.payment.PaymentMethod;
import arcade.shared.Money;
import arcade.shared.Token;
import java.util.Objects;
import java.util.Optional;

/**
 * A shopper's wish to order what is in a cart.
 *
 * @param checkoutKey made by the client, 1 to 64 visible ASCII characters: the same key gets the same order, for ever
 * @param billing empty: the bill goes where the articles go
 * @param returnOrigin where the gateway's page sends the shopper back to: scheme, host and port of the shop, no slash
 * at the end
 * @param expectedTotal what the shopper was told; another total today is a refusal that tells it. Never used as a
 * price.
 */
public record PlaceOrder(
        String checkoutKey,
        Token cart,
        Buyer buyer,
        Address address,
        Optional<BillingAddress> billing,
        PaymentMethod payment,
        String returnOrigin,
        Optional<Money> expectedTotal) {

    public PlaceOrder {
        Objects.requireNonNull(cart, "cart");
        Objects.requireNonNull(payment, "payment");
        Objects.requireNonNull(returnOrigin, "returnOrigin");
        if (checkoutKey == null || !checkoutKey.matches("[!-~]{1,64}")) {
            throw new IllegalArgumentException(
                    "a checkout key is 1 to 64 visible ASCII characters, not " + checkoutKey);
        }
    }
}
