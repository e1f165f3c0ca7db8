package arcade.operations.prove;

import arcade.operations.home.Machine;
import arcade.operations.process.Signals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Promise 3. The till's process stands still for three leases at a random moment, as often as chance has it with a transaction
 * open or a call on its way, and then goes on as if no time had passed.
 */
final class Zombies implements Promise {
    private static final Duration THREE_LEASES = Duration.ofSeconds(15);
    private static final double TAKEOVER_WITHIN = 15;
    private static final int MOST_DWELL_MILLIS = 2000;
    private static final Duration WAKES_WITHIN = Duration.ofSeconds(90);
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(8);
    private static final long SETTLED_MILLIS = 200;

    @Override
    public String code() {
        return "3";
    }

    @Override
    public String title() {
        return "zombie";
    }

    @Override
    public int share() {
        return 15;
    }

    /** What was seen of all pauses. */
    private static final class Seen {
        private final List<Double> takeovers = new ArrayList<>();
        private int pauses;
        private int noticed;
        private int inTransaction;
        private int withCalls;
    }

    @Override
    public void prove(Scene scene, Duration time, Trial trial) throws InterruptedException {
        scene.openDoors();
        Seen seen = new Seen();
        long end = System.nanoTime() + time.toNanos();
        do {
            pauseOnce(scene, trial, seen);
            scene.say("promise 3: " + seen.pauses + " pauses; takeover " + Quantiles.of(seen.takeovers));
        } while (System.nanoTime() < end);
        trial.trials(seen.pauses, "pauses");
        trial.times("takeover from a till that stands still, s", seen.takeovers);
        trial.note("takeover: " + Quantiles.of(seen.takeovers));
        trial.note("the waking till saw that its epoch was over: " + seen.noticed + " of " + seen.pauses);
        trial.note("stopped with a transaction open: " + seen.inTransaction + ", with calls on their way: "
                + seen.withCalls + " of " + seen.pauses);
        trial.aim("takeover, max", Quantiles.of(seen.takeovers).max(), TAKEOVER_WITHIN, "s");
    }

    private static void pauseOnce(Scene scene, Trial trial, Seen seen) throws InterruptedException {
        Optional<TillLog.Lease> till =
                Scene.await(WAKES_WITHIN, () -> scene.till().filter(lease -> replaceable(scene, lease)));
        if (till.isEmpty()) {
            trial.mishap("no till that another node could take over from");
            return;
        }
        TimeUnit.MILLISECONDS.sleep(scene.random().nextInt(MOST_DWELL_MILLIS));
        TillLog.Lease old = till.get();
        Machine machine = scene.nodes().machine(old.node());
        long seq = scene.log().lastSeq();
        Instant stopped = Instant.now();
        Signals.pause(machine.process());
        scene.nodes().usable(old.node(), false);
        seen.pauses++;
        trial.fault("pause", 1);
        scene.timeline().mark(stopped, "pause", old.node() + " stands still for three leases");
        try {
            watch(scene, trial, seen, old, seq, stopped);
        } finally {
            Signals.resume(machine.process());
            scene.timeline().mark("healed", old.node() + " goes on");
        }
        awake(scene, trial, seen, old, seq);
    }

    private static boolean replaceable(Scene scene, TillLog.Lease lease) {
        Set<String> ready = scene.nodes().ready();
        return ready.contains(lease.node()) && ready.size() > 1;
    }

    private static void watch(Scene scene, Trial trial, Seen seen, TillLog.Lease old, long seq, Instant stopped)
            throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(SETTLED_MILLIS);
        Set<String> open = transactions(scene);
        TimeUnit.MILLISECONDS.sleep(SETTLED_MILLIS);
        open.retainAll(transactions(scene));
        // Everybody else's transactions take milliseconds: one seen twice belongs to who stands still.
        seen.inTransaction += open.isEmpty() ? 0 : 1;
        seen.withCalls += scene.log()
                                .number(
                                        "SELECT COUNT(*) FROM payment_attempt WHERE finished_at IS NULL AND epoch = ?",
                                        old.epoch())
                        > 0
                ? 1
                : 0;
        Duration left = Duration.between(Instant.now(), stopped.plus(THREE_LEASES));
        Optional<TillLog.Capture> next = Scene.await(left, () -> scene.log().firstCapture(seq, old.epoch()));
        if (next.isPresent()) {
            seen.takeovers.add(Scene.seconds(stopped, next.get().at()));
        }
        Duration rest = Duration.between(Instant.now(), stopped.plus(THREE_LEASES));
        TimeUnit.MILLISECONDS.sleep(Math.max(0, rest.toMillis()));
        if (next.isEmpty()) {
            Optional<TillLog.Capture> late =
                    Scene.await(Duration.ofSeconds(30), () -> scene.log().firstCapture(seq, old.epoch()));
            late.ifPresentOrElse(
                    capture -> seen.takeovers.add(Scene.seconds(stopped, capture.at())),
                    () -> trial.violation("nobody took over from " + old.node() + ", which stood still"));
        }
    }

    private static Set<String> transactions(Scene scene) {
        return new TreeSet<>(
                scene.log().rows("SELECT trx_id FROM information_schema.innodb_trx", row -> row.getString(1)));
    }

    /** Nothing may be written under the old epoch once something was under a later one. */
    private static void awake(Scene scene, Trial trial, Seen seen, TillLog.Lease old, long seq)
            throws InterruptedException {
        Optional<Boolean> noticed =
                Scene.await(NOTICED_WITHIN, () -> saysItIsOver(scene, old) ? Optional.of(true) : Optional.empty());
        seen.noticed += noticed.isPresent() ? 1 : 0;
        long late = scene.log()
                .number(
                        "SELECT COUNT(*) FROM payment_transition old WHERE old.epoch <= ? AND old.seq > (SELECT"
                                + " COALESCE(MIN(seq), 9223372036854775807) FROM payment_transition"
                                + " WHERE seq > ? AND epoch > ?)",
                        old.epoch(),
                        seq,
                        old.epoch());
        if (late > 0) {
            trial.violation(
                    late + " steps under epoch " + old.epoch() + " of " + old.node() + " after a later epoch's");
        }
        Machine machine = scene.nodes().machine(old.node());
        Scene.await(
                        WAKES_WITHIN,
                        () -> new arcade.operations.node.Readiness(machine).ready()
                                ? Optional.of(true)
                                : Optional.empty())
                .ifPresentOrElse(
                        ready -> scene.nodes().usable(old.node(), true),
                        () -> trial.mishap(
                                old.node() + " was not ready within " + WAKES_WITHIN.toSeconds() + " s of waking up"));
    }

    /** Whether its log says that it is not the till any more. */
    static boolean saysItIsOver(Scene scene, TillLog.Lease old) {
        try {
            return Files.readString(scene.home().log(old.node()), StandardCharsets.ISO_8859_1)
                    .contains("is no longer the till: epoch " + old.epoch() + " is over");
        } catch (IOException e) {
            return false;
        }
    }
}
