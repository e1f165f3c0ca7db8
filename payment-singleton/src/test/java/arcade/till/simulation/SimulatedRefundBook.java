package arcade.till.simulation;

import arcade.cluster.FencingToken;
import arcade.till.book.RefundBook;
import arcade.till.failpoint.Failpoint;
import arcade.till.refund.RefundChange;
import arcade.till.refund.RefundOutcome;
import arcade.till.refund.RefundProcess;
import arcade.till.refund.RefundRow;
import arcade.till.refund.RefundStep;
import arcade.till.simulation.SimulatedDatabase.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The till's transactions about refunds, as {@link RefundBook} makes them: the payment's row is locked before the refund's. */
final class SimulatedRefundBook {
    private final SimulatedWorld world;
    private final SimulatedDatabase database;
    private final SimulatedTables tables;
    private final SimulatedTill till;
    private final SimulatedFence fence;

    SimulatedRefundBook(SimulatedWorld world, SimulatedTill till) {
        this.world = world;
        this.database = world.database;
        this.tables = world.database.tables;
        this.till = till;
        this.fence = new SimulatedFence(world, till);
    }

    /** What a transaction comes to. */
    record Ends(Consumer<List<RefundStep>> committed, Runnable fenced, Runnable failed) {}

    void begin(FencingToken token, int limit, Ends ends) {
        SimulatedTransaction transaction = database.begin(till.machine, token);
        List<RefundRow> due = new ArrayList<>();
        Runnable begun =
                () -> write(transaction, due.stream().map(RefundProcess::begin).toList(), ends);
        fence.pass(
                transaction,
                () -> database.send(
                        transaction, List::of, () -> lockDue(transaction, limit, due), begun, ends.failed()),
                ends.fenced(),
                ends.failed());
    }

    void record(FencingToken token, List<RefundOutcome> outcomes, Ends ends) {
        SimulatedTransaction transaction = database.begin(till.machine, token);
        List<RefundChange> changes = outcomes.stream()
                .map(RefundOutcome::change)
                .sorted(Comparator.comparingLong(change -> change.row().id()))
                .toList();
        fence.pass(transaction, () -> write(transaction, changes, ends), ends.fenced(), ends.failed());
    }

    /** {@code FOR UPDATE SKIP LOCKED}, of the refund and of its payment. */
    private void lockDue(SimulatedTransaction transaction, int limit, List<RefundRow> due) {
        for (SimulatedRefundRow refund : tables.refundsDue(world.time.now())) {
            boolean free = due.size() < limit
                    && tables.lock(refund.payment).tryTake(transaction, true)
                    && tables.refundLock(refund.id).tryTake(transaction, true);
            if (free) {
                due.add(refund.row(tables.payment(refund.payment), world.time.now()));
            }
        }
    }

    private void write(SimulatedTransaction transaction, List<RefundChange> changes, Ends ends) {
        List<RefundStep> next = new ArrayList<>();
        database.send(
                transaction,
                () -> locks(changes),
                () -> update(transaction, changes, next),
                () -> till.at(
                        Failpoint.OUTCOME_WRITTEN,
                        () -> database.commit(
                                transaction, () -> ends.committed().accept(next), ends.failed())),
                ends.failed());
    }

    private void update(SimulatedTransaction transaction, List<RefundChange> changes, List<RefundStep> next) {
        Map<Long, SimulatedRefundRow> written = new TreeMap<>();
        for (RefundChange change : changes) {
            SimulatedRefundRow row = written.computeIfAbsent(
                    change.row().id(), id -> tables.refund(id).copy());
            boolean isNew = row.isAsReadBy(change);
            if (isNew) {
                row.apply(change, world.time.now());
                boolean sent =
                        change.step().filter(step -> step.attempt() != null).isPresent();
                row.firstSentAt = sent ? Math.min(row.firstSentAt, world.time.now()) : row.firstSentAt;
                transaction.onCommit.add(() -> log(transaction, change));
            }
            if (isNew || tables.changes.contains(change.id())) {
                change.step().ifPresent(next::add);
            }
        }
        written.values().forEach(row -> transaction.onCommit.add(() -> tables.put(row)));
    }

    private void log(SimulatedTransaction transaction, RefundChange change) {
        if (!change.path().isEmpty()) {
            tables.changes.add(change.id());
        }
        if (change.found().isPresent()) {
            tables.refundBreaks.add(change.row().id());
        }
        change.step()
                .filter(step -> step.attempt() != null)
                .ifPresent(step -> tables.attempts.add(step.refund().key()));
        world.trace.say(
                till.machine.name(),
                "epoch %d: refund %d %s -> %s, then %s",
                transaction.token.epoch(),
                change.row().id(),
                change.row().state(),
                change.path(),
                change.next().map(Enum::name).orElse("nothing"));
    }

    private List<Wish> locks(List<RefundChange> changes) {
        List<Wish> locks = new ArrayList<>();
        changes.stream()
                .map(change -> change.row().paymentId())
                .sorted()
                .forEach(id -> locks.add(new Wish(tables.lock(id), true)));
        changes.forEach(
                change -> locks.add(new Wish(tables.refundLock(change.row().id()), true)));
        return locks;
    }
}
