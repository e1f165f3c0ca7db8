package arcade.operations.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parts of I2 and I3: the money that the gateway gave back and the shop's refunds are the same, each way. They are held
 * together by the key under which the shop asks for a refund.
 */
final class RefundsAgree {
    /** A refund before its first call, or refused. */
    private static final Set<String> NOT_ASKED_FOR = Set.of("REQUESTED", "REFUND_FAILED");

    /** How the word of a cure that gave money back begins. */
    private static final String GIVEN_BACK = "REFUND";

    private RefundsAgree() {}

    /**
     * From the gateway to the shop: a refund's intention is committed before its call is sent, so the shop knows all that
     * were in the ledger before it was read. One without a refund of ours is the cure of a
     * break, and the break says so.
     */
    static void fromGateway(Evidence evidence, Findings findings) {
        Shop shop = evidence.shop();
        Map<String, Shop.Refund> refunds =
                shop.refunds().stream().collect(Collectors.toMap(Shop.Refund::key, refund -> refund));
        Set<String> once = shop.refundTransitions().stream()
                .filter(step -> step.to().equals("REFUNDED"))
                .map(Shop.RefundTransition::refundRef)
                .collect(Collectors.toSet());
        for (Movement back : evidence.ledger().refunds()) {
            if (back.seq() <= evidence.beforeShop()) {
                findings.checked();
                Shop.Refund refund = refunds.get(String.valueOf(back.idempotencyKey()));
                String money = "the gateway gave back " + back.amount() + " " + back.currency() + " of charge "
                        + back.charge();
                if (refund == null) {
                    findings.require(isCured(shop, back), money + ", which is no refund of ours", back);
                } else {
                    findings.require(
                            !NOT_ASKED_FOR.contains(refund.state()) || once.contains(refund.ref()),
                            money + ", but refund " + refund.ref() + " is " + refund.state(),
                            refund);
                }
            }
        }
    }

    /** From the shop to the gateway: read after the shop, the ledger has what the shop says was given back. */
    static void fromShop(Evidence evidence, Findings findings) {
        Map<String, Shop.Payment> payments = evidence.shop().paymentsByRef();
        Map<String, List<Movement>> given = evidence.ledger().refunds().stream()
                .collect(Collectors.groupingBy(back -> String.valueOf(back.idempotencyKey())));
        Map<String, Long> refunded = new HashMap<>();
        for (Shop.Refund refund : evidence.shop().refunds()) {
            if (refund.state().equals("REFUNDED")) {
                findings.checked();
                refunded.merge(refund.paymentRef(), refund.amountMinor(), Long::sum);
                checkGiven(refund, payments.get(refund.paymentRef()), given.get(refund.key()), findings);
            }
        }
        for (Shop.Payment payment : payments.values()) {
            long sum = refunded.getOrDefault(payment.ref(), 0L);
            findings.require(
                    payment.refundedMinor() == sum,
                    "says that " + payment.refundedMinor() + " was given back, its refunds say " + sum + ": payment "
                            + payment.ref(),
                    payment);
        }
    }

    private static void checkGiven(Shop.Refund refund, Shop.Payment payment, List<Movement> given, Findings findings) {
        if (given == null) {
            findings.broken("refunded, but the gateway gave nothing back: refund " + refund.ref(), refund);
            return;
        }
        long sum = given.stream().mapToLong(Movement::amount).sum();
        Movement first = given.get(0);
        findings.require(
                sum == refund.amountMinor() && first.currency().equalsIgnoreCase(refund.currency()),
                "the gateway gave back " + sum + " " + first.currency() + " in " + given.size()
                        + " movements for refund " + refund.ref(),
                refund);
        findings.require(
                payment != null && first.intent().equals(payment.intent()),
                "the gateway gave back of another intent: refund " + refund.ref(),
                refund);
    }

    private static boolean isCured(Shop shop, Movement back) {
        return shop.breaks().stream()
                .filter(found -> found.cure() != null && found.cure().startsWith(GIVEN_BACK))
                .anyMatch(found ->
                        back.intent().equals(found.intent()) || back.intent().equals(found.subject()));
    }
}
