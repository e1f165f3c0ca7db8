package arcade.operations.replication;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import java.util.Optional;

/**
 * How primary and replica stand, for {@code status}; unknown values are null.
 *
 * @param replica null while the only other database is retired
 * @param retired a replaced primary that waits to be filled anew; null when there is none
 * @param receiving whether the replica is connected to the primary
 * @param applying whether it carries out what it receives
 * @param lagSeconds how far behind it is, at most a quarter too much, by the clocks of both
 * @param inSync whether the primary acknowledges nothing that the replica has not
 * @param problem what the replica stumbled over
 */
public record ReplicationView(
        String primary,
        String replica,
        String retired,
        Boolean receiving,
        Boolean applying,
        Double lagSeconds,
        Boolean inSync,
        String problem) {

    /** Empty where the topology has one database. */
    public static Optional<ReplicationView> of(Home home, ClusterState state) {
        if (state.databases().size() < 2) {
            return Optional.empty();
        }
        String retired = state.retired().map(Machine::name).orElse(null);
        String primary = state.database().name();
        if (state.replica().isEmpty()) {
            return Optional.of(new ReplicationView(primary, null, retired, null, null, null, null, null));
        }
        Machine replica = state.replica().get();
        Boolean inSync = DatabasePeer.find(home, state.database())
                .map(ReplicationView::inSync)
                .orElse(null);
        return Optional.of(DatabasePeer.find(home, replica)
                .map(peer -> of(peer, primary, retired, inSync))
                .orElseGet(
                        () -> new ReplicationView(primary, replica.name(), retired, null, null, null, inSync, null)));
    }

    private static boolean inSync(DatabasePeer primary) {
        try (primary) {
            return primary.inSync();
        }
    }

    private static ReplicationView of(DatabasePeer peer, String primary, String retired, Boolean inSync) {
        try (peer) {
            String name = peer.machine().name();
            Optional<Following> now = peer.following();
            if (now.isEmpty()) {
                return new ReplicationView(primary, name, retired, false, false, null, inSync, "it follows nobody");
            }
            return new ReplicationView(
                    primary,
                    name,
                    retired,
                    now.get().receiving(),
                    now.get().applying(),
                    Witness.lagSeconds(peer).orElse(null),
                    inSync,
                    now.get().problem().isEmpty() ? null : now.get().problem());
        }
    }

    /** Whether the primary could die now and nothing acknowledged would be lost. */
    public boolean healthy() {
        return Boolean.TRUE.equals(receiving) && Boolean.TRUE.equals(applying) && Boolean.TRUE.equals(inSync);
    }

    /** For a person. */
    public String sentence() {
        if (replica == null) {
            return "replication: none; " + retired + " is retired, './arcade up --reprovision' fills it anew";
        }
        String pair = "replication: " + replica + " follows " + primary;
        if (healthy()) {
            return pair + ", in sync" + (lagSeconds == null ? "" : ", applied up to " + lagSeconds + " s ago");
        }
        return pair + " NOT IN SYNC (receiving " + receiving + ", applying " + applying + ", semi-sync " + inSync
                + (problem == null ? ")" : "): " + problem)
                + "; " + primary + " acknowledges alone";
    }
}
