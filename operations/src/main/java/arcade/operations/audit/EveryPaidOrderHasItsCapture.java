package arcade.operations.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * I3. From the shop's paid orders and its refunds to the gateway's movements. The ledger was read after the shop, so it
 * has them all.
 */
final class EveryPaidOrderHasItsCapture implements Invariant {
    @Override
    public String code() {
        return "I3";
    }

    @Override
    public String rule() {
        return "every paid order and every refund has its money at the gateway, same amount and currency";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        Map<String, List<Charge>> charges =
                evidence.ledger().charges().stream().collect(Collectors.groupingBy(Charge::intent));
        Map<String, Shop.Payment> payments = evidence.shop().paymentsByRef();
        for (Shop.Order order : evidence.shop().orders()) {
            if (order.paid()) {
                findings.checked();
                checkCapture(order, charges.getOrDefault(String.valueOf(order.intent()), List.of()), findings);
                checkPayment(order, payments.get(order.paymentRef()), findings);
            }
        }
        RefundsAgree.fromShop(evidence, findings);
    }

    private static void checkCapture(Shop.Order order, List<Charge> charges, Findings findings) {
        if (charges.isEmpty()) {
            findings.broken("paid, but the gateway captured nothing: order " + order.ref(), order);
            return;
        }
        long captured = charges.stream().mapToLong(Charge::captured).sum();
        boolean sameCurrency =
                charges.stream().allMatch(charge -> charge.currency().equalsIgnoreCase(order.currency()));
        findings.require(
                captured == order.totalMinor() && sameCurrency,
                "the gateway captured " + captured + " " + charges.get(0).currency() + " for order " + order.ref(),
                order);
    }

    private static void checkPayment(Shop.Order order, Shop.Payment payment, Findings findings) {
        findings.require(
                payment != null
                        && "CAPTURED".equals(payment.state())
                        && payment.capturedMinor() == order.totalMinor()
                        && payment.currency().equals(order.currency()),
                "paid, but its payment does not say so: order " + order.ref(),
                payment != null ? payment : order);
    }
}
