package arcade.operations.prove;

import arcade.operations.home.Project;
import arcade.operations.release.NodeTimes;
import arcade.operations.release.Rollout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The nodes get one release after the other, and are restarted in between, while shoppers shop: nobody of them may notice. */
final class RollingReleases implements Promise {
    private static final double EMPTY_WITHIN = 10;
    private static final double ROLLED_WITHIN = 240;

    /** One deploy and one restart at least, however short the time. */
    private static final int LEAST_ROLLS = 2;

    private static final int MOST_TRIES_BACK = 3;

    /** All rolls so far, in seconds. */
    private static final class Seen {
        final List<Double> rolls = new ArrayList<>();
        final List<Double> drains = new ArrayList<>();
        final List<Double> starts = new ArrayList<>();
        final List<Double> slowest = new ArrayList<>();
    }

    @Override
    public String code() {
        return "9";
    }

    @Override
    public String title() {
        return "rolling releases and restarts";
    }

    @Override
    public int share() {
        return 40;
    }

    @Override
    public boolean onlyWhenNamed() {
        return true;
    }

    @Override
    public void prove(Scene scene, Duration time, Trial trial) throws InterruptedException {
        ShoppersSince begun = ShoppersSince.begun(scene);
        Seen seen = new Seen();
        try {
            takeTurns(scene, time, trial, seen);
        } finally {
            // What was seen before something went wrong is told, too.
            trial.note(begun.sentence());
            tell(trial, seen);
        }
    }

    private static void takeTurns(Scene scene, Duration time, Trial trial, Seen seen) {
        Project project = Project.located();
        Rollout rollout = new Rollout(scene.home(), project);
        String first = scene.home().cluster().release();
        Path built = project.part("arcade.ear");
        List<Path> ears = List.of(ProofEar.stamped(built, scene.records().resolveSibling("other.ear")), built);
        long end = System.nanoTime() + time.toNanos();
        for (int number = 0; number < LEAST_ROLLS || System.nanoTime() < end; number++) {
            boolean deploys = number % 2 == 0;
            Path ear = ears.get(number / 2 % ears.size());
            roll(
                    scene,
                    trial,
                    seen,
                    deploys ? "deploy" : "restart",
                    () -> deploys ? rollout.deploy(ear) : rollout.restart(Optional.empty()));
        }
        for (int tries = 0; !scene.home().cluster().release().equals(first) && tries < MOST_TRIES_BACK; tries++) {
            roll(scene, trial, seen, "rollback", rollout::rollback);
        }
    }

    private static void tell(Trial trial, Seen seen) {
        trial.trials(seen.rolls.size(), "rolls");
        if (seen.rolls.isEmpty()) {
            return;
        }
        trial.times("a whole roll, s", seen.rolls);
        trial.times("until a node had no request in flight, s", seen.drains);
        trial.times("until a node was ready, s", seen.starts);
        trial.times("slowest answer of each roll, s", seen.slowest);
        trial.note("whole rolls: " + Quantiles.of(seen.rolls));
        trial.note("draining: " + Quantiles.of(seen.drains));
        trial.note("slowest answers: " + Quantiles.of(seen.slowest));
        trial.aim("node empty, max", Quantiles.of(seen.drains).max(), EMPTY_WITHIN, "s");
        trial.aim("roll of all nodes, max", Quantiles.of(seen.rolls).max(), ROLLED_WITHIN, "s");
    }

    private static void roll(
            Scene scene, Trial trial, Seen seen, String what, java.util.function.Supplier<Rollout.Done> work) {
        ShoppersSince before = ShoppersSince.now(scene);
        scene.timeline().mark("roll", what + " begins");
        long begun = System.nanoTime();
        Rollout.Done done;
        try {
            done = work.get();
        } finally {
            scene.nodes().refresh();
        }
        double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
        scene.timeline().mark("roll", what + " of " + done.release() + " has ended");
        double slowest = before.takeSlowest();
        trial.fault(what, 1);
        seen.rolls.add(seconds);
        seen.slowest.add(slowest);
        done.times().forEach(node -> {
            seen.drains.add(node.drain());
            seen.starts.add(node.start());
            trial.mishapUnless(node.emptied(), node.node() + " was stopped with requests in flight");
        });
        before.judge(trial, what);
        String row = String.format(
                Locale.ROOT,
                "%-8s %s %6.1f s, %6d requests, errors %s, carts lost %d, slowest answer %.2f s, empty after %s s",
                what,
                done.release(),
                seconds,
                before.requests(),
                before.errors(),
                before.cartsLost(),
                slowest,
                done.times().stream().map(RollingReleases::drain).collect(Collectors.joining(", ")));
        trial.note(row);
        scene.say(row);
    }

    private static String drain(NodeTimes node) {
        return String.format(Locale.ROOT, "%s %.1f", node.node(), node.drain());
    }
}
