package arcade.operations.cluster;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;

/** What {@code kill} and {@code pause} may hit: a machine by name, {@code db}, or {@code till} for the node that holds it. */
final class Target {
    private Target() {}

    /** @throws Failure when the name is unknown, it does not run, or it is production and nobody said {@code --yes} */
    static Machine of(String name, Home home, boolean yes) {
        ClusterState state = home.cluster();
        if (state.production() && !yes) {
            throw Failure.usage(
                    "this topology is marked production",
                    "say --yes if you really mean to break it: " + state.topology());
        }
        Machine machine = named(name, home, state);
        if (!machine.alive()) {
            throw new Failure(machine.name() + " does not run", "see './arcade status'; './arcade up' starts it");
        }
        return machine;
    }

    /** By its name, or by what it is at the moment. */
    static Machine named(String name, Home home, ClusterState state) {
        return switch (name) {
            case "till" -> state.machine(tillHolder(home));
            case "db" -> state.database();
            default -> state.machine(name);
        };
    }

    private static String tillHolder(Home home) {
        return TillLease.read(home)
                .filter(TillLease::alive)
                .map(TillLease::holder)
                .orElseThrow(() -> new Failure("no node holds the till now", "see './arcade status'"));
    }
}
