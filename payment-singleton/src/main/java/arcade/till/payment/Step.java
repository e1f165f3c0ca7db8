package arcade.till.payment;

/**
 * A call that may be sent: its intention is committed.
 *
 * @param attempt the id of its row in {@code payment_attempt}; null for a question, which leaves none
 */
public record Step(PaymentRow payment, Operation operation, String attempt) {}
