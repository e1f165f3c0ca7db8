package arcade.ordering;

import arcade.payment.PaymentMethod;
import arcade.payment.PaymentState;
import arcade.shared.Money;
import arcade.shared.Sku;
import arcade.shared.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An order as its buyer sees it.
 *
 * @param number the store's consecutive number, given when the order is paid
 * @param tax the part of the total that is tax
 */
public record OrderView(
        Token token,
        OptionalLong number,
        OrderState state,
        Buyer buyer,
        Address address,
        List<Line> lines,
        Money items,
        Money shipping,
        Money tax,
        Money total,
        PaymentProgress payment,
        Instant placedAt,
        Optional<Instant> paidAt) {

    public OrderView {
        lines = List.copyOf(lines);
    }

    OrderView with(List<Line> itsLines) {
        return new OrderView(
                token, number, state, buyer, address, itsLines, items, shipping, tax, total, payment, placedAt, paidAt);
    }

    /**
     * What was bought, as it was when the order was placed.
     *
     * @param picture path on the store's host; empty: a placeholder
     */
    public record Line(Sku sku, String title, String variantTitle, Optional<String> picture, int quantity, Money unit) {

        public Money total() {
            return unit.times(quantity);
        }
    }

    /**
     * How far the payment got.
     *
     * @param hostedUrl the gateway's page, once the till has it; empty for a payment by token
     * @param reason why the last attempt was declined, in the gateway's word
     */
    public record PaymentProgress(
            PaymentState state, PaymentMethod.Kind method, Optional<String> hostedUrl, Optional<String> reason) {}
}
