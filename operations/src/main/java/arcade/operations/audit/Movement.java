package arcade.operations.audit;

import java.util.Map;

/**
 * One movement of money, as the gateway's ledger tells it.
 *
 * @param seq rises by one; the ledger is only ever added to
 * @param type authorized, captured, voided or refunded
 * @param amount in minor units
 * @param currency ISO code, in the gateway's small letters
 * @param metadata what the shop told of itself: payment, order, store
 */
record Movement(
        long seq,
        String at,
        String type,
        String intent,
        String charge,
        long amount,
        String currency,
        Map<String, String> metadata) {
    static final String CAPTURED = "captured";
    static final String REFUNDED = "refunded";

    boolean is(String wanted) {
        return wanted.equals(type);
    }

    /** The order it was made for, in the shop's words; empty when the shop did not say. */
    String order() {
        return metadata == null ? "" : metadata.getOrDefault("order", "");
    }
}
