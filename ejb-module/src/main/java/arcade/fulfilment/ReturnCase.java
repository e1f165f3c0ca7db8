package arcade.fulfilment;

import arcade.shared.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Pieces that come back, or a contract that was withdrawn from. REQUESTED → RECEIVED → REFUNDED when the till has given the money
 * back, or REQUESTED → REFUSED. A withdrawal of which nothing had been sent is RECEIVED at once.
 *
 * @param reason of a return
 * @param remark the shopper's words, or empty
 * @param refusal why the shop refused, for the shopper to read
 * @param lines sent pieces that come back
 * @param unsent pieces of a withdrawal that were not sent and will not be
 */
public record ReturnCase(
        Token ref,
        Kind kind,
        State state,
        Optional<Reason> reason,
        String remark,
        Optional<String> refusal,
        Instant requestedAt,
        Optional<Instant> closedAt,
        List<Pieces> lines,
        List<Pieces> unsent) {

    public enum Kind {
        /** Pieces that the shopper does not want, within the shop's own time. */
        RETURN,
        /** The right of the law: the contract ends. */
        WITHDRAWAL
    }

    public enum State {
        REQUESTED,
        RECEIVED,
        REFUNDED,
        REFUSED
    }

    public enum Reason {
        CHANGED_MIND,
        DOES_NOT_FIT,
        NOT_AS_DESCRIBED,
        DAMAGED,
        WRONG_ARTICLE
    }

    /** One that begins now. */
    static ReturnCase wished(
            Token ref, Kind kind, Optional<Reason> reason, String remark, List<Pieces> lines, List<Pieces> unsent) {
        return new ReturnCase(
                ref,
                kind,
                State.REQUESTED,
                reason,
                remark,
                Optional.empty(),
                Instant.now(),
                Optional.empty(),
                lines,
                unsent);
    }

    public ReturnCase {
        lines = List.copyOf(lines);
        unsent = List.copyOf(unsent);
    }

    public boolean is(String name) {
        return state.name().equals(name);
    }
}
