package arcade.till.payment;

/**
 * One difference that a human may have to look at: a row of {@code payment_break}, of which there is one for a kind and a subject.
 *
 * @param subject what it is about: a payment's or a refund's ref, or the gateway's name of an intent that is none of ours
 * @param paymentRef the payment concerned; null: none of ours
 * @param gatewayIntent the gateway's name of the intent concerned; null: none is known
 * @param detail both sides in words with their amounts, cut off at 500 characters; never card data
 */
public record Break(BreakKind kind, String subject, String paymentRef, String gatewayIntent, String detail) {
    static final int DETAIL_LENGTH = 500;

    public Break {
        if (subject.isBlank()) {
            throw new IllegalArgumentException("a break of kind " + kind + " has no subject");
        }
        detail = detail.substring(0, Math.min(DETAIL_LENGTH, detail.length()));
    }

    /** Whether both are the same row. */
    public boolean isSame(Break other) {
        return kind == other.kind && subject.equals(other.subject);
    }
}
