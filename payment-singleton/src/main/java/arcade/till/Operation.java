package arcade.till;

/** One conversation with the gateway about one payment. */
enum Operation {
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
    boolean acts() {
        return this != ASK;
    }
}
