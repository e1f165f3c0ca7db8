package arcade.till.payment;

import arcade.payment.PaymentState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one transaction writes about one payment.
 *
 * @param id known before the commit, so that an unknown commit can be looked up by it
 * @param path the states it goes through in this transaction, each a legal transition from the one before; empty: it stays
 * @param dueIn when the till looks again by itself; null: never. While a call is in flight this is when its sender counts as dead
 * @param next what to send once this is committed
 * @param found what a human must look at
 */
public record Change(
        String id,
        PaymentRow row,
        List<PaymentState> path,
        Learned learned,
        int attempt,
        int asked,
        Duration dueIn,
        Optional<Operation> next,
        Optional<Break> found)
        implements Walk {

    public Change {
        path = List.copyOf(path);
        PaymentState at = row.state();
        for (PaymentState step : path) {
            if (!at.mayBecome(step)) {
                throw new IllegalStateException("payment " + row.ref() + " may not go from " + at + " to " + step);
            }
            at = step;
        }
    }

    static Change of(
            PaymentRow row,
            List<PaymentState> path,
            Learned learned,
            int attempt,
            int asked,
            Duration dueIn,
            Optional<Operation> next) {
        return new Change(
                UUID.randomUUID().toString(), row, path, learned, attempt, asked, dueIn, next, Optional.empty());
    }

    /** The same under an id that was given before. */
    Change under(String known) {
        return new Change(known, row, path, learned, attempt, asked, dueIn, next, found);
    }

    Change finding(BreakKind kind, String detail) {
        String intent = learned.intent() != null ? learned.intent() : row.intent();
        Break noted = new Break(kind, row.ref().value(), row.ref().value(), intent, detail);
        return new Change(id, row, path, learned, attempt, asked, dueIn, next, Optional.of(noted));
    }

    @Override
    public long rowId() {
        return row.id();
    }

    @Override
    public PaymentState from() {
        return row.state();
    }

    /** The call that may be sent once this is committed. */
    public Optional<Step> step() {
        return next.map(operation -> new Step(row.after(this), operation, operation.acts() ? id : null));
    }

    /**
     * The version after it. Only asking leaves it: the shopper's page may make the till ask again while it asks, and then the first
     * answer counts, not none.
     */
    public long version() {
        boolean asksOnly = path.isEmpty() && next.filter(Operation.ASK::equals).isPresent();
        return asksOnly ? row.version() : row.version() + 1;
    }

    /** The state after it. */
    public PaymentState state() {
        return path.isEmpty() ? row.state() : path.get(path.size() - 1);
    }

    /** Whether it is in this state now and was not before. */
    public boolean becomes(PaymentState state) {
        return !path.isEmpty() && state() == state;
    }
}
