package arcade.till.lease;

import arcade.cluster.FencingToken;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What everybody who works at the till shares: whether this node may act, that its tenure is over, and whether the gateway is heard.
 * Safe for all threads.
 */
public final class Shift {
    private static final int SILENT = 10;

    private final Supplier<Optional<Tenure>> tenure;
    private final Consumer<FencingToken> lost;
    private final AtomicInteger unanswered = new AtomicInteger();

    /**
     * @param tenure this node's tenure, if it is the till
     * @param lost called when the database shows that a tenure is over
     */
    public Shift(Supplier<Optional<Tenure>> tenure, Consumer<FencingToken> lost) {
        this.tenure = tenure;
        this.lost = lost;
    }

    /** The token, while something may be sent under it. */
    public Optional<FencingToken> acting() {
        return tenure.get().filter(held -> held.mayAct(System.nanoTime())).map(Tenure::token);
    }

    /** The token, also when its age forbids to send: what came back is recorded if the fence lets it pass. */
    public Optional<FencingToken> token() {
        return tenure.get().map(Tenure::token);
    }

    /** Told when the database shows that the tenure under this token is over. */
    public void lost(FencingToken token) {
        lost.accept(token);
    }

    /** Told after each conversation with the gateway, of whatever kind. */
    public void heard(boolean answered) {
        if (answered) {
            unanswered.set(0);
        } else {
            unanswered.incrementAndGet();
        }
    }

    /** Whether so many calls in a row were left without an answer that the next one is not worth a payment. */
    public boolean isSilent() {
        return unanswered.get() >= SILENT;
    }
}
