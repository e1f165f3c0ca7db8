package arcade.operations.prove;

import arcade.operations.cluster.Fleet;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.process.Signals;
import arcade.operations.replication.Failover;
import arcade.operations.replication.ReplicationView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Promise 10, first half: while shoppers buy, primary and replica change places, then the primary is killed, the replica promoted
 * and the dead one filled anew, again and again. What the shoppers were told is held against the last primary.
 */
final class PrimaryLost implements Promise {
    private static final double PAUSE_WITHIN = 2;
    private static final double ORDERS_WITHIN = 20;
    private static final Duration IN_SYNC_WITHIN = Duration.ofSeconds(120);
    private static final Duration LOST = Duration.ofSeconds(120);
    private static final int MOST_DWELL_MILLIS = 2_000;
    private static final long CALM_MILLIS = 1_000;

    /** Seconds. */
    private final List<Double> pauses = new ArrayList<>();

    private final List<Double> promotions = new ArrayList<>();
    private final List<Double> toOrder = new ArrayList<>();
    private int unshown;

    @Override
    public String code() {
        return "10";
    }

    /** It needs a replica, which not every cluster has. */
    @Override
    public boolean onlyWhenNamed() {
        return true;
    }

    @Override
    public String title() {
        return "primary killed, replica promoted";
    }

    @Override
    public int share() {
        return 16;
    }

    @Override
    public void prove(Scene scene, Duration time, Trial trial) throws InterruptedException {
        if (scene.home().cluster().databases().size() < 2) {
            throw new Failure(
                    "this cluster has no replica",
                    "prove it on one that has: './arcade up --topology domain-config/topologies/with-replica.yaml'");
        }
        Project project = Project.located();
        scene.openDoors();
        long end = System.nanoTime() + time.toNanos();
        try (Writer writer = new Writer(scene.home(), project)) {
            do {
                switchOver(scene, project, trial, writer);
                kill(scene, project, trial);
                scene.say("pauses: " + Quantiles.of(pauses) + "; death to order: " + Quantiles.of(toOrder));
            } while (System.nanoTime() < end);
        }
        trial.trials(promotions.size(), "primary kills");
        trial.times("planned switch-over, without a write, s", pauses);
        trial.times("death of the primary to the next order, s", toOrder);
        trial.note(pauses.size() + " planned switch-overs, longest time without a write: " + Quantiles.of(pauses));
        trial.note("from the death of the primary until the replica leads and checkout is open: "
                + Quantiles.of(promotions));
        trial.note("from its death to the next order that is placed: " + Quantiles.of(toOrder));
        trial.note(unshown + " times it could not be shown that the replica had everything; promoted all the same");
        trial.aim("planned switch-over, max", Quantiles.of(pauses).max(), PAUSE_WITHIN, "s");
        trial.aim("promotion to the next order, max", Quantiles.of(toOrder).max(), ORDERS_WITHIN, "s");
    }

    private void switchOver(Scene scene, Project project, Trial trial, Writer writer) throws InterruptedException {
        if (!awaitSync(scene, trial)) {
            return;
        }
        TimeUnit.MILLISECONDS.sleep(scene.random().nextInt(MOST_DWELL_MILLIS));
        writer.begin();
        scene.timeline().mark("switch-over", scene.home().cluster().database().name() + " gives way");
        try {
            new Failover(scene.home(), project).switchOver();
            TimeUnit.MILLISECONDS.sleep(CALM_MILLIS);
            pauses.add(writer.longest().toMillis() / 1000.0);
            trial.fault("switch-over", 1);
        } catch (Failure e) {
            trial.mishap("a planned switch-over was refused: " + e.getMessage());
        }
    }

    private void kill(Scene scene, Project project, Trial trial) throws InterruptedException {
        if (!awaitSync(scene, trial)) {
            return;
        }
        TimeUnit.MILLISECONDS.sleep(scene.random().nextInt(MOST_DWELL_MILLIS));
        Machine primary = scene.home().cluster().database();
        Instant death = Instant.now();
        Signals.kill(primary.process());
        scene.timeline().mark("kill", primary.name() + ", the primary, is killed");
        trial.fault("kill -9 of the primary", 1);
        promote(scene.home(), project);
        promotions.add(Scene.seconds(death, Instant.now()));
        Optional<Instant> order = Scene.await(LOST, () -> scene.log().firstOrder(death));
        if (order.isEmpty()) {
            trial.violation("no order could be placed within " + LOST.toSeconds() + " s of a promotion");
        } else {
            toOrder.add(Scene.seconds(death, order.get()));
        }
        new Fleet(scene.home(), project).fillReplica();
    }

    /** Refused where it cannot be shown that nothing is lost: then the audit shows it. */
    private void promote(Home home, Project project) {
        Failover failover = new Failover(home, project);
        try {
            failover.promote(false);
        } catch (Failure refused) {
            if (home.cluster().retired().isPresent()) {
                throw refused;
            }
            unshown++;
            failover.promote(true);
        }
    }

    private static boolean awaitSync(Scene scene, Trial trial) throws InterruptedException {
        Optional<ReplicationView> sync = Scene.await(
                IN_SYNC_WITHIN,
                () -> ReplicationView.of(scene.home(), scene.home().cluster()).filter(ReplicationView::healthy));
        trial.mishapUnless(sync.isPresent(), "the replica was not in sync within " + IN_SYNC_WITHIN.toSeconds() + " s");
        return sync.isPresent();
    }
}
