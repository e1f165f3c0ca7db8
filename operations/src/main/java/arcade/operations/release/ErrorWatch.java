package arcade.operations.release;

import arcade.operations.router.RouterControl;
import arcade.operations.router.RouterControl.Traffic;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Whether a node that shoppers come to again answers worse than the others, by what the router counts: on equal footing, because a
 * fault of database or gateway hits all of them alike, and so do those who ask for pages that never were.
 */
final class ErrorWatch {
    /** Fewer are no proof of anything. */
    static final long LEAST_ERRORS = 3;

    static final long LEAST_REFUSALS = 10;

    /** A share that only counts when it is also so many times that of the others. */
    private static final double MOST_SHARE = 0.01;

    private static final double TIMES_THE_OTHERS = 3;

    private final Map<String, Traffic> before;
    private final String node;

    private ErrorWatch(Map<String, Traffic> before, String node) {
        this.before = before;
        this.node = node;
    }

    /** From now on. */
    static ErrorWatch begin(RouterControl router, String node) {
        return new ErrorWatch(router.traffic(), node);
    }

    static ErrorWatch since(Map<String, Traffic> before, String node) {
        return new ErrorWatch(before, node);
    }

    /** A sentence with the figures when the node is worse than the others; empty while it is not. */
    Optional<String> verdict(Map<String, Traffic> now) {
        Traffic mine = of(node, now);
        Traffic others = now.keySet().stream()
                .filter(name -> !name.equals(node))
                .map(name -> of(name, now))
                .reduce(Traffic.NONE, Traffic::and);
        return worse("errors", LEAST_ERRORS, mine, others, Traffic::errors)
                .or(() -> worse("answers that refuse (4xx)", LEAST_REFUSALS, mine, others, Traffic::refusals));
    }

    private Optional<String> worse(
            String what, long least, Traffic mine, Traffic others, ToLongFunction<Traffic> counted) {
        long bad = counted.applyAsLong(mine);
        double theirs = share(counted.applyAsLong(others), others.requests());
        boolean worse = bad >= least && share(bad, mine.requests()) > Math.max(MOST_SHARE, TIMES_THE_OTHERS * theirs);
        return worse
                ? Optional.of(node + " had " + bad + " " + what + " in " + mine.requests()
                        + " requests at the router, the other nodes " + counted.applyAsLong(others) + " in "
                        + others.requests())
                : Optional.empty();
    }

    private Traffic of(String name, Map<String, Traffic> now) {
        Traffic present = now.getOrDefault(name, Traffic.NONE);
        return present.since(before.getOrDefault(name, Traffic.NONE));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? (part == 0 ? 0 : 1) : (double) part / whole;
    }
}
