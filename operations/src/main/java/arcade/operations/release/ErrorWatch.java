package arcade.operations.release;

import arcade.operations.router.RouterControl;
import arcade.operations.router.RouterControl.Traffic;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a node that shoppers come to again answers worse than the others, by what the router counts: on equal footing, because a
 * fault of database or gateway hits all of them alike.
 */
final class ErrorWatch {
    /** Fewer errors than this are no proof of anything. */
    static final long LEAST_ERRORS = 3;

    /** A share of errors that no release may have, however bad the others are, compared with theirs. */
    static final double MOST_SHARE = 0.01;

    static final double TIMES_THE_OTHERS = 3;

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
        long requests = 0;
        long errors = 0;
        for (String other : now.keySet()) {
            if (!other.equals(node)) {
                Traffic theirs = of(other, now);
                requests += theirs.requests();
                errors += theirs.errors();
            }
        }
        double others = share(errors, requests);
        boolean worse = mine.errors() >= LEAST_ERRORS
                && share(mine.errors(), mine.requests()) > Math.max(MOST_SHARE, TIMES_THE_OTHERS * others);
        return worse
                ? Optional.of(node + " had " + mine.errors() + " errors in " + mine.requests()
                        + " requests at the router, the other nodes " + errors + " in " + requests)
                : Optional.empty();
    }

    private Traffic of(String name, Map<String, Traffic> now) {
        Traffic then = before.get(name);
        Traffic present = now.get(name);
        if (present == null) {
            return new Traffic(0, 0, 0, "");
        }
        return then == null ? present : present.since(then);
    }

    private static double share(long errors, long requests) {
        return requests == 0 ? (errors == 0 ? 0 : 1) : (double) errors / requests;
    }
}
