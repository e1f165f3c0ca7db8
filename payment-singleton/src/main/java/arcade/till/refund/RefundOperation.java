package arcade.till.refund;

/** One conversation with the gateway about one refund. */
public enum RefundOperation {
    /** Give the amount back. */
    REFUND,
    /** Look whether the gateway has the refund, and how it stands. Changes nothing. */
    ASK;

    /** Whether the gateway acts on it, so that it is written down as an attempt before it is sent. */
    boolean acts() {
        return this == REFUND;
    }
}
