package arcade.till.line;

import arcade.cluster.FencingToken;
import java.util.List;

/**
 * One kind of business with the gateway, payments or refunds: which of it is due, how a step is said, and how its outcome is kept.
 *
 * @param <S> a step that may be sent: its intention is committed
 * @param <O> what came of a step
 */
interface Correspondence<S, O> {
    /** Whether {@link #begin} would find anything. Takes no lock. */
    boolean hasWork();

    /** Commits the intentions of what is due, oldest first, at most {@code limit}: these steps may be sent now. */
    List<S> begin(FencingToken token, int limit);

    /** What is due by its ids, oldest first; locks nothing. */
    List<Long> due(int limit);

    /** Like {@link #begin}, for one of {@link #due}. */
    List<S> beginOne(FencingToken token, long id);

    /** Lets what cannot be begun wait, so that it holds up nothing else. */
    void putOff(FencingToken token, long id);

    /**
     * Says one step to the gateway, outside any transaction. Silence is an outcome too; what this throws is a bug, and the step is
     * found again when its time in flight is over.
     */
    O converse(S step);

    /** Whether the gateway answered at all; false for a timeout, a reset, a 5xx, something unreadable. */
    boolean isAnswered(O outcome);

    /**
     * Commits what came of steps in one fenced transaction; answers the steps that follow. An outcome that was recorded before
     * changes nothing, but what follows from it is answered again.
     */
    List<S> record(FencingToken token, List<O> outcomes);

    /** The step in a line of the log. */
    String name(S step);
}
