package arcade.ordering;

import arcade.payment.PaymentMethod;
import arcade.payment.PaymentState;
import arcade.payment.Refund;
import arcade.payment.RefundState;
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
 * @param billing empty: the bill goes where the articles go
 * @param items before discounts
 * @param discounts what promotions took off
 * @param tax the part of the total that is tax
 * @param refunds oldest first
 */
public record OrderView(
        Token token,
        OptionalLong number,
        OrderState state,
        Buyer buyer,
        Address address,
        Optional<BillingAddress> billing,
        List<Line> lines,
        Money items,
        List<Discount> discounts,
        Money shipping,
        Money tax,
        Money total,
        PaymentProgress payment,
        List<Refund> refunds,
        Instant placedAt,
        Optional<Instant> paidAt) {

    public OrderView {
        lines = List.copyOf(lines);
        discounts = List.copyOf(discounts);
        refunds = List.copyOf(refunds);
    }

    /** What was given back; not what is on its way. */
    public Money refunded() {
        return refunds.stream()
                .filter(refund -> refund.state() == RefundState.REFUNDED)
                .map(Refund::amount)
                .reduce(Money.zero(total.currency()), Money::plus);
    }

    /** Off the articles, by all promotions. */
    public Money discount() {
        return discounts.stream().map(Discount::amount).reduce(Money.zero(total.currency()), Money::plus);
    }

    OrderView with(List<Line> itsLines, List<Discount> itsDiscounts, List<Refund> itsRefunds) {
        return new OrderView(
                token,
                number,
                state,
                buyer,
                address,
                billing,
                itsLines,
                items,
                itsDiscounts,
                shipping,
                tax,
                total,
                payment,
                itsRefunds,
                placedAt,
                paidAt);
    }

    /**
     * What was bought, as it was when the order was placed.
     *
     * @param picture path on the store's host; empty: a placeholder
     * @param discount off the whole line, by all promotions
     */
    public record Line(
            Sku sku,
            String title,
            String variantTitle,
            Optional<String> picture,
            int quantity,
            Money unit,
            Money discount) {

        /** Before discounts. */
        public Money total() {
            return unit.times(quantity);
        }
    }

    /**
     * What one promotion did.
     *
     * @param label as the buyer read it
     * @param amount off the articles; zero: it paid the delivery
     */
    public record Discount(String label, Money amount) {}

    /**
     * How far the payment got.
     *
     * @param hostedUrl the gateway's page, once the till has it; empty for a payment by token
     * @param reason why the last attempt was declined, in the gateway's word
     * @param gatewayAwaySince since when the till does not reach the gateway, so that nothing moves; empty: it does
     */
    public record PaymentProgress(
            PaymentState state,
            PaymentMethod.Kind method,
            Optional<String> hostedUrl,
            Optional<String> reason,
            Optional<Instant> gatewayAwaySince) {}
}
