package arcade.operations.audit;

import com.google.gson.annotations.SerializedName;
import java.util.Map;

/**
 * One movement of money, as the gateway's ledger tells it.
 *
 * @param seq rises by one; the ledger is only ever added to
 * @param type authorized, captured, voided or refunded
 * @param amount in minor units
 * @param currency ISO code, in the gateway's small letters
 * @param metadata what the shop told of itself: payment, order, store
 * @param idempotencyKey the key of the request that moved it; null when the shopper's browser or the clock did
 */
record Movement(
        long seq,
        String at,
        String type,
        String intent,
        String charge,
        long amount,
        String currency,
        Map<String, String> metadata,
        @SerializedName("idempotency_key") String idempotencyKey) {
    static final String AUTHORIZED = "authorized";
    static final String VOIDED = "voided";
    static final String CAPTURED = "captured";
    static final String REFUNDED = "refunded";

    boolean is(String wanted) {
        return wanted.equals(type);
    }

    /** The order it was made for, in the shop's words; empty when the shop did not say. */
    String order() {
        return told("order");
    }

    /** The payment it was made for, in the shop's words; empty when the shop did not say. */
    String payment() {
        return told("payment");
    }

    private String told(String name) {
        return metadata == null ? "" : metadata.getOrDefault(name, "");
    }
}
