package arcade.till.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.FencedOut;
import arcade.cluster.FencingToken;
import arcade.till.lease.Shift;
import arcade.till.lease.Tenure;
import arcade.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many steps on few lines: none of them is lost, whatever fails. */
class SwitchboardTest {
    private static final int LINES = 3;
    private static final FencingToken TOKEN = new FencingToken("payments", 7, "node1:first");

    private final FakeCorrespondence words = new FakeCorrespondence();
    private final List<FencingToken> lost = new CopyOnWriteArrayList<>();
    private volatile Optional<Tenure> tenure = Optional.of(new Tenure(TOKEN, System.nanoTime()));
    private final Switchboard<String, String> switchboard =
            new Switchboard<>(words, new Shift(() -> tenure, lost::add), LINES, Executors.defaultThreadFactory());

    @AfterEach
    void close() {
        switchboard.stop(1_000);
    }

    @Test
    void aStepFollowsFromAnOutcomeOnTheSameLine() {
        CountDownLatch second = new CountDownLatch(1);
        words.database = outcomes -> outcomes.contains("authorize") ? List.of("capture") : List.of();
        words.gateway = step -> {
            if (step.equals("capture")) {
                await(second);
            }
            return step;
        };
        switchboard.start("recorder");

        switchboard.send(List.of("authorize"));

        eventually(() -> words.recorded.contains("authorize"));
        assertEquals(LINES - 1, switchboard.freeLines());
        second.countDown();
        eventually(() -> switchboard.freeLines() == LINES);
        assertEquals(List.of("authorize", "capture"), words.recorded);
    }

    @Test
    void aStepIsSaidUnderTheTraceOfWhoeverAskedForIt() {
        AtomicReference<Optional<Trace>> seen = new AtomicReference<>();
        words.gateway = step -> {
            seen.set(Trace.present());
            return step;
        };
        switchboard.start("recorder");

        switchboard.send(List.of("authorize"));

        eventually(() -> words.recorded.contains("authorize"));
        assertEquals(Optional.of(FakeCorrespondence.TRACE), seen.get());
    }

    @Test
    void whatFindsNoFreeLineIsNotSent() {
        CountDownLatch answer = new CountDownLatch(1);
        words.gateway = step -> {
            await(answer);
            return step;
        };
        switchboard.start("recorder");

        switchboard.send(List.of("a", "b", "c", "d"));
        answer.countDown();

        eventually(() -> switchboard.freeLines() == LINES);
        assertEquals(List.of("a", "b", "c"), words.recorded.stream().sorted().toList());
    }

    @Test
    void anErrorOfTheMachineLosesNoLineAndNotTheRecorder() {
        words.gateway = step -> {
            if (step.equals("heavy")) {
                throw new StackOverflowError("a bug");
            }
            return step;
        };
        words.database = outcomes -> {
            if (outcomes.contains("deep")) {
                throw new StackOverflowError("a bug");
            }
            return List.of();
        };
        switchboard.start("recorder");

        switchboard.send(List.of("heavy"));
        switchboard.send(List.of("deep"));
        eventually(() -> switchboard.freeLines() == LINES);
        switchboard.send(List.of("light"));

        eventually(() -> words.recorded.contains("light"));
        eventually(() -> switchboard.freeLines() == LINES);
    }

    @Test
    void onlyWhatWasSaidTellsWhetherTheGatewayIsThere() {
        Shift shift = new Shift(() -> tenure, lost::add);
        Switchboard<String, String> lines = new Switchboard<>(words, shift, LINES, Executors.defaultThreadFactory());
        lines.start("recorder");
        for (int call = 0; call < 20; call++) {
            words.heard = call % 2 == 0 ? Correspondence.Heard.SILENCE : Correspondence.Heard.NOTHING;
            String step = "call " + call;
            lines.send(List.of(step));
            eventually(() -> words.recorded.contains(step));
        }

        assertTrue(shift.isSilent(), "what was not said counted as an answer");
        lines.stop(1_000);
    }

    @Test
    void aConversationThatBreaksGivesItsLineBack() {
        words.gateway = step -> {
            throw new IllegalStateException("a bug");
        };
        switchboard.start("recorder");

        switchboard.send(List.of("a", "b", "c"));

        eventually(() -> switchboard.freeLines() == LINES);
        assertEquals(List.of(), words.recorded);
    }

    @Test
    void nothingIsSentUnderATenureThatIsTooOld() {
        List<String> sent = new CopyOnWriteArrayList<>();
        words.gateway = step -> {
            sent.add(step);
            return step;
        };
        tenure = Optional.of(new Tenure(TOKEN, System.nanoTime() - Tenure.ACT_NANOS));
        switchboard.start("recorder");

        switchboard.send(List.of("a"));

        eventually(() -> switchboard.freeLines() == LINES);
        assertEquals(List.of(), sent);
    }

    @Test
    void anUnknownCommitIsRecordedAgain() {
        List<String> once = new ArrayList<>();
        words.database = outcomes -> {
            if (once.isEmpty()) {
                once.addAll(outcomes);
                throw new IllegalStateException("no answer to the commit");
            }
            return List.of();
        };
        switchboard.start("recorder");

        switchboard.send(List.of("a"));

        eventually(() -> words.recorded.equals(List.of("a")));
        eventually(() -> switchboard.freeLines() == LINES);
    }

    @Test
    void anOutcomeThatCannotBeRecordedHoldsUpNoOther() {
        words.database = outcomes -> {
            if (outcomes.contains("bad")) {
                throw new IllegalStateException("refused");
            }
            return List.of();
        };
        switchboard.send(List.of("good", "bad", "fine"));
        eventually(() -> words.said.get() == LINES);
        switchboard.start("recorder");

        eventually(() -> switchboard.freeLines() == LINES);
        assertEquals(List.of("fine", "good"), words.recorded.stream().sorted().toList());
        assertTrue(words.batches.stream().anyMatch(batch -> batch.equals(List.of("bad"))), "never tried by itself");
    }

    @Test
    void aTillThatIsFencedOutSaysSoAndTriesNoMore() {
        words.database = outcomes -> {
            throw new FencedOut(TOKEN);
        };
        switchboard.start("recorder");

        switchboard.send(List.of("a"));

        eventually(() -> switchboard.freeLines() == LINES);
        assertEquals(List.of(TOKEN), lost);
        assertEquals(1, words.batches.size());
    }

    @Test
    void aPoliteStopWaitsForWhatIsOnItsWay() {
        CountDownLatch answer = new CountDownLatch(1);
        words.gateway = step -> {
            await(answer);
            return step;
        };
        switchboard.start("recorder");
        switchboard.send(List.of("a"));
        Thread hangUp = new Thread(() -> switchboard.stop(5_000));

        hangUp.start();
        answer.countDown();

        eventually(() -> !hangUp.isAlive());
        assertEquals(List.of("a"), words.recorded);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void eventually(BooleanSupplier isSo) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!isSo.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not within 10 s");
            Thread.onSpinWait();
        }
    }
}
