package arcade.till.payment;

import arcade.payment.PaymentMethod;
import arcade.payment.PaymentState;
import arcade.shared.Money;
import arcade.shared.Token;
import java.time.Instant;

/**
 * A payment as the till read it, under the version that its next write must still find.
 *
 * @param attempt which card it is, from 1
 * @param methodToken the gateway's payment method for this attempt; null on the hosted page
 * @param sentAt when the last call about it that acts was written down, by the database's clock; before any, when it was requested
 * @param asked how often the gateway was asked about the present state
 * @param ageSeconds since the payment was requested, by the database's clock
 * @param givenUp whether it is to be let go instead of captured: the shopper cancelled, or took too long
 */
public record PaymentRow(
        long id,
        Owed owed,
        PaymentState state,
        int attempt,
        String methodToken,
        GatewayNames names,
        Instant sentAt,
        int asked,
        long ageSeconds,
        boolean givenUp,
        long version) {

    /** The row as it is after a change was written. */
    PaymentRow after(Change change) {
        GatewayNames known =
                names.and(change.learned().intent(), change.learned().session());
        return new PaymentRow(
                id,
                owed,
                change.state(),
                change.attempt(),
                methodToken,
                known,
                sentAt,
                change.asked(),
                ageSeconds,
                givenUp,
                change.version());
    }

    /** The same row, once the shopper has given up. */
    PaymentRow asGivenUp() {
        return new PaymentRow(id, owed, state, attempt, methodToken, names, sentAt, asked, ageSeconds, true, version);
    }

    /** The same row under the gateway's names, where they became known. */
    public PaymentRow named(String newIntent, String newSession) {
        GatewayNames known = names.and(newIntent, newSession);
        return new PaymentRow(
                id, owed, state, attempt, methodToken, known, sentAt, asked, ageSeconds, givenUp, version);
    }

    /** Whether the gateway knows anything of this payment, as far as we know. */
    boolean isKnownToGateway() {
        return intent() != null || session() != null;
    }

    /**
     * Whether nothing is said to the gateway when it is asked about: it has no name to ask for yet, and its call is sent again
     * under its key, which gives the name if there is one.
     */
    public boolean isNotAskedYet() {
        return !isKnownToGateway() && asked == 0;
    }

    public Token ref() {
        return owed.ref();
    }

    public Token orderRef() {
        return owed.orderRef();
    }

    public long storeId() {
        return owed.storeId();
    }

    public String storeCode() {
        return owed.storeCode();
    }

    public Money amount() {
        return owed.amount();
    }

    public PaymentMethod.Kind method() {
        return owed.method();
    }

    public String returnOrigin() {
        return owed.returnOrigin();
    }

    /** Null until known. */
    public String intent() {
        return names.intent();
    }

    /** Null until known. */
    public String session() {
        return names.session();
    }
}
