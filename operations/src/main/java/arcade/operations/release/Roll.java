package arcade.operations.release;

import arcade.operations.cluster.Fleet;
import arcade.operations.cluster.TillLease;
import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.node.Release;
import arcade.operations.node.RollRecord;
import arcade.operations.router.RouterControl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Brings nodes to a release, one after the other, the till's node last, so that the till moves once. The first that fails ends it: that
 * node and those before it go back to the release each of them had. The caller holds the cluster's lock.
 */
final class Roll {
    private static final Duration NOT_WATCHED = Duration.ZERO;

    private final Home home;
    private final Fleet fleet;
    private final RouterControl router;
    private final NodeRoll way;

    Roll(Home home, Fleet fleet) {
        this.home = home;
        this.fleet = fleet;
        this.router = new RouterControl(home);
        this.way = new NodeRoll(home, fleet, router, Shops.hosts(home));
    }

    /**
     * @param releases the release each node is to have: names in any order
     * @param watch how long a node's error rate is watched
     * @return what each took, in the order they were rolled
     * @throws Failure when it was taken back
     */
    List<NodeTimes> run(RollRecord plan, Map<String, Release> releases, Duration watch) {
        Optional<RollRecord> interrupted = RollRecord.read(home).filter(RollRecord::changesRelease);
        Map<String, Release> had = new LinkedHashMap<>();
        List<NodeTimes> times = new ArrayList<>();
        for (String name : order(releases)) {
            plan.at(name).write(home);
            had.put(name, had(name));
            Console.step("rolling " + name + " to " + releases.get(name).name());
            try {
                NodeTimes took = way.roll(name, releases.get(name), watch);
                times.add(took);
                tell(took);
            } catch (RuntimeException e) {
                // Whatever it was: no node may be left half-way.
                String cause = e instanceof Failure ? e.getMessage() : e.toString();
                Console.step("stopped: " + cause);
                throw takenBack(new Failure(cause, "read " + fleet.keepLog(name), e), had, interrupted);
            }
        }
        if (!plan.changesRelease()) {
            interrupted.ifPresentOrElse(roll -> roll.write(home), () -> RollRecord.remove(home));
        }
        return times;
    }

    /** Those that do not run come first, the till's node last. */
    private List<String> order(Map<String, Release> releases) {
        String till = TillLease.read(home)
                .filter(TillLease::alive)
                .map(TillLease::holder)
                .orElse("");
        return releases.keySet().stream()
                .sorted(Comparator.comparing(
                                (String name) -> fleet.machine(name).alive())
                        .thenComparing(name -> name.equals(till))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Release had(String name) {
        return Release.recorded(fleet.machine(name).release(), home).orElseGet(fleet::release);
    }

    private Failure takenBack(Failure cause, Map<String, Release> had, Optional<RollRecord> interrupted) {
        List<String> failed = new ArrayList<>();
        List<String> last = new ArrayList<>(had.keySet());
        Collections.reverse(last);
        for (String name : last) {
            try {
                goBack(name, had.get(name));
            } catch (RuntimeException e) {
                Console.step(name + " did not go back: " + e.getMessage());
                failed.add(name);
            }
        }
        if (failed.isEmpty()) {
            // The way out of an interrupted roll has failed: that one is still to be ended.
            interrupted.ifPresentOrElse(roll -> roll.write(home), () -> RollRecord.remove(home));
            return new Failure(
                    cause.getMessage() + "; every node is back on the release it had",
                    cause.cure() + ", repair the release, and deploy it again",
                    cause);
        }
        return Failure.degraded(
                cause.getMessage() + "; and " + failed + " did not go back either",
                cause.cure() + ", then './arcade up' starts what is missing on "
                        + fleet.release().name());
    }

    /** A node that was not touched yet is let in again; a restart that failed has nothing to go back to but the same. */
    private void goBack(String name, Release had) {
        Machine node = fleet.machine(name);
        if (node.alive() && node.release().equals(had.name()) && fleet.ready(name)) {
            if (router.knows(name)) {
                router.open(name);
            }
            return;
        }
        Console.step("taking " + name + " back to " + had.name());
        tell(way.roll(name, had, NOT_WATCHED));
    }

    static RollRecord plan(String command, String from, String to) {
        return new RollRecord(command, from, to, Instant.now().toString(), "");
    }

    private static void tell(NodeTimes took) {
        Console.step(String.format(
                Locale.ROOT,
                "%s serves again after %.1f s: empty %.1f, stopped %.1f, started %.1f, warm %.1f",
                took.node(),
                took.whole(),
                took.drain(),
                took.stop(),
                took.start(),
                took.warmUp()));
    }
}
