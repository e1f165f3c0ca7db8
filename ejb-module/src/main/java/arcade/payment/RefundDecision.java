package arcade.payment;

import arcade.shared.Money;

/** What became of the wish to give money back. */
public sealed interface RefundDecision {

    /**
     * The refund is written down and the till will carry it out.
     *
     * @param again whether the same key had asked for it before
     */
    record Granted(Refund refund, boolean again) implements RefundDecision {}

    /**
     * Nothing was written.
     *
     * @param detail one sentence that names values and what to do
     */
    record Refused(Reason reason, String detail) implements RefundDecision {}

    /** Why a refund is refused. */
    enum Reason {
        NO_SUCH_ORDER,
        /** No money was taken: there is something to cancel, not to refund. */
        NOT_CAPTURED,
        /** Not more than zero. */
        AMOUNT,
        /** More than is left of what was captured. */
        TOO_MUCH,
        /** Everything was given back, or is on its way. */
        NOTHING_LEFT,
        /** The payment has as many refunds as one may have. */
        TOO_MANY,
        /** Missing, or longer than 200 characters. */
        REASON,
        /** Another amount is left than the asker has seen. */
        CHANGED,
        /** The same key asked for another amount before. */
        KEY_REUSED
    }

    static Refused refused(Reason reason, String detail) {
        return new Refused(reason, detail);
    }

    /** @param left of what was captured, neither given back nor on its way */
    static Refused tooMuch(Money asked, Money left) {
        return left.isZero()
                ? refused(Reason.NOTHING_LEFT, "All that was captured is given back or on its way.")
                : refused(
                        Reason.TOO_MUCH,
                        asked.minor() + " is more than the " + left.minor() + " " + left.currency()
                                + " (minor units) that are left of what was captured.");
    }
}
