package arcade.till.refund;

/**
 * A call about a refund that may be sent: its intention is committed.
 *
 * @param attempt the id of its row in {@code payment_attempt}; null for a question, which leaves none
 */
public record RefundStep(RefundRow refund, RefundOperation operation, String attempt) {}
