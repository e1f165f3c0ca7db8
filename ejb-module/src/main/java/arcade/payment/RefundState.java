package arcade.payment;

import java.util.Set;

/**
 * How far a refund got. The pairs that {@link #mayBecome} allows stand in the table {@code legal_refund_transition}
 * too, to which the log of transitions has a foreign key.
 */
public enum RefundState {
    /** Written down; the till has not begun. */
    REQUESTED,
    /** The call was committed and may have been sent; or the gateway has the refund and is not done with it. */
    REFUNDING,
    /** The answer to the call was lost; left only by an answer of the gateway. */
    UNKNOWN_REFUND,
    /** The gateway gave the money back. */
    REFUNDED,
    /** It did not, or the shopper's bank sent it back: the amount is the shop's again. */
    REFUND_FAILED;

    public boolean mayBecome(RefundState next) {
        return successors().contains(next);
    }

    Set<RefundState> successors() {
        return switch (this) {
            case REQUESTED -> Set.of(REFUNDING);
            case REFUNDING -> Set.of(REFUNDED, REFUND_FAILED, UNKNOWN_REFUND);
            case UNKNOWN_REFUND -> Set.of(REFUNDING, REFUNDED, REFUND_FAILED);
            case REFUNDED -> Set.of(REFUND_FAILED);
            case REFUND_FAILED -> Set.of();
        };
    }
}
