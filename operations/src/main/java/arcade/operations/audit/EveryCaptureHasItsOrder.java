package arcade.operations.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * I2. From the gateway's captures to the shop's orders. Only captures that were in the ledger before the shop was read
 * are held against it: later ones may be of orders the snapshot does not have. A capture whose payment is on its way
 * (the call was sent, its answer not yet recorded) is no orphan; if it stays so, I9 tells.
 */
final class EveryCaptureHasItsOrder implements Invariant {
    private static final Set<String> ON_ITS_WAY = Set.of("CAPTURING", "UNKNOWN_CAPTURE", "VOIDING", "UNKNOWN_VOID");

    @Override
    public String code() {
        return "I2";
    }

    @Override
    public String rule() {
        return "all money taken or held belongs to exactly one order, or was given back by us";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        Map<String, List<Shop.Order>> orders = evidence.shop().ordersByIntent();
        Map<String, Shop.Payment> payments = evidence.shop().paymentsByRef();
        for (Charge charge : evidence.ledger().charges()) {
            if (charge.capturedAt() <= evidence.beforeShop() && charge.kept() > 0) {
                findings.checked();
                checkCharge(charge, orders.getOrDefault(charge.intent(), List.of()), payments, findings);
            }
        }
        EveryHoldIsWaitedFor.check(evidence, findings);
        RefundsAgree.fromGateway(evidence, findings);
    }

    private static void checkCharge(
            Charge charge, List<Shop.Order> orders, Map<String, Shop.Payment> payments, Findings findings) {
        String money = "charge " + charge.id() + " of " + charge.kept() + " " + charge.currency();
        if (orders.isEmpty()) {
            findings.broken(money + " belongs to no order", charge);
        } else if (orders.size() > 1) {
            findings.broken(money + " belongs to " + orders.size() + " orders", charge);
        } else {
            Shop.Order order = orders.get(0);
            findings.require(
                    order.paid() || isOnItsWay(payments.get(order.paymentRef())),
                    money + " was taken, but its order is " + order.state(),
                    order);
            findings.require(
                    charge.order().isEmpty() || charge.order().equals(order.ref()),
                    money + " names order " + charge.order() + ", the shop has it at another",
                    order);
        }
    }

    private static boolean isOnItsWay(Shop.Payment payment) {
        return payment != null && ON_ITS_WAY.contains(payment.state());
    }
}
