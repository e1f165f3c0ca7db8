package arcade.till.simulation;

import arcade.cluster.FencingToken;
import arcade.till.failpoint.Failpoint;
import arcade.till.gateway.RefundGateway;
import arcade.till.refund.RefundAnswer;
import arcade.till.refund.RefundOutcome;
import arcade.till.refund.RefundProcess;
import arcade.till.refund.RefundStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What a till does about refunds: begins what is due, sends, records. A restart begins with an empty desk. */
final class SimulatedRefundDesk {
    private static final int LINES = 4;
    private static final int TRIES = 3;

    private final SimulatedWorld world;
    private final SimulatedTill till;
    private final SimulatedRefundBook book;
    private final Deque<RefundOutcome> outcomes = new ArrayDeque<>();
    private int lines = LINES;
    private boolean beginning;
    private boolean recording;

    SimulatedRefundDesk(SimulatedWorld world, SimulatedTill till) {
        this.world = world;
        this.till = till;
        this.book = new SimulatedRefundBook(world, till);
    }

    boolean isQuiet() {
        return lines == LINES;
    }

    void work(FencingToken token) {
        if (beginning || lines == 0 || world.database.tables.nextRefundDue() > world.time.now()) {
            return;
        }
        beginning = true;
        book.begin(
                token,
                lines,
                new SimulatedRefundBook.Ends(
                        steps -> {
                            beginning = false;
                            for (RefundStep step : steps.subList(0, Math.min(lines, steps.size()))) {
                                lines--;
                                call(step);
                            }
                        },
                        () -> {
                            beginning = false;
                            till.lost(token);
                        },
                        () -> beginning = false));
    }

    private void call(RefundStep step) {
        world.time.on(
                till.machine,
                world.faults.between(1, 500),
                () -> till.at(Failpoint.INTENTION_COMMITTED, () -> {
                    if (till.mayAct()) {
                        till.at(Failpoint.BEFORE_SEND, () -> converse(step));
                    } else {
                        lines++;
                    }
                }));
    }

    private void converse(RefundStep step) {
        SimulatedCall<RefundAnswer> call =
                new SimulatedCall<>(gateway -> new RefundGateway(gateway).perform(step.operation(), step.refund()));
        new SimulatedWire<>(
                        world,
                        till.machine,
                        call,
                        1,
                        answer -> till.at(Failpoint.REFUNDED_UNRECORDED, () -> heard(step, answer)))
                .converse();
    }

    private void heard(RefundStep step, RefundAnswer answer) {
        world.trace.say(
                till.machine.name(),
                "%s of refund %d: %s",
                step.operation(),
                step.refund().id(),
                answer);
        outcomes.add(new RefundOutcome(step, answer, RefundProcess.after(step.refund(), step.operation(), answer)));
        recordNext();
    }

    private void recordNext() {
        if (!recording && !outcomes.isEmpty()) {
            recording = true;
            List<RefundOutcome> batch = new ArrayList<>(outcomes);
            outcomes.clear();
            record(batch, 1);
        }
    }

    private void record(List<RefundOutcome> batch, int attempt) {
        Optional<FencingToken> token = till.token();
        if (token.isEmpty()) {
            over(batch.size());
            return;
        }
        book.record(
                token.get(),
                batch,
                new SimulatedRefundBook.Ends(
                        steps -> till.at(Failpoint.OUTCOME_COMMITTED, () -> {
                            steps.forEach(this::call);
                            over(batch.size() - steps.size());
                        }),
                        () -> {
                            till.lost(token.get());
                            over(batch.size());
                        },
                        () -> again(batch, attempt)));
    }

    private void again(List<RefundOutcome> batch, int attempt) {
        if (attempt < TRIES) {
            long wait = attempt * 100 * SimulatedTime.MILLI;
            world.time.on(till.machine, wait, () -> record(batch, attempt + 1));
        } else {
            over(batch.size());
        }
    }

    private void over(int free) {
        lines += free;
        recording = false;
        recordNext();
    }
}
