package arcade.till.book;

import arcade.cluster.FencingToken;
import java.util.List;

/**
 * Which steps are due of one kind of business with the gateway, payments or refunds, and what came of them. What takes a token is
 * one committed transaction behind its fence; it throws {@link arcade.cluster.FencedOut} or {@link DatabaseFails}.
 *
 * @param <S> a step that may be sent: its intention is committed
 * @param <O> what came of a step
 */
public interface BookOfSteps<S, O> {
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
     * Commits what came of steps; answers the steps that follow. An outcome that was recorded before changes nothing, but what follows
     * from it is answered again.
     */
    List<S> record(FencingToken token, List<O> outcomes);
}
