package arcade.operations.prove;

import arcade.operations.network.Cut;
import arcade.operations.network.PacketFilter;
import arcade.operations.network.Side;
import arcade.operations.network.Way;
import arcade.operations.node.GridView;
import arcade.operations.node.Readiness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Promise 4. A node, mostly the till's, is cut off from the other nodes, the database or the gateway, one way or both, for longer
 * than a lease lives, and joined again.
 */
final class SplitBrain implements Promise {
    private static final Duration HELD = Duration.ofSeconds(12);
    private static final double FLOW_WITHIN = 10;
    private static final Duration LOST = Duration.ofSeconds(60);
    private static final Duration WHOLE_WITHIN = Duration.ofSeconds(120);
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(8);
    private static final int MOST_DWELL_MILLIS = 1000;

    /** One round in so many is somebody else's, who may become the till meanwhile. */
    private static final int NOT_THE_TILL = 4;

    private final List<Double> flows = new ArrayList<>();
    private final List<Double> takeovers = new ArrayList<>();
    private final List<Double> merges = new ArrayList<>();
    private Scene scene;
    private Trial trial;
    private PacketFilter filter;
    private int rounds;
    private int passedOn;
    private int withoutDatabase;
    private int noticed;
    private int gridCuts;
    private int split;

    @Override
    public String code() {
        return "4";
    }

    @Override
    public String title() {
        return "split brain";
    }

    @Override
    public int share() {
        return 15;
    }

    @Override
    public void prove(Scene at, Duration time, Trial into) throws InterruptedException {
        scene = at;
        trial = into;
        filter = new PacketFilter(scene.home(), scene.cluster());
        filter.requireUsable();
        scene.openDoors();
        long end = System.nanoTime() + time.toNanos();
        Iterator<Cut> plan = Collections.emptyIterator();
        do {
            if (!plan.hasNext()) {
                plan = plan().iterator();
            }
            round(plan.next());
            scene.say("promise 4: " + rounds + " cuts; payments after healing: " + Quantiles.of(flows));
        } while (System.nanoTime() < end);
        conclude();
    }

    /** Every side, every way, of nobody yet. The one that must cost the till its lease comes first: a short proof has no other. */
    private List<Cut> plan() {
        List<Cut> plan = new ArrayList<>();
        for (Side side : Side.values()) {
            for (Way way : Way.values()) {
                plan.add(new Cut("", side, way));
            }
        }
        Collections.shuffle(plan, scene.random());
        if (rounds == 0) {
            Cut first = new Cut("", Side.DATABASE, Way.BOTH);
            plan.remove(first);
            plan.add(0, first);
        }
        return plan;
    }

    private void round(Cut planned) throws InterruptedException {
        Optional<TillLog.Lease> till =
                Scene.await(WHOLE_WITHIN, () -> scene.till().filter(this::replaceable));
        if (till.isEmpty()) {
            trial.mishap("no till that another node could take over from");
            TimeUnit.SECONDS.sleep(1);
            return;
        }
        TimeUnit.MILLISECONDS.sleep(scene.random().nextInt(MOST_DWELL_MILLIS));
        TillLog.Lease old = till.get();
        // Nobody but the till talks to the gateway.
        boolean ofTheTill =
                ++rounds == 1 || planned.is(Side.GATEWAY) || scene.random().nextInt(NOT_THE_TILL) > 0;
        Cut cut = new Cut(ofTheTill ? old.node() : another(old.node()), planned.from(), planned.way());
        long seq = scene.log().lastSeq();
        boolean mustPassOn = ofTheTill && cut.is(Side.DATABASE);
        try {
            begin(cut);
            hold(cut, mustPassOn, old, seq);
        } finally {
            filter.healAll();
        }
        Instant healed = Instant.now();
        long atHealing = scene.log().lastSeq();
        scene.timeline().mark(healed, "healed", cut.node() + " and " + cut.from() + " reach each other again");
        awaitFlow(cut, atHealing, healed);
        awaitWhole(cut, healed);
        passedOn += scene.log().lease().filter(now -> now.epoch() > old.epoch()).isPresent() ? 1 : 0;
        if (mustPassOn) {
            awaitOldTill(old);
        }
        oneEpochAtATime(cut, seq);
    }

    /** What it still had in hand comes back to the database now. */
    private void awaitOldTill(TillLog.Lease old) throws InterruptedException {
        noticed += Scene.await(
                                NOTICED_WITHIN,
                                () -> Zombies.saysItIsOver(scene, old) ? Optional.of(true) : Optional.empty())
                        .isPresent()
                ? 1
                : 0;
        withoutDatabase++;
    }

    private boolean replaceable(TillLog.Lease lease) {
        Set<String> ready = scene.nodes().ready();
        return ready.contains(lease.node()) && ready.size() > 1;
    }

    private String another(String till) {
        List<String> others = new ArrayList<>(scene.nodes().ready());
        others.remove(till);
        return others.get(scene.random().nextInt(others.size()));
    }

    private void begin(Cut cut) {
        filter.cut(cut);
        scene.nodes().usable(cut.node(), false);
        trial.fault(cut.from() + " " + cut.way().word(), 1);
        scene.timeline().mark("cut", cut.toString());
    }

    private void hold(Cut cut, boolean mustPassOn, TillLog.Lease old, long seq) throws InterruptedException {
        Instant begun = Instant.now();
        TimeUnit.MILLISECONDS.sleep(HELD.toMillis());
        if (mustPassOn) {
            Scene.await(LOST, () -> scene.log().firstCapture(seq, old.epoch()))
                    .ifPresentOrElse(
                            next -> takeovers.add(Scene.seconds(begun, next.at())),
                            () -> trial.violation(
                                    "nobody took over from " + old.node() + ", which could not reach the database"));
        }
        if (cut.is(Side.GRID)) {
            gridCuts++;
            split += gridIsOne() ? 0 : 1;
        }
        trial.mishapUnless(filter.lost(cut) > 0, "no packet was lost while " + cut);
    }

    /** Captures recorded after the healing, whoever recorded them. */
    private void awaitFlow(Cut cut, long seq, Instant healed) throws InterruptedException {
        Scene.await(LOST, () -> scene.log().firstCapture(seq, 0))
                .ifPresentOrElse(
                        capture -> flows.add(Scene.seconds(healed, capture.at())),
                        () -> trial.violation("no payment was captured within " + LOST.toSeconds() + " s after "
                                + cut.node() + " reached the " + cut.from() + " again"));
    }

    /** The node serves, and every node sees every other in the grid: the next cut must find a whole cluster. */
    private void awaitWhole(Cut cut, Instant healed) throws InterruptedException {
        Optional<Instant> whole = Scene.await(
                WHOLE_WITHIN,
                () -> new Readiness(scene.nodes().machine(cut.node())).ready() && gridIsOne()
                        ? Optional.of(Instant.now())
                        : Optional.empty());
        if (whole.isEmpty()) {
            trial.mishap(cut.node() + " was not ready, or the grid not one, " + WHOLE_WITHIN.toSeconds()
                    + " s after the healing");
            return;
        }
        scene.nodes().usable(cut.node(), true);
        if (cut.is(Side.GRID)) {
            merges.add(Scene.seconds(healed, whole.get()));
        }
    }

    private boolean gridIsOne() {
        List<Integer> counts = scene.cluster().nodes().stream()
                .map(node ->
                        GridView.members(scene.nodes().machine(node.name())).orElse(0))
                .toList();
        return GridView.whole(counts, scene.nodes().count());
    }

    /** The auditor asks the same of the whole log; here it is told which cut it came from. */
    private void oneEpochAtATime(Cut cut, long seq) {
        long late = scene.log()
                .number(
                        "SELECT COUNT(*) FROM (SELECT epoch, MAX(epoch) OVER (ORDER BY seq) AS highest"
                                + " FROM payment_transition WHERE seq > ?) step WHERE epoch < highest",
                        seq);
        if (late > 0) {
            trial.violation(late + " steps under an epoch after a later one's, after " + cut);
        }
        long shared = scene.log()
                .number(
                        "SELECT COUNT(*) FROM (SELECT epoch FROM payment_transition WHERE seq > ? GROUP BY epoch"
                                + " HAVING COUNT(DISTINCT owner) > 1) epoch",
                        seq);
        if (shared > 0) {
            trial.violation(shared + " epochs had two writers, after " + cut);
        }
    }

    private void conclude() {
        trial.trials(rounds, "cuts");
        trial.times("payments flow after healing, s", flows);
        trial.times("takeover from a till without its database, s", takeovers);
        trial.times("the grid is one again after healing, s", merges);
        trial.note("from the healing to the next capture: " + Quantiles.of(flows));
        trial.note("takeover from a till without its database: " + Quantiles.of(takeovers));
        trial.note("the old till saw that its epoch was over: " + noticed + " of " + withoutDatabase);
        trial.note("the grid fell apart in " + split + " of " + gridCuts + " cuts through it");
        trial.note("from the healing of a grid to all nodes in one: " + Quantiles.of(merges));
        trial.note("the till was another one after " + passedOn + " of " + rounds + " cuts");
        trial.aim("payments after healing, max", Quantiles.of(flows).max(), FLOW_WITHIN, "s");
    }
}
