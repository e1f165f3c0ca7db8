package arcade.operations.prove;

import arcade.operations.home.Machine;
import arcade.operations.node.GridView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Any node dies, or is stopped politely, while shoppers shop: no cart and no session is lost, and a request is sent twice at most. */
final class NodesLost implements Promise {
    private static final Duration WHOLE_WITHIN = Duration.ofSeconds(180);
    /** So long the shoppers go on without the node before it is brought back. */
    private static final int AWAY_MILLIS = 5_000;

    private static final int MOST_DWELL_MILLIS = 4_000;

    @Override
    public String code() {
        return "8";
    }

    @Override
    public String title() {
        return "nodes lost under shoppers";
    }

    @Override
    public int share() {
        return 12;
    }

    @Override
    public boolean onlyWhenNamed() {
        return true;
    }

    @Override
    public void prove(Scene scene, Duration time, Trial trial) throws InterruptedException {
        ShoppersSince begun = ShoppersSince.begun(scene);
        List<Double> slowest = new ArrayList<>();
        List<Double> back = new ArrayList<>();
        int rounds = 0;
        long end = System.nanoTime() + time.toNanos();
        do {
            rounds += lose(scene, trial, rounds % 2 == 0, slowest, back) ? 1 : 0;
            scene.say("promise 8: " + rounds + " nodes lost, " + begun.cartsLost() + " carts lost, slowest answers "
                    + Quantiles.of(slowest));
        } while (System.nanoTime() < end);
        trial.trials(rounds, "nodes lost");
        trial.times("slowest answer around each loss, s", slowest);
        trial.note(begun.sentence());
        trial.note("slowest answers: " + Quantiles.of(slowest));
        trial.note("until the grid was whole again: " + Quantiles.of(back));
    }

    private static boolean lose(Scene scene, Trial trial, boolean dies, List<Double> slowest, List<Double> back)
            throws InterruptedException {
        Optional<List<Machine>> whole = Scene.await(WHOLE_WITHIN, () -> whole(scene));
        scene.nodes().mishaps().forEach(trial::mishap);
        if (whole.isEmpty()) {
            trial.mishap("the nodes and their grid were not whole again within " + WHOLE_WITHIN.toSeconds() + " s");
            return false;
        }
        TimeUnit.MILLISECONDS.sleep(scene.random().nextInt(MOST_DWELL_MILLIS));
        ShoppersSince before = ShoppersSince.now(scene);
        String node =
                whole.get().get(scene.random().nextInt(whole.get().size())).name();
        Instant at = dies ? scene.nodes().kill(node) : scene.nodes().stop(node);
        trial.fault(dies ? "kill -9" : "SIGTERM", 1);
        scene.timeline().mark(at, "loss", node + (dies ? " is killed" : " is stopped politely"));
        TimeUnit.MILLISECONDS.sleep(AWAY_MILLIS);
        scene.nodes().bringBack(node, Optional.empty());
        Scene.await(WHOLE_WITHIN, () -> whole(scene)).ifPresent(again -> back.add(Scene.seconds(at, Instant.now())));
        slowest.add(before.takeSlowest());
        // Who had a form in flight at the moment of a death sends it again; a polite stop loses none.
        before.judge(trial, (dies ? "the death of " : "the polite stop of ") + node, dies ? scene.shopperCount() : 0);
        return true;
    }

    /** All nodes, when all of them serve and each session has its second copy again. */
    private static Optional<List<Machine>> whole(Scene scene) {
        List<Machine> nodes = scene.home().cluster().nodes();
        boolean all = scene.nodes().ready().size() == nodes.size()
                && nodes.stream()
                        .allMatch(node -> GridView.members(node).orElse(0) >= nodes.size() && GridView.safe(node));
        return all ? Optional.of(nodes) : Optional.empty();
    }
}
