package arcade.operations.audit;

import java.util.Map;
import java.util.Set;

/** The auditor's own copy of the payment's states: one taken from the shop would repeat the shop's mistake. */
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

    private LegalSteps() {}

    static boolean allow(String from, String to) {
        return NEXT.getOrDefault(from, Set.of()).contains(to);
    }

    /** How many pairs there are. */
    static long size() {
        return NEXT.values().stream().mapToLong(Set::size).sum();
    }
}
