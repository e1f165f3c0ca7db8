package arcade.operations.cluster;

import java.util.List;

/** The answer of {@code status --json}: a stable shape, described in docs/operations.md. Unknown values are null. */
record View(List<Row> machines, Till till) {
    static final String STARTING = "starting";
    static final String READY = "ready";
    static final String DRAINING = "draining";
    static final String DOWN = "down";

    /**
     * A machine.
     *
     * @param address {@code ip:port}
     * @param release of a node
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
            Long uptimeSeconds) {}

    /** Who is the till; all null while nobody is. */
    record Till(String holder, Long epoch, String since) {
        static final Till NOBODY = new Till(null, null, null);
    }

    boolean healthy() {
        return till.holder() != null
                && machines.stream().allMatch(row -> row.state().equals(READY));
    }
}
