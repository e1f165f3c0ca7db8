package arcade.operations.load;

import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import java.util.Optional;

/** Asks the nodes which of them is the till. */
final class TillHolder {
    private final Home home;

    TillHolder(Home home) {
        this.home = home;
    }

    /** @throws Failure when no node says that a live one of them is */
    Machine find() throws InterruptedException {
        for (Machine node : home.cluster().liveNodes()) {
            Optional<Machine> holder = NodeStatus.of(home, node)
                    .flatMap(NodeStatus::holder)
                    .flatMap(name -> home.cluster().find(name))
                    .filter(Machine::alive);
            if (holder.isPresent()) {
                return holder.get();
            }
        }
        throw new Failure("no node is the till", "see './arcade status', and './arcade up' for nodes that are down");
    }
}
