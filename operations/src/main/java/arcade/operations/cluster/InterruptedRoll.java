package arcade.operations.cluster;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.node.RollRecord;
import arcade.operations.router.RouterControl;
import java.util.List;
import java.util.Optional;

/** What a roll leaves whose command died: nodes that the router does not use, and two releases. The caller holds the lock. */
public final class InterruptedRoll {
    private final Home home;

    public InterruptedRoll(Home home) {
        this.home = home;
    }

    /**
     * Lets every node in again, all of them being ready. Which release is to stay is a person's decision: both run on this schema.
     */
    public void letIn() {
        Optional<RollRecord> roll = RollRecord.read(home);
        if (roll.isEmpty()) {
            return;
        }
        ClusterState cluster = home.cluster();
        RouterControl router = new RouterControl(home);
        cluster.nodes().stream().map(Machine::name).filter(router::knows).forEach(router::open);
        List<String> other = cluster.nodes().stream()
                .filter(node -> !node.release().equals(cluster.release()))
                .map(node -> node.name() + " (" + node.release() + ")")
                .toList();
        if (other.isEmpty()) {
            RollRecord.remove(home);
        } else {
            Console.line(
                    "note: a " + roll.get().command() + " from " + roll.get().from() + " to "
                            + roll.get().to() + " was interrupted; on another release: " + String.join(", ", other)
                            + ". './arcade deploy' of the same EAR goes on, './arcade rollback' takes it back");
        }
    }
}
