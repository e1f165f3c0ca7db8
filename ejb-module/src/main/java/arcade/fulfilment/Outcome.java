package arcade.fulfilment;

import arcade.shared.Token;

/** What became of a wish about a paid order. */
public sealed interface Outcome {

    /**
     * It is written down.
     *
     * @param ref of the shipment or the return; of the order for a cancellation
     * @param again whether the same had been asked for before, so that nothing happened now
     */
    record Done(Token ref, boolean again) implements Outcome {}

    /**
     * Nothing was written.
     *
     * @param detail one sentence for a clerk that names values and what to do
     */
    record Refused(Reason reason, String detail) implements Outcome {}

    /** Why not. */
    enum Reason {
        NO_SUCH_ORDER,
        NO_SUCH_SHIPMENT,
        NO_SUCH_RETURN,
        NOT_PAID,
        /** No pieces were named. */
        NOTHING,
        /** More pieces than there are to send, or to send back. */
        TOO_MANY,
        /** A piece was sent already. */
        SHIPPED,
        /** The time for it is over. */
        TOO_LATE,
        /** The return was decided already. */
        DECIDED,
        /** A text is missing, too long or no address of the web. */
        TEXT
    }

    static Refused refused(Reason reason, String detail) {
        return new Refused(reason, detail);
    }

    default boolean isDone() {
        return this instanceof Done;
    }
}
