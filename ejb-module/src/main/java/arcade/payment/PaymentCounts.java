package arcade.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What became of payments on this node since it started: counted once it is committed, lost with the node. */
@ApplicationScoped
public class PaymentCounts {
    private final LongAdder asked = new LongAdder();
    private final LongAdder captured = new LongAdder();
    private final Map<Failure, LongAdder> failures = new EnumMap<>(Failure.class);

    /** Why a call to the gateway brought no money. */
    public enum Failure {
        /** The card's bank said no. */
        DECLINED,
        /** The gateway will take no money any more: cancelled, or its page expired. */
        CLOSED,
        /** No answer that can be read: asked about later. */
        SILENCE,
        /** An answer about something else. */
        FOREIGN
    }

    public PaymentCounts() {
        for (Failure reason : Failure.values()) {
            failures.put(reason, new LongAdder());
        }
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) PaymentAsked order) {
        asked.increment();
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) PaymentsCaptured payments) {
        captured.add(payments.captures().size());
    }

    public void count(Failure reason) {
        failures.get(reason).increment();
    }

    /** One for each order that was placed. */
    public long asked() {
        return asked.sum();
    }

    public long captured() {
        return captured.sum();
    }

    public long failed(Failure reason) {
        return failures.get(reason).sum();
    }
}
