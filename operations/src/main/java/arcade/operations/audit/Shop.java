package arcade.operations.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the shop's database says at one instant: the rows of its audit views. Amounts are minor units, times are the
 * database's words.
 */
record Shop(
        List<Order> orders,
        List<Line> lines,
        List<Payment> payments,
        List<Transition> transitions,
        List<Stock> stock,
        List<Posting> postings,
        List<Refund> refunds,
        List<RefundTransition> refundTransitions,
        List<Break> breaks,
        List<Total> totals,
        List<Uses> uses) {

    /** @param number null until the order is paid */
    record Order(
            String store,
            String ref,
            Long number,
            String state,
            long totalMinor,
            String currency,
            String paymentRef,
            String intent) {
        boolean paid() {
            return "PAID".equals(state);
        }
    }

    /** @param tracked whether pieces were reserved for it */
    record Line(String orderRef, String sku, long quantity, long unitMinor, boolean tracked) {}

    /**
     * The sums of one order.
     *
     * @param itemsMinor after discounts
     * @param linesMinor of its lines, before discounts
     * @param offLinesMinor what its lines say was taken off them
     * @param offByRulesMinor what its promotions say they took off
     */
    record Total(
            String orderRef,
            long itemsMinor,
            long discountMinor,
            long shippingMinor,
            long totalMinor,
            long linesMinor,
            long offLinesMinor,
            long offByRulesMinor) {}

    /**
     * How often a promotion with a limit was used.
     *
     * @param used as it was counted
     * @param orders that were not cancelled
     * @param byBuyers the sum of what was counted for each buyer
     */
    record Uses(long promotion, long used, long orders, long byBuyers) {}

    record Payment(
            String ref,
            String orderRef,
            String state,
            long amountMinor,
            String currency,
            String intent,
            long capturedMinor,
            long refundedMinor) {}

    record Transition(long seq, String paymentRef, String from, String to, long epoch, String owner) implements Logged {
        @Override
        public String subject() {
            return paymentRef;
        }
    }

    record Refund(String ref, String paymentRef, String orderRef, String state, long amountMinor, String currency) {
        /** The name under which the gateway was asked for it, so that its ledger and these rows can be held together. */
        String key() {
            return "refund:" + ref;
        }
    }

    record RefundTransition(long seq, String refundRef, String from, String to, long epoch, String owner)
            implements Logged {
        @Override
        public String subject() {
            return refundRef;
        }
    }

    /**
     * A difference that the shop noticed itself.
     *
     * @param cure what was done about it; null: nothing
     */
    record Break(String kind, String subject, String paymentRef, String intent, String cure) {}

    record Stock(String store, String sku, long initial, long onHand, long reserved, long sold) {}

    record Posting(String entry, String account, String orderRef, long amountMinor, String currency) {}

    /** A row of one of the two logs: that of the payments and that of the refunds. */
    interface Logged {
        long seq();

        /** The payment or refund that it is about. */
        String subject();

        String from();

        String to();

        long epoch();

        String owner();
    }

    Map<String, Order> ordersByRef() {
        return orders.stream().collect(Collectors.toMap(Order::ref, order -> order));
    }

    Map<String, Payment> paymentsByRef() {
        return payments.stream().collect(Collectors.toMap(Payment::ref, payment -> payment));
    }

    Map<String, List<Refund>> refundsByPayment() {
        return refunds.stream().collect(Collectors.groupingBy(Refund::paymentRef));
    }

    /** Orders by the gateway's intent of their payment; those without one are left out. */
    Map<String, List<Order>> ordersByIntent() {
        return orders.stream().filter(order -> order.intent() != null).collect(Collectors.groupingBy(Order::intent));
    }
}
