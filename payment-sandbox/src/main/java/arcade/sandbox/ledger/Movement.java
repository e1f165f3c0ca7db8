package arcade.sandbox.ledger;

import com.google.gson.annotations.SerializedName;
import java.util.Map;

/**
 * One movement of money, as the control port shows it. Amounts are minor units of the currency.
 *
 * @param seq consecutive from 1
 * @param at ISO-8601, UTC
 * @param idempotencyKey the key of the request that moved it; null when the shopper's browser or the clock did
 */
public record Movement(
        long seq,
        String at,
        Type type,
        String intent,
        String charge,
        long amount,
        String currency,
        Map<String, String> metadata,
        String idempotencyKey) {

    /** What happened to the money; voided is an authorization that was let go without capture. */
    public enum Type {
        @SerializedName("authorized")
        AUTHORIZED,
        @SerializedName("captured")
        CAPTURED,
        @SerializedName("voided")
        VOIDED,
        @SerializedName("refunded")
        REFUNDED
    }

    /** The same movement before it has its place in the ledger. */
    public record Draft(
            Type type, String intent, String charge, long amount, String currency, Map<String, String> metadata) {
        Movement numbered(long seq, String at, String idempotencyKey) {
            return new Movement(seq, at, type, intent, charge, amount, currency, metadata, idempotencyKey);
        }
    }
}
