package arcade.till.payment;

/** In which way the shop and the gateway differ, or the till does not know on; and what a human should do about it. */
public enum BreakKind {
    /**
     * Asked for over an hour, the gateway did not tell what became of a call. Look the payment up in the gateway's dashboard; if it
     * is there, its answer is found within the hour, if the gateway is well; if it is not there, cancel the order. Without a name at
     * the gateway for 23 hours it is not made again: docs/decisions/010 tells what is left to do.
     */
    UNRESOLVED,
    /**
     * The gateway answered with another intent, amount or currency than was asked for, and was not believed. Find out who else
     * uses this account, or what stands between the till and the gateway; nothing was moved by this answer.
     */
    FOREIGN_ANSWER,
    /** The gateway or the shopper's bank refused to take a refund. Give the money back another way, such as by bank transfer. */
    REFUND_FAILED,
    /**
     * The order was given up, but its money was taken at the gateway before it could be let go: it counts as paid. Ask the shopper,
     * and refund the order if it is not wanted any more.
     */
    TAKEN_AFTER_GIVING_UP,
    /**
     * An amount is held at the gateway that no payment of ours waits for. The till lets it go by itself; if the cure failed, cancel
     * the intent in the gateway's dashboard.
     */
    ORPHAN_AUTHORIZATION,
    /**
     * An amount was taken at the gateway that no payment of ours counts. The till attaches or refunds it by its policy; if nothing
     * was done, decide whether the shopper gets the goods or the money, and refund it in the gateway's dashboard.
     */
    ORPHAN_CAPTURE,
    /**
     * We count a payment as captured, and the gateway has no such money. Stop the parcel if there is still time, and ask the
     * gateway with the intent's name; the ledger holds a posting that no bank account will cover.
     */
    CAPTURE_MISSING,
    /** The gateway moved another amount or currency than we count. Refund the difference, or ask the shopper for it. */
    AMOUNT_DIFFERS,
    /**
     * We say that a payment is in one state and the gateway that it is in another. Where the payment is still open the till asks
     * by itself; where it is over, see who acted in the gateway's dashboard (a refund, a cancellation, a dispute) and follow up.
     */
    STATE_DIFFERS,
    /**
     * The gateway gave back more or less than our refunds say. Where it gave back more, somebody refunded in the dashboard: write
     * it into the books; where it gave back less, look for the refund that failed.
     */
    REFUND_DIFFERS,
    /** The shopper's bank takes the money back. Answer it in the gateway's dashboard before the deadline that is shown there. */
    DISPUTED,
    /**
     * The gateway has two intents that name the same payment, against the rule of one intent for ever. See that at most one of
     * them holds money, cancel or refund the other, and report it: a till may have been outvoted in a way that must not be.
     */
    SECOND_INTENT
}
