package arcade.operations.release;

import arcade.operations.cluster.Fleet;
import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.http.NodeClient;
import arcade.operations.load.WarmUp;
import arcade.operations.node.GridView;
import arcade.operations.node.Release;
import arcade.operations.process.Signals;
import arcade.operations.process.Waiting;
import arcade.operations.router.RouterControl;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One node's way from one release to the next, or through a restart: drained at the router, stopped, started, warmed up, let in
 * again, watched. Sessions need not end before: each has a second copy in the grid, and any node goes on with it.
 */
final class NodeRoll {
    /** So long those whose session it holds may still come to it; then they are sent elsewhere. */
    private static final Duration DRAIN = Duration.ofSeconds(2);

    /** A request takes at most ten seconds: so long an API client may wait for a payment. */
    static final Duration EMPTY_WITHIN = Duration.ofSeconds(10);

    private static final Duration GRID_SAFE_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(40);
    private static final Duration LISTED_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final int WARM_UP_ROUNDS = 8;

    private final Home home;
    private final Fleet fleet;
    private final RouterControl router;
    private final List<String> shops;

    /** @param shops host names to warm up with; the first one most */
    NodeRoll(Home home, Fleet fleet, RouterControl router, List<String> shops) {
        this.home = home;
        this.fleet = fleet;
        this.router = router;
        this.shops = shops;
    }

    /**
     * @param watch how long its error rate decides, too, once shoppers come
     * @throws Failure when the node does not start, answers errors, or has more of them than the others; it is left as it then is
     */
    NodeTimes roll(String name, Release release, Duration watch) {
        long begun = System.nanoTime();
        // While it still serves: on another host this is a copy.
        fleet.bring(name, release);
        Machine node = fleet.machine(name);
        boolean shown = node.roles().contains("storefront") && router.knows(name);
        boolean empty = !node.alive() || !shown || emptied(node);
        double drain = seconds(begun);
        stop(name);
        double stopped = seconds(begun);
        fleet.start(name, release);
        fleet.awaitReady(name);
        requireRelease(name, release);
        double started = seconds(begun);
        warmUp(name);
        double warm = seconds(begun);
        awaitGrid();
        if (shown) {
            letIn(name);
            watch(name, watch);
        }
        return new NodeTimes(name, drain, empty, stopped - drain, started - stopped, warm - started, seconds(begun));
    }

    /** True when nothing was in flight before time was over. */
    private boolean emptied(Machine node) {
        String name = node.name();
        if (others(name) == 0) {
            Console.line("note: no other node serves; shoppers wait until " + name + " is back");
        }
        router.drain(name);
        long begun = System.nanoTime();
        Waiting.until(DRAIN, POLL, () -> router.traffic(name).inFlight() == 0);
        router.close(name);
        Duration left = EMPTY_WITHIN.minusNanos(System.nanoTime() - begun);
        // Looked at twice: a request may be between the router's decision and its count.
        boolean empty = Waiting.until(left, POLL, () -> router.traffic(name).inFlight() == 0);
        if (!empty) {
            Console.line("note: " + name + " still has " + router.traffic(name).inFlight() + " requests after "
                    + EMPTY_WITHIN.toSeconds() + " s; it is asked to stop, and answers them first if it can");
        }
        return empty;
    }

    /** A member may leave only when each session has its second copy elsewhere. */
    private void stop(String name) {
        Machine node = fleet.machine(name);
        if (!node.alive()) {
            return;
        }
        awaitGrid();
        if (!Signals.stop(node.process(), STOP_WITHIN)) {
            Console.line(
                    "note: " + name + " took longer than " + STOP_WITHIN.toSeconds() + " s to stop and was killed");
        }
    }

    private void awaitGrid() {
        List<Machine> live = fleet.state().liveNodes();
        boolean safe = Waiting.until(
                GRID_SAFE_WITHIN,
                POLL,
                () -> GridView.whole(
                                live.stream()
                                        .map(node -> GridView.members(node).orElse(0))
                                        .toList(),
                                live.size())
                        && live.stream().allMatch(GridView::safe));
        if (!safe) {
            throw new Failure(
                    "the grid is not whole after " + GRID_SAFE_WITHIN.toSeconds()
                            + " s: sessions could be lost if a node were stopped now",
                    "see GRID in './arcade status' and run './arcade doctor'");
        }
    }

    private void requireRelease(String name, Release release) {
        Optional<String> said = releaseOf(fleet.machine(name));
        if (!said.equals(Optional.of(release.name()))) {
            throw new Failure(
                    name + " says it runs " + said.orElse("nothing") + ", not " + release.name(),
                    "read " + home.log(name));
        }
    }

    private Optional<String> releaseOf(Machine node) {
        try {
            HttpResponse<String> answer =
                    new NodeClient(node, home.secrets().operatorToken()).get("/internal/status", ANSWER_WITHIN);
            return Optional.of(JsonParser.parseString(answer.body())
                    .getAsJsonObject()
                    .get("release")
                    .getAsString());
        } catch (IOException | JsonParseException | IllegalStateException | NullPointerException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", "run the command again", e);
        }
    }

    private void warmUp(String name) {
        Machine node = fleet.machine(name);
        for (String shop : shops) {
            new WarmUp(node, shop).run(WARM_UP_ROUNDS);
        }
    }

    private void letIn(String name) {
        router.open(name);
        if (!Waiting.until(
                LISTED_WITHIN, POLL, () -> router.traffic(name).state().startsWith("UP"))) {
            throw new Failure(
                    "the router does not take " + name + " back: "
                            + router.traffic(name).state(),
                    "read " + home.log("router"));
        }
    }

    private void watch(String name, Duration lasting) {
        ErrorWatch watch = ErrorWatch.begin(router, name);
        long end = System.nanoTime() + lasting.toNanos();
        while (System.nanoTime() < end) {
            Waiting.until(LOOK, LOOK, () -> System.nanoTime() > end);
            Optional<String> verdict = watch.verdict(router.traffic());
            if (verdict.isPresent()) {
                throw new Failure(verdict.get(), "read " + home.log(name));
            }
        }
    }

    /** Other nodes that shoppers can go to. */
    private long others(String name) {
        return router.traffic().entrySet().stream()
                .filter(node -> !node.getKey().equals(name))
                .filter(node -> node.getValue().state().startsWith("UP"))
                .count();
    }

    static double seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
    }
}
