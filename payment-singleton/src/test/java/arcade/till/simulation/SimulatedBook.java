package arcade.till.simulation;

import arcade.cluster.FencingToken;
import arcade.payment.PaymentState;
import arcade.till.book.PaymentBook;
import arcade.till.failpoint.Failpoint;
import arcade.till.payment.AskSchedule;
import arcade.till.payment.Change;
import arcade.till.payment.Outcome;
import arcade.till.payment.PaymentProcess;
import arcade.till.payment.Step;
import arcade.till.simulation.SimulatedDatabase.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The till's transactions, statement by statement, as {@link PaymentBook} makes them: other tills' commits come between any two of
 * them, and the machine can be stopped or killed at any of its failpoints.
 */
final class SimulatedBook {
    private final SimulatedWorld world;
    private final SimulatedDatabase database;
    private final SimulatedTables tables;
    private final SimulatedTill till;
    private final SimulatedFence fence;

    SimulatedBook(SimulatedWorld world, SimulatedTill till) {
        this.world = world;
        this.database = world.database;
        this.tables = world.database.tables;
        this.till = till;
        this.fence = new SimulatedFence(world, till);
    }

    /** What a transaction comes to. */
    record Ends(Consumer<List<Step>> committed, Runnable fenced, Runnable failed) {}

    void begin(FencingToken token, int limit, Ends ends) {
        SimulatedTransaction transaction = database.begin(till.machine, token);
        List<SimulatedPayment> due = new ArrayList<>();
        fence(
                transaction,
                ends,
                () -> database.send(
                        transaction,
                        List::of,
                        () -> lockDue(transaction, limit, due),
                        () -> {
                            List<Change> changes = due.stream()
                                    .map(payment -> PaymentProcess.begin(world.row(payment)))
                                    .toList();
                            write(transaction, changes, ends);
                        },
                        ends.failed()));
    }

    void record(FencingToken token, List<Outcome> outcomes, Ends ends) {
        SimulatedTransaction transaction = database.begin(till.machine, token);
        List<Long> ids = outcomes.stream()
                .map(outcome -> outcome.step().payment().id())
                .sorted()
                .toList();
        Set<Long> givenUp = new HashSet<>();
        fence(
                transaction,
                ends,
                () -> database.send(
                        transaction,
                        () -> locks(ids),
                        () -> ids.stream()
                                .filter(id -> tables.payment(id).isGivenUp(world.time.now()))
                                .forEach(givenUp::add),
                        () -> write(transaction, inOrder(outcomes, givenUp), ends),
                        ends.failed()));
    }

    private static List<Change> inOrder(List<Outcome> outcomes, Set<Long> givenUp) {
        return outcomes.stream()
                .map(outcome -> outcome.change(givenUp))
                .sorted(Comparator.comparingLong(change -> change.row().id()))
                .toList();
    }

    void takeOver(FencingToken token, Ends ends) {
        SimulatedTransaction transaction = database.begin(till.machine, token);
        List<SimulatedPayment> inFlight = new ArrayList<>();
        fence(
                transaction,
                ends,
                () -> database.send(
                        transaction,
                        () -> {
                            tables.payments().stream()
                                    .filter(SimulatedPayment::isInFlight)
                                    .forEach(inFlight::add);
                            return locks(
                                    inFlight.stream().map(payment -> payment.id).toList());
                        },
                        () -> inFlight.forEach(found -> {
                            SimulatedPayment row = writable(transaction, found.id);
                            row.dueAt = row.isInFlight() ? Math.min(row.dueAt, world.time.now()) : row.dueAt;
                        }),
                        () -> commit(transaction, List.of(), ends),
                        ends.failed()));
    }

    private void fence(SimulatedTransaction transaction, Ends ends, Runnable passed) {
        fence.pass(transaction, passed, ends.fenced(), ends.failed());
    }

    /** {@code FOR UPDATE SKIP LOCKED}. */
    private void lockDue(SimulatedTransaction transaction, int limit, List<SimulatedPayment> due) {
        for (SimulatedPayment payment : tables.due(world.time.now())) {
            if (due.size() < limit && tables.lock(payment.id).tryTake(transaction, true)) {
                due.add(payment.copy());
            }
        }
    }

    private void write(SimulatedTransaction transaction, List<Change> changes, Ends ends) {
        List<Step> next = new ArrayList<>();
        List<Change> written = new ArrayList<>();
        database.send(
                transaction,
                () -> locks(changes.stream().map(change -> change.row().id()).toList()),
                () -> {
                    for (Change change : changes) {
                        boolean isWritten = update(transaction, change);
                        if (isWritten) {
                            written.add(change);
                        }
                        // Written before: its commit was made, though the answer was lost.
                        if (isWritten || tables.changes.contains(change.id())) {
                            change.step().ifPresent(next::add);
                        }
                    }
                },
                () -> till.at(Failpoint.OUTCOME_WRITTEN, () -> settle(transaction, written, next, ends)),
                ends.failed());
        if (world.bugs.has(SimulatedBug.SENT_BEFORE_THE_INTENTION)) {
            changes.forEach(change -> change.step().ifPresent(till::callAtOnce));
        }
    }

    private boolean update(SimulatedTransaction transaction, Change change) {
        SimulatedPayment row = writable(transaction, change.row().id());
        if (!row.isAsReadBy(change)) {
            return false;
        }
        row.apply(change, world.time.now());
        transaction.onCommit.add(() -> log(transaction, change));
        return true;
    }

    private void log(SimulatedTransaction transaction, Change change) {
        PaymentState from = change.row().state();
        for (PaymentState to : change.path()) {
            FencingToken token = transaction.token;
            tables.transitions.add(
                    new SimulatedTables.Transition(change.row().id(), from, to, token.epoch(), token.owner()));
            from = to;
        }
        if (!change.path().isEmpty()) {
            tables.changes.add(change.id());
        }
        look(change);
        change.step()
                .filter(step -> step.attempt() != null)
                .ifPresent(step -> tables.attempts.add(step.operation().key(step.payment())));
        world.trace.say(
                till.machine.name(),
                "epoch %d: payment %d %s -> %s, then %s",
                transaction.token.epoch(),
                change.row().id(),
                change.row().state(),
                change.path(),
                change.next().map(Enum::name).orElse("nothing"));
    }

    /** What {@code PaymentBook.look} keeps for a human. */
    private void look(Change change) {
        if (change.found().isPresent()) {
            tables.breaks.add(change.row().id());
        } else if (AskSchedule.isOver(change.row().asked()) && !change.path().isEmpty()) {
            tables.breaks.remove(change.row().id());
        }
    }

    private void settle(SimulatedTransaction transaction, List<Change> written, List<Step> next, Ends ends) {
        List<Change> ended = written.stream()
                .filter(change -> !change.path().isEmpty())
                .filter(change -> change.state() == PaymentState.CAPTURED || world.freesStock(change.state()))
                .toList();
        if (ended.isEmpty()) {
            commit(transaction, next, ends);
            return;
        }
        boolean anyCaptured = ended.stream().anyMatch(change -> change.state() == PaymentState.CAPTURED);
        database.send(
                transaction,
                () -> anyCaptured ? List.of(new Wish(tables.counterLock, true)) : List.of(),
                () -> new SimulatedSettlement(world, transaction).settle(ended),
                () -> till.at(Failpoint.ORDER_SETTLED, () -> commit(transaction, next, ends)),
                ends.failed());
    }

    private void commit(SimulatedTransaction transaction, List<Step> next, Ends ends) {
        database.commit(transaction, () -> ends.committed().accept(next), ends.failed());
    }

    private SimulatedPayment writable(SimulatedTransaction transaction, long id) {
        return transaction.written.computeIfAbsent(
                id, missing -> tables.payment(missing).copy());
    }

    private List<Wish> locks(List<Long> payments) {
        return payments.stream().map(id -> new Wish(tables.lock(id), true)).toList();
    }
}
