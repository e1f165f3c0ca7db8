package arcade.till.reconcile;

import arcade.till.payment.Break;

/** A difference between the two books, and what may be done about it without a human. */
public record Finding(Break found, Cure cure) {

    /** What the till does about a difference by itself. */
    enum Cure {
        /** Nothing: somebody must look. */
        NONE(""),
        /** The payment is made due, so that the till asks the gateway and believes only that answer. */
        ASK("ASKED"),
        /** What is held is let go. */
        VOID("VOIDING"),
        /** What was taken is given back. */
        REFUND("REFUNDING");

        private final String intention;

        Cure(String intention) {
            this.intention = intention;
        }

        /** What the break's row says before the cure is made. */
        String intention() {
            return intention;
        }
    }
}
