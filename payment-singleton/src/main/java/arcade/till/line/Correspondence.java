package arcade.till.line;

import arcade.till.book.BookOfSteps;
import arcade.trace.Trace;
import java.util.Optional;

/**
 * One kind of business with the gateway, payments or refunds: where it is written, and how a step is said.
 *
 * @param <S> a step that may be sent: its intention is committed
 * @param <O> what came of a step
 */
interface Correspondence<S, O> {
    /** Where its steps are found and their outcomes kept. */
    BookOfSteps<S, O> book();

    /**
     * Says one step to the gateway, outside any transaction. Silence is an outcome too; what this throws is a bug, and the step is
     * found again when its time in flight is over.
     */
    O converse(S step);

    /** What this outcome says about the gateway itself. */
    Heard heard(O outcome);

    /** Whether the gateway is there. */
    enum Heard {
        AN_ANSWER,
        /** A timeout, a reset, a 5xx, something unreadable. */
        SILENCE,
        /** It was not spoken to. */
        NOTHING
    }

    /** The step in a line of the log. */
    String name(S step);

    /** The request that the step belongs to, if any. */
    Optional<Trace> trace(S step);

    /** What came of it, in a line of the log: the kind of the answer alone, because answers hold addresses that are keys. */
    String said(O outcome);
}
