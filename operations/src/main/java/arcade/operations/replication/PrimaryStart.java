package arcade.operations.replication;

import arcade.operations.home.Home;
import arcade.operations.home.Machine;

/** Opens the recorded primary for writing: a database comes up read-only, because only the record tells who leads. */
public final class PrimaryStart {
    private final Home home;

    public PrimaryStart(Home home) {
        this.home = home;
    }

    /** The server answers. Whether it waits for a replica is said once one follows. */
    public void run(Machine primary) {
        try (DatabasePeer peer = DatabasePeer.of(home, primary)) {
            if (peer.following().isPresent()) {
                // A failover was interrupted after it was recorded: all it received was applied by then.
                peer.stopFollowing();
            }
            if (home.cluster().databases().size() == 1) {
                peer.waitForReplica(false);
            } else {
                Witness.installEvents(peer);
            }
            peer.startWriting();
        }
    }
}
