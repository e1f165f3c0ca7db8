package arcade.operations.cluster;

import arcade.operations.replication.ReplicationView;
import java.util.List;

/** The answer of {@code status --json}: a stable shape, described in docs/operations.md. Unknown values are null; {@code replication} is null without a replica. */
record View(List<Row> machines, Till till, List<CutOff> cuts, ReplicationView replication) {
    static final String STARTING = "starting";
    static final String READY = "ready";
    static final String DRAINING = "draining";
    static final String DOWN = "down";

    /** Its host is not reached, so nobody knows. */
    static final String UNREACHABLE = "unreachable";

    /** The shop sells without it. */
    private static final String ONLOOKER = "admin";

    /**
     * A machine.
     *
     * @param address {@code ip:port}; of the admin console {@code https://ip:port}
     * @param release of a node
     * @param gridMembers how many members of the grid a node sees, itself included
     */
    record Row(
            String name,
            String role,
            String address,
            String state,
            String release,
            Long pid,
            Long sessions,
            Long heapBytes,
            Long uptimeSeconds,
            Integer gridMembers) {}

    /** Who is the till; all null while nobody is. */
    record Till(String holder, Long epoch, String since) {
        static final Till NOBODY = new Till(null, null, null);
    }

    /** A node that was cut off on purpose; {@code side} and {@code way} as {@code cut} takes them. */
    record CutOff(String node, String side, String way) {}

    boolean healthy() {
        return till.holder() != null
                && cuts.isEmpty()
                && (replication == null || replication.healthy())
                && machines.stream()
                        .filter(row -> !row.role().equals(ONLOOKER))
                        .allMatch(row -> row.state().equals(READY));
    }
}
