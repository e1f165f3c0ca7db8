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
        List<Posting> postings) {

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

    record Payment(
            String ref,
            String orderRef,
            String state,
            long amountMinor,
            String currency,
            String intent,
            long capturedMinor,
            long refundedMinor) {}

    record Transition(long seq, String paymentRef, String from, String to, long epoch, String owner) {}

    record Stock(String store, String sku, long initial, long onHand, long reserved, long sold) {}

    record Posting(String entry, String account, String orderRef, long amountMinor, String currency) {}

    Map<String, Order> ordersByRef() {
        return orders.stream().collect(Collectors.toMap(Order::ref, order -> order));
    }

    Map<String, Payment> paymentsByRef() {
        return payments.stream().collect(Collectors.toMap(Payment::ref, payment -> payment));
    }

    /** Orders by the gateway's intent of their payment; those without one are left out. */
    Map<String, List<Order>> ordersByIntent() {
        return orders.stream().filter(order -> order.intent() != null).collect(Collectors.groupingBy(Order::intent));
    }
}
