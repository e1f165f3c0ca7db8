package arcade.till.simulation;

import arcade.cluster.FencingToken;
import arcade.till.TillKeeper;
import arcade.till.failpoint.Failpoint;
import arcade.till.lease.Tenure;
import arcade.till.line.Switchboard;
import arcade.till.line.TillWork;
import arcade.till.payment.Answer;
import arcade.till.payment.Operation;
import arcade.till.payment.Outcome;
import arcade.till.payment.PaymentProcess;
import arcade.till.payment.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One node of the cluster with the role of the till: what its threads do, as events. They look for the lease, beat, look for work,
 * send and record, the way {@link TillKeeper}, {@link TillWork} and {@link Switchboard} do.
 */
final class SimulatedTill {
    private static final long BEAT = SimulatedTime.SECOND;
    private static final long LOOK = 500 * SimulatedTime.MILLI;
    private static final long POLL = 250 * SimulatedTime.MILLI;
    private static final long HAND_OVER = 3 * SimulatedTime.SECOND;
    private static final int LINES = 8;
    private static final int TRIES = 3;

    final SimulatedMachine machine;
    private final SimulatedWorld world;
    private final SimulatedBook book;
    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    private SimulatedLease lease;
    private SimulatedRefundDesk refunds;
    private Tenure tenure;
    private int lines;
    private boolean recording;
    private boolean stopping;

    SimulatedTill(SimulatedWorld world, String name) {
        this.world = world;
        this.machine = new SimulatedMachine(name);
        this.book = new SimulatedBook(world, this);
    }

    void start() {
        machine.start();
        lease = new SimulatedLease(world, machine);
        refunds = new SimulatedRefundDesk(world, this);
        outcomes.clear();
        tenure = null;
        lines = LINES;
        recording = false;
        stopping = false;
        world.trace.say(machine.name(), "starts");
        world.time.tick(machine, BEAT, this::beat);
        world.time.tick(machine, world.faults.between(1, BEAT), this::look);
        world.time.tick(machine, world.faults.between(1, POLL), this::work);
    }

    /** A polite stop: begins nothing, waits for its calls, hands the lease over; then it is gone. */
    void stop() {
        stopping = true;
        world.trace.say(machine.name(), "is asked to stop");
        long patience = lines == LINES && refunds.isQuiet() ? 0 : HAND_OVER;
        world.time.on(machine, patience, () -> {
            FencingToken last = tenure == null ? null : tenure.token();
            tenure = null;
            if (last == null) {
                world.kill(this, false);
            } else {
                lease.release(last, () -> world.kill(this, false));
            }
        });
    }

    /** A place at which this machine may be killed, cut from power, stopped or suspended. */
    void at(Failpoint point, Runnable next) {
        SimulatedFaults faults = world.faults;
        if (faults.happens(SimulatedFault.TILL_KILLED)) {
            world.trace.say(machine.name(), "is killed at %s", point);
            world.kill(this, false);
        } else if (faults.happens(SimulatedFault.TILL_LOSES_POWER)) {
            world.trace.say(machine.name(), "loses power at %s", point);
            world.kill(this, true);
        } else if (faults.happens(SimulatedFault.TILL_STOPPED)) {
            world.halt(this, false, point.name());
            world.time.on(machine, 0, next);
        } else if (faults.happens(SimulatedFault.TILL_SUSPENDED)) {
            world.halt(this, true, point.name());
            world.time.on(machine, 0, next);
        } else {
            next.run();
        }
    }

    boolean mayAct() {
        return tenure != null && tenure.mayAct(nanos());
    }

    /** Its last renewal as if it had beaten all the time that was passed over. */
    void passOver(long micros) {
        tenure = tenure == null ? null : tenure.renewed(tenure.renewedAtNanos() + micros * 1_000);
    }

    private long nanos() {
        return machine.nanos(world.time.now());
    }

    private void beat() {
        Runnable again = () -> world.time.tick(machine, BEAT, this::beat);
        if (tenure == null) {
            again.run();
            return;
        }
        Tenure present = tenure;
        long before = nanos();
        lease.beat(
                present.token(),
                renewed -> {
                    if (renewed) {
                        tenure = tenure == null ? null : present.renewed(before);
                    } else {
                        lost(present.token());
                    }
                    again.run();
                },
                again);
    }

    private void look() {
        Runnable again = () -> world.time.tick(machine, LOOK, this::look);
        if (tenure != null || stopping || world.time.now() < world.database.tables.leaseExpires) {
            again.run();
            return;
        }
        long before = nanos();
        lease.take(
                token -> at(Failpoint.LEASE_TAKEN, () -> {
                    Runnable become = () -> {
                        tenure = stopping ? null : new Tenure(token, before);
                        world.trace.say(machine.name(), "is the till now, epoch %d", token.epoch());
                        again.run();
                    };
                    book.takeOver(token, new SimulatedBook.Ends(none -> become.run(), become, become));
                }),
                again);
    }

    Optional<FencingToken> token() {
        return Optional.ofNullable(tenure).map(Tenure::token);
    }

    void lost(FencingToken token) {
        if (tenure != null && tenure.token().equals(token)) {
            tenure = null;
            world.trace.say(machine.name(), "is no longer the till, epoch %d is over", token.epoch());
        }
    }

    private void work() {
        Runnable again = () -> world.time.tick(machine, POLL, this::work);
        if (!stopping && mayAct()) {
            refunds.work(tenure.token());
        }
        if (stopping || !mayAct() || lines == 0 || !world.database.tables.isAnyDue(world.time.now())) {
            again.run();
            return;
        }
        FencingToken token = tenure.token();
        book.begin(
                token,
                lines,
                new SimulatedBook.Ends(
                        steps -> {
                            send(steps);
                            again.run();
                        },
                        () -> {
                            lost(token);
                            again.run();
                        },
                        again));
    }

    /** What finds no free line is found again when its time in flight is over. */
    private void send(List<Step> steps) {
        for (Step step : steps) {
            if (lines > 0) {
                lines--;
                call(step);
            }
        }
    }

    private void call(Step step) {
        world.time.on(
                machine,
                world.faults.between(1, 500),
                () -> at(Failpoint.INTENTION_COMMITTED, () -> {
                    if (mayAct()) {
                        at(Failpoint.BEFORE_SEND, () -> converse(step));
                    } else {
                        lines++;
                    }
                }));
    }

    /** For the bug that does not wait for the intention's commit. */
    void callAtOnce(Step step) {
        converse(step, answer -> {});
    }

    private void converse(Step step) {
        converse(step, answer -> at(Failpoint.CAPTURED_UNRECORDED, () -> heard(step, answer)));
    }

    private void converse(Step step, java.util.function.Consumer<Answer> done) {
        SimulatedCall<Answer> call = new SimulatedCall<>(gateway -> gateway.perform(step.operation(), step.payment()));
        new SimulatedWire<>(world, machine, call, step.payment().attempt(), done).converse();
    }

    private void heard(Step step, Answer answer) {
        boolean declines = answer instanceof Answer.Unknown
                && step.operation() == Operation.AUTHORIZE
                && world.bugs.has(SimulatedBug.TIMEOUT_IS_A_DECLINE);
        Answer read = declines ? new Answer.Declined(step.payment().intent(), "timeout") : answer;
        world.trace.say(
                machine.name(),
                "%s of payment %d: %s",
                step.operation(),
                step.payment().id(),
                read);
        outcomes.add(new Outcome(step, read, PaymentProcess.after(step.payment(), step.operation(), read)));
        recordNext();
    }

    private void recordNext() {
        if (!recording && !outcomes.isEmpty()) {
            recording = true;
            List<Outcome> batch = new ArrayList<>(outcomes);
            outcomes.clear();
            record(batch, 1, () -> {
                recording = false;
                recordNext();
            });
        }
    }

    private void record(List<Outcome> batch, int attempt, Runnable over) {
        Optional<FencingToken> token = token();
        if (token.isEmpty()) {
            lines += batch.size();
            over.run();
            return;
        }
        book.record(
                token.get(),
                batch,
                new SimulatedBook.Ends(
                        steps -> at(Failpoint.OUTCOME_COMMITTED, () -> {
                            lines += batch.size() - steps.size();
                            steps.forEach(this::call);
                            over.run();
                        }),
                        () -> {
                            lost(token.get());
                            lines += batch.size();
                            over.run();
                        },
                        () -> recordAgain(batch, attempt, over)));
    }

    private void recordAgain(List<Outcome> batch, int attempt, Runnable over) {
        if (attempt < TRIES) {
            long wait = attempt * 100 * SimulatedTime.MILLI;
            world.time.on(machine, wait, () -> record(batch, attempt + 1, over));
        } else if (batch.size() == 1) {
            lines++;
            over.run();
        } else {
            List<Outcome> rest = batch.subList(1, batch.size());
            record(List.of(batch.get(0)), 1, () -> record(rest, rest.size() == 1 ? 1 : TRIES, over));
        }
    }
}
