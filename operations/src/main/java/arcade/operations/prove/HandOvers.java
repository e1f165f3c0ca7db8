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
        List<Double> gaps = new ArrayList<>();
        List<Double> fromSignal = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        int rounds = 0;
        do {
            rounds += handOver(scene, trial, gaps, fromSignal) ? 1 : 0;
            scene.say("hand-over: " + Quantiles.of(gaps));
        } while (System.nanoTime() < end);
        trial.trials(rounds, "hand-overs");
        trial.times("hand-over, last capture to first, s", gaps);
        trial.note("from the old till's last capture to the new one's first: " + Quantiles.of(gaps));
        trial.note("from SIGTERM to the new one's first: " + Quantiles.of(fromSignal));
        trial.aim("hand-over, max", Quantiles.of(gaps).max(), WITHIN, "s");
    }

    private static boolean handOver(Scene scene, Trial trial, List<Double> gaps, List<Double> fromSignal)
            throws InterruptedException {
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
            gaps.add(Scene.seconds(last.get().at(), first.get().at()));
            fromSignal.add(Scene.seconds(signal, first.get().at()));
        }
        return first.isPresent();
    }
}
