package arcade.till.payment;

import arcade.payment.PaymentMethod;
import arcade.payment.PaymentState;
import arcade.shared.Money;
import arcade.shared.Token;

/**
 * A payment as the till read it, under the version that its next write must still find.
 *
 * @param methodToken the gateway's payment method for this attempt; null on the hosted page
 * @param intent the gateway's payment intent; null until known
 * @param session the gateway's hosted session; null until known
 * @param asked how often the gateway was asked about the present state
 * @param ageSeconds since the payment was requested, by the database's clock
 * @param givenUp whether it is to be let go instead of captured: the shopper cancelled, or took too long
 */
public record PaymentRow(
        long id,
        Token ref,
        Token orderRef,
        long storeId,
        String storeCode,
        Money amount,
        PaymentState state,
        PaymentMethod.Kind method,
        String methodToken,
        String returnOrigin,
        int attempt,
        String intent,
        String session,
        int asked,
        long ageSeconds,
        boolean givenUp,
        long version) {

    /** The row as it is after a change was written. */
    PaymentRow after(Change change) {
        return new PaymentRow(
                id,
                ref,
                orderRef,
                storeId,
                storeCode,
                amount,
                change.state(),
                method,
                methodToken,
                returnOrigin,
                change.attempt(),
                known(change.learned().intent(), intent),
                known(change.learned().session(), session),
                change.asked(),
                ageSeconds,
                givenUp,
                change.version());
    }

    /** The same row, once the shopper has given up. */
    PaymentRow asGivenUp() {
        return new PaymentRow(
                id,
                ref,
                orderRef,
                storeId,
                storeCode,
                amount,
                state,
                method,
                methodToken,
                returnOrigin,
                attempt,
                intent,
                session,
                asked,
                ageSeconds,
                true,
                version);
    }

    /** The same row under the gateway's names, where they became known. */
    public PaymentRow named(String newIntent, String newSession) {
        return new PaymentRow(
                id,
                ref,
                orderRef,
                storeId,
                storeCode,
                amount,
                state,
                method,
                methodToken,
                returnOrigin,
                attempt,
                known(newIntent, intent),
                known(newSession, session),
                asked,
                ageSeconds,
                givenUp,
                version);
    }

    /** Whether the gateway knows anything of this payment, as far as we know. */
    boolean isKnownToGateway() {
        return intent != null || session != null;
    }

    private static String known(String news, String before) {
        return news == null ? before : news;
    }
}
