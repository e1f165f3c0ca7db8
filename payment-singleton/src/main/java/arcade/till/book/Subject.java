package arcade.till.book;

/**
 * What is to be looked at on both sides.
 *
 * @param paymentRef the payment that is or calls itself ours
 * @param intent the gateway's intent; null: the one that the payment has, if it has one
 */
public record Subject(String paymentRef, String intent) {}
