package arcade.till.reconcile;

import arcade.payment.PaymentState;
import arcade.shared.Money;
import arcade.till.gateway.GatewayIntent;

/**
 * A payment as our books have it. Two of them are equal if nothing happened in between that a comparison could stumble over.
 *
 * @param intent the gateway's name of its intent; null: not known, or there is none
 * @param session the gateway's hosted session; null: not known, or there is none
 * @param refundedMinor what our refunds gave back
 * @param refundMoves whether a refund is under way, so that the gateway may rightly say more than we
 */
record OurPayment(
        String ref,
        PaymentState state,
        Money amount,
        String intent,
        String session,
        long capturedMinor,
        long refundedMinor,
        boolean refundMoves,
        long version) {

    /** Whether a call is, or at once will be, under way whose answer decides what it becomes. */
    boolean isMoving() {
        return switch (state) {
            case REQUESTED, AUTHORIZING, AUTHORIZED, CAPTURING, VOIDING -> true;
            case REQUIRES_ACTION,
                    DECLINED,
                    UNKNOWN_AUTHORIZATION,
                    CAPTURED,
                    UNKNOWN_CAPTURE,
                    CAPTURE_FAILED,
                    VOIDED,
                    UNKNOWN_VOID,
                    EXPIRED,
                    ABANDONED -> false;
        };
    }

    /** It uses one intent for ever; one whose name is not known yet may be any. */
    boolean uses(GatewayIntent theirs) {
        return intent == null || intent.equals(theirs.id());
    }

    boolean agreesOnAmount(long minor, String currency) {
        return amount.minor() == minor && amount.currency().getCurrencyCode().equals(currency);
    }

    @Override
    public String toString() {
        return "payment " + ref + " " + state + ", " + amount.minor() + " "
                + amount.currency().getCurrencyCode() + ", captured " + capturedMinor + ", refunded " + refundedMinor
                + ", intent " + (intent == null ? "unknown" : intent);
    }
}
