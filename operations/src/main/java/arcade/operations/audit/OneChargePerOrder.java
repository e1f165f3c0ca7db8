package arcade.operations.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** I1. From the gateway's ledger to its end, grouped by the order that each capture names. */
final class OneChargePerOrder implements Invariant {
    @Override
    public String code() {
        return "I1";
    }

    @Override
    public String rule() {
        return "no order is charged twice or more than its total";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        Map<String, Shop.Order> orders = evidence.shop().ordersByRef();
        Map<String, List<Charge>> byOrder = evidence.ledger().charges().stream()
                .collect(Collectors.groupingBy(OneChargePerOrder::owner, LinkedHashMap::new, Collectors.toList()));
        byOrder.forEach((ref, charges) -> {
            findings.checked();
            checkOrder(charges.stream().filter(charge -> charge.kept() != 0).toList(), orders.get(ref), findings);
        });
        checkRefunds(evidence.shop(), findings);
    }

    /** The shop's own promise: what was asked to be given back, and not refused, is at most what was taken. */
    private static void checkRefunds(Shop shop, Findings findings) {
        Map<String, List<Shop.Refund>> refunds = shop.refundsByPayment();
        for (Shop.Payment payment : shop.payments()) {
            long sum = refunds.getOrDefault(payment.ref(), List.of()).stream()
                    .filter(refund -> !refund.state().equals("REFUND_FAILED"))
                    .mapToLong(Shop.Refund::amountMinor)
                    .sum();
            findings.require(
                    sum <= payment.capturedMinor(),
                    "gives back " + sum + " of " + payment.capturedMinor() + ": payment " + payment.ref(),
                    payment);
        }
    }

    private static void checkOrder(List<Charge> kept, Shop.Order order, Findings findings) {
        for (Charge second : kept.stream().skip(1).toList()) {
            findings.broken("charged once more: charge " + second.id() + " for order " + owner(second), second);
        }
        long sum = kept.stream().mapToLong(Charge::kept).sum();
        // An order that is not in the shop is the matter of I2.
        if (order != null && sum > order.totalMinor()) {
            findings.broken(
                    "charged " + sum + " for order " + order.ref() + " of " + order.totalMinor() + " minor units",
                    order);
        }
        for (Charge charge : kept) {
            findings.require(charge.kept() > 0, "gave back more than it took: charge " + charge.id(), charge);
        }
    }

    /** A capture that names no order stands for itself, by its intent. */
    private static String owner(Charge charge) {
        return charge.order().isEmpty() ? charge.intent() : charge.order();
    }
}
