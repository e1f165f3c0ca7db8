package arcade.operations.audit;

import java.util.Map;
import java.util.Set;

/** The auditor's own copy of the states of payments and refunds: one taken from the shop would repeat the shop's mistake. */
final class LegalSteps {
    private static final Map<String, Set<String>> NEXT = Map.ofEntries(
            Map.entry("REQUESTED", Set.of("AUTHORIZING", "ABANDONED")),
            Map.entry("AUTHORIZING", Set.of("AUTHORIZED", "REQUIRES_ACTION", "DECLINED", "UNKNOWN_AUTHORIZATION")),
            Map.entry(
                    "UNKNOWN_AUTHORIZATION",
                    Set.of("AUTHORIZING", "AUTHORIZED", "REQUIRES_ACTION", "DECLINED", "VOIDING")),
            Map.entry("REQUIRES_ACTION", Set.of("AUTHORIZED", "DECLINED", "VOIDING", "ABANDONED")),
            Map.entry("DECLINED", Set.of("AUTHORIZING", "VOIDING", "ABANDONED")),
            Map.entry("AUTHORIZED", Set.of("CAPTURING", "VOIDING", "EXPIRED")),
            Map.entry("CAPTURING", Set.of("CAPTURED", "UNKNOWN_CAPTURE", "CAPTURE_FAILED")),
            Map.entry("UNKNOWN_CAPTURE", Set.of("CAPTURING", "CAPTURED", "CAPTURE_FAILED")),
            Map.entry("VOIDING", Set.of("VOIDED", "UNKNOWN_VOID", "CAPTURED")),
            Map.entry("UNKNOWN_VOID", Set.of("VOIDING", "VOIDED", "CAPTURED")));

    /** Of a payment. */
    static final LegalSteps PAYMENT = new LegalSteps(NEXT);
    /** Of a refund. A bank may send a refund back days later. */
    static final LegalSteps REFUND = new LegalSteps(Map.of(
            "REQUESTED", Set.of("REFUNDING"),
            "REFUNDING", Set.of("REFUNDED", "REFUND_FAILED", "UNKNOWN_REFUND"),
            "UNKNOWN_REFUND", Set.of("REFUNDING", "REFUNDED", "REFUND_FAILED"),
            "REFUNDED", Set.of("REFUND_FAILED")));

    private final Map<String, Set<String>> next;

    private LegalSteps(Map<String, Set<String>> next) {
        this.next = next;
    }

    boolean allow(String from, String to) {
        return next.getOrDefault(from, Set.of()).contains(to);
    }

    /** How many pairs there are. */
    long size() {
        return next.values().stream().mapToLong(Set::size).sum();
    }
}
