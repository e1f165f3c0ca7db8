package arcade.operations.audit;

import java.util.Set;

/**
 * I9. Payments and refunds that were open when the audit began must have come to rest in the time it waited ({@code
 * --settle}).
 */
final class NothingHangs implements Invariant {
    /**
     * The till has something to do, or waits for the gateway's answer. A payment that waits for its shopper
     * (REQUIRES_ACTION, DECLINED) is at rest.
     */
    static final Set<String> OPEN = Set.of(
            "REQUESTED",
            "AUTHORIZING",
            "UNKNOWN_AUTHORIZATION",
            "AUTHORIZED",
            "CAPTURING",
            "UNKNOWN_CAPTURE",
            "VOIDING",
            "UNKNOWN_VOID");

    /** The till has something to do for the refund, or waits for the gateway's answer. */
    static final Set<String> OPEN_REFUND = Set.of("REQUESTED", "REFUNDING", "UNKNOWN_REFUND");

    @Override
    public String code() {
        return "I9";
    }

    @Override
    public String rule() {
        return "nothing hangs: no payment or refund stays unknown or in flight";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        for (Shop.Payment payment : evidence.shop().payments()) {
            findings.checked();
            boolean hangs =
                    OPEN.contains(payment.state()) && evidence.unsettled().contains(payment.ref());
            findings.require(!hangs, "still " + payment.state() + ": payment " + payment.ref(), payment);
        }
        for (Shop.Refund refund : evidence.shop().refunds()) {
            findings.checked();
            boolean hangs =
                    OPEN_REFUND.contains(refund.state()) && evidence.unsettled().contains(refund.ref());
            findings.require(!hangs, "still " + refund.state() + ": refund " + refund.ref(), refund);
        }
    }
}
