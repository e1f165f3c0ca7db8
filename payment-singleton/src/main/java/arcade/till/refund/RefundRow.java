package arcade.till.refund;

import arcade.payment.RefundState;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.trace.Trace;
import java.util.Optional;

/**
 * A refund as the till read it, under the version that its next write must still find.
 *
 * @param intent the gateway's payment intent, of which it is given back
 * @param gatewayRefund the gateway's name of the refund; null until known
 * @param asked how often the gateway was asked about the present state
 * @param keyAgeSeconds since the first call was sent under its key, by the database's clock; 0 if none was
 * @param trace of the request that asked for it
 */
public record RefundRow(
        long id,
        Token ref,
        long paymentId,
        Token paymentRef,
        Token orderRef,
        long storeId,
        Money amount,
        RefundState state,
        String intent,
        String gatewayRefund,
        int asked,
        long keyAgeSeconds,
        long version,
        Optional<Trace> trace) {

    /** The key under which it is sent, however often and by whomever. */
    public String key() {
        return "refund:" + ref;
    }

    /** The row as it is after a change was written. */
    RefundRow after(RefundChange change) {
        return new RefundRow(
                id,
                ref,
                paymentId,
                paymentRef,
                orderRef,
                storeId,
                amount,
                change.state(),
                intent,
                change.gatewayRefund() == null ? gatewayRefund : change.gatewayRefund(),
                change.asked(),
                keyAgeSeconds,
                version + 1,
                trace);
    }
}
