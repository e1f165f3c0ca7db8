package arcade.till.refund;

/** What the gateway said about a refund, or that nobody knows what it said. */
public sealed interface RefundAnswer {

    /** The money is on its way to the shopper, and the gateway is done with it. */
    record Done(String gatewayRefund) implements RefundAnswer {}

    /** The gateway has it and is not done with it. */
    record Pending(String gatewayRefund) implements RefundAnswer {}

    /**
     * A definite no.
     *
     * @param gatewayRefund null: the gateway did not even take it
     * @param reason the gateway's word
     */
    record Failed(String gatewayRefund, String reason) implements RefundAnswer {}

    /** The gateway shows all refunds of the intent, and ours is not among them: it was not carried out. */
    record NotExecuted() implements RefundAnswer {}

    /** It names our refund with another amount, currency or intent. Never believed. */
    record Foreign(String detail) implements RefundAnswer {}

    /** Timeout, reset, 5xx, unreadable: it may have been carried out or not. Never "failed". */
    record Unknown(String detail) implements RefundAnswer {}
}
