package arcade.operations.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The till's node is stopped politely under load: how long until the next one captures. */
final class HandOvers implements Promise {
    private static final double WITHIN = 1;
    private static final Duration NODES_WITHIN = Duration.ofSeconds(120);
    private static final Duration LOST = Duration.ofSeconds(60);
    private static final int MOST_DWELL_MILLIS = 1000;

    /** Seconds: from the old till's last capture to the new one's first, and the two parts of it. */
    private static final class Seen {
        final List<Double> gaps = new ArrayList<>();
        final List<Double> toLease = new ArrayList<>();
        final List<Double> toCapture = new ArrayList<>();
    }

    @Override
    public String code() {
        return "handover";
    }

    @Override
    public String title() {
        return "planned hand-over";
    }

    @Override
    public int share() {
        return 8;
    }

    @Override
    public void prove(Scene scene, Duration time, Trial trial) throws InterruptedException {
        scene.openDoors();
        Seen seen = new Seen();
        long end = System.nanoTime() + time.toNanos();
        int rounds = 0;
        do {
            rounds += handOver(scene, trial, seen) ? 1 : 0;
            scene.say("hand-over: " + Quantiles.of(seen.gaps));
        } while (System.nanoTime() < end);
        trial.trials(rounds, "hand-overs");
        trial.times("hand-over, last capture to first, s", seen.gaps);
        trial.note("from the old till's last capture to the new one's first: " + Quantiles.of(seen.gaps));
        trial.note("from SIGTERM until the next till has the lease: " + Quantiles.of(seen.toLease));
        trial.note("from then to its first capture: " + Quantiles.of(seen.toCapture));
        trial.aim("hand-over, max", Quantiles.of(seen.gaps).max(), WITHIN, "s");
    }

    private static boolean handOver(Scene scene, Trial trial, Seen seen) throws InterruptedException {
        Optional<TillLog.Lease> till = Scene.await(
                NODES_WITHIN,
                () -> scene.till().filter(lease -> {
                    Set<String> ready = scene.nodes().ready();
                    // One at a time, as an operator does it.
                    return ready.contains(lease.node())
                            && ready.size() == scene.nodes().count();
                }));
        scene.nodes().mishaps().forEach(trial::mishap);
        if (till.isEmpty()) {
            trial.mishap("the nodes were not whole again, or none of them is the till");
            return false;
        }
        TimeUnit.MILLISECONDS.sleep(scene.random().nextInt(MOST_DWELL_MILLIS));
        TillLog.Lease old = till.get();
        long seq = Math.max(0, scene.log().lastSeq() - 1000);
        Instant signal = scene.nodes().stop(old.node());
        trial.fault("SIGTERM", 1);
        scene.timeline().mark(signal, "hand-over", old.node() + " is stopped politely");
        Optional<TillLog.Capture> first = Scene.await(LOST, () -> scene.log().firstCapture(seq, old.epoch()));
        Optional<TillLog.Capture> last = scene.log().lastCapture(seq, old.epoch());
        scene.nodes().bringBack(old.node(), Optional.empty());
        if (first.isEmpty()) {
            trial.violation("no payment was captured within " + LOST.toSeconds() + " s of a polite stop");
        } else if (last.isPresent()) {
            seen.gaps.add(Scene.seconds(last.get().at(), first.get().at()));
            scene.log()
                    .lease()
                    .filter(lease -> lease.epoch() == first.get().epoch())
                    .ifPresent(lease -> {
                        seen.toLease.add(Scene.seconds(signal, lease.since()));
                        seen.toCapture.add(
                                Scene.seconds(lease.since(), first.get().at()));
                    });
        }
        return first.isPresent();
    }
}
