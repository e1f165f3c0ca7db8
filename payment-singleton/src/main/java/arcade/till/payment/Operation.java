package arcade.till.payment;

/** One conversation with the gateway about one payment. */
public enum Operation {
    /** Make the hosted page on which the shopper pays. Moves no money. */
    OPEN_PAGE,
    /** Hold the amount on the payment method that the client brought. */
    AUTHORIZE,
    /** Take the amount that is held. */
    CAPTURE,
    /** Make sure that nothing can be taken any more: close the hosted page, let go what is held. */
    VOID,
    /** Look how the payment stands. Changes nothing. */
    ASK;

    /** Whether the gateway acts on it, so that it is written down as an attempt before it is sent. */
    public boolean acts() {
        return this != ASK;
    }

    /** The idempotency key under which it is sent, however often and by whomever: made from the payment alone. */
    public String key(PaymentRow payment) {
        return switch (this) {
            case OPEN_PAGE -> "create:" + payment.ref();
            case AUTHORIZE -> "confirm:" + payment.ref() + ":" + payment.attempt();
            case CAPTURE -> "capture:" + payment.ref();
            case VOID -> "cancel:" + payment.ref();
            case ASK -> throw new IllegalArgumentException("asking needs no key");
        };
    }
}
