package arcade.operations.router;

import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes nodes out of the router and lets them in again. The other backends track the pages' servers, so that one word moves a node
 * in all of them. Every method throws a {@link Failure} when the router does not answer.
 */
public final class RouterControl {
    private static final String PAGES = "pages";
    private static final Set<String> SUMS = Set.of("BACKEND", "FRONTEND");

    private final RuntimeSocket socket;
    private final boolean there;

    /** Of a cluster without a router it knows no node. */
    public RouterControl(Home home) {
        this.socket = new RuntimeSocket(home);
        this.there = home.cluster().hasRouter();
    }

    /**
     * What the router counted of one node since its own start, over all backends.
     *
     * @param requests that were given to it
     * @param errors of these: answers from 500 on, refused or broken connections, and requests that had to be sent elsewhere
     * @param refusals of these: answers from 400 to 499, such as pages that are not there
     * @param inFlight requests it has now, queued ones among them
     * @param state UP, DRAIN, MAINT, DOWN …, as HAProxy calls it
     */
    public record Traffic(long requests, long errors, long refusals, long inFlight, String state) {
        public static final Traffic NONE = new Traffic(0, 0, 0, 0, "");

        /** What came since an earlier look. */
        public Traffic since(Traffic earlier) {
            return new Traffic(
                    requests - earlier.requests, errors - earlier.errors, refusals - earlier.refusals, inFlight, state);
        }

        public Traffic and(Traffic other) {
            return new Traffic(
                    requests + other.requests,
                    errors + other.errors,
                    refusals + other.refusals,
                    inFlight + other.inFlight,
                    state.isEmpty() ? other.state : state);
        }
    }

    /** No new visitors; those whose session it holds still come. */
    public void drain(String node) {
        set(node, "drain");
    }

    /** Nobody comes any more, and sessions move to other nodes; what is in flight ends in peace. */
    public void close(String node) {
        set(node, "maint");
    }

    /** Shoppers come at once: to be called only when it serves. */
    public void open(String node) {
        set(node, "ready");
    }

    /** By node, those the router knows. */
    public Map<String, Traffic> traffic() {
        return there ? read(ask("show stat")) : Map.of();
    }

    /** @param table what {@code show stat} prints: comma-separated, the first line names the columns */
    static Map<String, Traffic> read(String table) {
        Map<String, Traffic> nodes = new TreeMap<>();
        List<String> lines = table.lines().toList();
        Map<String, Integer> columns = columns(lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            if (fields.length > columns.get("wredis") && !SUMS.contains(fields[1])) {
                nodes.merge(fields[1], traffic(fields, columns), Traffic::and);
            }
        }
        return nodes;
    }

    /** Of a node that the router does not know: nothing. */
    public Traffic traffic(String node) {
        return traffic().getOrDefault(node, Traffic.NONE);
    }

    public boolean knows(String node) {
        return traffic().containsKey(node);
    }

    private static Map<String, Integer> columns(String head) {
        Map<String, Integer> columns = new HashMap<>();
        String[] names = head.replaceFirst("^# ", "").split(",");
        for (int index = 0; index < names.length; index++) {
            columns.put(names[index], index);
        }
        return columns;
    }

    private static Traffic traffic(String[] fields, Map<String, Integer> columns) {
        List<Long> errors = new ArrayList<>();
        for (String kind : List.of("hrsp_5xx", "econ", "eresp", "wretr", "wredis")) {
            errors.add(number(fields[columns.get(kind)]));
        }
        return new Traffic(
                number(fields[columns.get("stot")]),
                errors.stream().mapToLong(Long::longValue).sum(),
                number(fields[columns.get("hrsp_4xx")]),
                number(fields[columns.get("scur")]) + number(fields[columns.get("qcur")]),
                fields[columns.get("status")]);
    }

    private static long number(String field) {
        return field.matches("\\d{1,18}") ? Long.parseLong(field) : 0;
    }

    private void set(String node, String state) {
        String answer = set(PAGES, node, state);
        if (answer.startsWith("No such")) {
            // It serves no shopper, but may serve staff.
            answer = set(Router.BACKOFFICE, node, state);
        }
        if (!answer.isEmpty()) {
            throw new Failure(
                    "the router does not take " + node + " to '" + state + "': " + answer, "see './arcade status'");
        }
    }

    private String set(String backend, String node, String state) {
        return ask("set server " + backend + "/" + node + " state " + state).strip();
    }

    private String ask(String command) {
        try {
            return socket.ask(command);
        } catch (IOException e) {
            throw new Failure(
                    "the router does not answer at its socket: " + e.getMessage(),
                    "run './arcade up', which starts it, then the same command again",
                    e);
        }
    }
}
