package arcade.till.gateway;

import arcade.shared.Token;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import java.util.Locale;
import java.util.Map;

/**
 * An intent as the gateway has it, as far as the books are compared. Amounts are in minor units, the currency in capitals, both as
 * the gateway says them: another system's intent may carry what the shop does not know.
 *
 * @param word the gateway's own word for its state
 * @param paymentRef the payment that its metadata names; null: it is none of ours, and never touched
 * @param receivedMinor what was taken, refunds not counted
 * @param disputed whether the shopper's bank takes the money back
 * @param createdSeconds by the gateway's clock, since 1970
 */
public record GatewayIntent(
        String id,
        Standing standing,
        String word,
        String paymentRef,
        long amountMinor,
        String currency,
        long receivedMinor,
        long refundedMinor,
        boolean disputed,
        long createdSeconds) {

    /** What an intent means for money. */
    public enum Standing {
        /** It may still come to something, or not. */
        OPEN,
        /** The amount is held. */
        HELD,
        /** The amount was taken. */
        TAKEN,
        /** It never takes money any more. */
        GONE
    }

    /** What the gateway shows; its charge must have been asked for, too ({@code expand[]=latest_charge}). */
    public static GatewayIntent of(PaymentIntent intent) {
        Charge charge = intent.getLatestChargeObject();
        String word = intent.getStatus() == null ? "" : intent.getStatus();
        return new GatewayIntent(
                intent.getId(),
                standing(word),
                word,
                paymentIn(intent.getMetadata()),
                number(intent.getAmount()),
                intent.getCurrency() == null ? "" : intent.getCurrency().toUpperCase(Locale.ROOT),
                number(intent.getAmountReceived()),
                charge == null ? 0 : number(charge.getAmountRefunded()),
                charge != null && Boolean.TRUE.equals(charge.getDisputed()),
                number(intent.getCreated()));
    }

    /** Whether this shop made it; the account may be shared with others. */
    public boolean isOurs() {
        return paymentRef != null;
    }

    /** What is still ours to give back. */
    public long keptMinor() {
        return receivedMinor - refundedMinor;
    }

    /** The account may be shared: only metadata of exactly our form, all three of its parts, make an intent ours. */
    private static String paymentIn(Map<String, String> metadata) {
        if (metadata == null) {
            return null;
        }
        String payment = metadata.get("payment");
        boolean ours = Token.isToken(payment)
                && Token.isToken(metadata.get("order"))
                && !metadata.getOrDefault("store", "").isBlank();
        return ours ? payment : null;
    }

    private static Standing standing(String word) {
        return switch (word) {
            case "requires_capture" -> Standing.HELD;
            case "succeeded" -> Standing.TAKEN;
            case "canceled" -> Standing.GONE;
            default -> Standing.OPEN;
        };
    }

    private static long number(Long value) {
        return value == null ? 0 : value;
    }

    @Override
    public String toString() {
        return id + " " + word + ", " + amountMinor + " " + currency + ", received " + receivedMinor + ", refunded "
                + refundedMinor;
    }
}
