package arcade.handover;

import arcade.shared.Token;
import java.util.Optional;

/** What became of a ticket that somebody brought. */
public sealed interface HandOverAnswer {

    /**
     * It was taken, and never will be again.
     *
     * @param cart of this store, with all that it sells of what was brought; empty: nothing was brought
     * @param left how many articles stayed behind, because this store does not sell them
     */
    record Arrived(Optional<Token> cart, int left) implements HandOverAnswer {}

    /** Taken a moment ago: the second click of a double one. Nothing was done. */
    record JustTaken() implements HandOverAnswer {}

    /** Nothing was done. */
    record Refused(Reason reason) implements HandOverAnswer {}

    enum Reason {
        /** Nobody here wrote it. */
        FORGED,
        /** It was written for another host name. */
        ELSEWHERE,
        EXPIRED,
        USED,
        /** The stores have one owner no more. */
        PARTED
    }
}
