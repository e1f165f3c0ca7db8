package arcade.payment;

import java.util.Set;

/**
 * How far a payment got. The pairs that {@link #mayBecome} allows stand in the table {@code legal_transition} too, to
 * which the transition log has a foreign key, so that SQL written by hand obeys as well.
 *
 * <p>An {@code …ING} state is an intention that was committed before its call was sent; an {@code UNKNOWN_…} state is a
 * call whose answer was lost, and leaves only by an answer of the gateway.
 */
public enum PaymentState {
    REQUESTED,
    AUTHORIZING,
    REQUIRES_ACTION,
    AUTHORIZED,
    DECLINED,
    UNKNOWN_AUTHORIZATION,
    CAPTURING,
    CAPTURED,
    UNKNOWN_CAPTURE,
    CAPTURE_FAILED,
    VOIDING,
    VOIDED,
    UNKNOWN_VOID,
    EXPIRED,
    ABANDONED;

    public boolean mayBecome(PaymentState next) {
        return successors().contains(next);
    }

    Set<PaymentState> successors() {
        return switch (this) {
            case REQUESTED -> Set.of(AUTHORIZING, ABANDONED);
            case AUTHORIZING -> Set.of(AUTHORIZED, REQUIRES_ACTION, DECLINED, UNKNOWN_AUTHORIZATION);
            case UNKNOWN_AUTHORIZATION -> Set.of(AUTHORIZING, AUTHORIZED, REQUIRES_ACTION, DECLINED, VOIDING);
            case REQUIRES_ACTION -> Set.of(AUTHORIZED, DECLINED, VOIDING, ABANDONED);
            case DECLINED -> Set.of(AUTHORIZING, VOIDING, ABANDONED);
            case AUTHORIZED -> Set.of(CAPTURING, VOIDING, EXPIRED);
            case CAPTURING -> Set.of(CAPTURED, UNKNOWN_CAPTURE, CAPTURE_FAILED);
            case UNKNOWN_CAPTURE -> Set.of(CAPTURING, CAPTURED, CAPTURE_FAILED);
            case VOIDING -> Set.of(VOIDED, UNKNOWN_VOID, CAPTURED);
            case UNKNOWN_VOID -> Set.of(VOIDING, VOIDED, CAPTURED);
            case CAPTURED, CAPTURE_FAILED, VOIDED, EXPIRED, ABANDONED -> Set.of();
        };
    }

    /**
     * Whether somebody who waits for the result of a payment has it, or has to act himself, and need not wait longer.
     */
    public boolean isDecided() {
        return switch (this) {
            case CAPTURED, DECLINED, CAPTURE_FAILED, VOIDED, EXPIRED, ABANDONED, REQUIRES_ACTION -> true;
            case REQUESTED,
                    AUTHORIZING,
                    AUTHORIZED,
                    UNKNOWN_AUTHORIZATION,
                    CAPTURING,
                    UNKNOWN_CAPTURE,
                    VOIDING,
                    UNKNOWN_VOID -> false;
        };
    }
}
