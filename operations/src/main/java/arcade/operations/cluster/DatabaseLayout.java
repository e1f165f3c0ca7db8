package arcade.operations.cluster;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Failure;
import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import arcade.operations.topology.Host;
import arcade.operations.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which databases there are, and which of them is the primary. The topology says where they are; who leads was decided by
 * the last failover, and only another one changes it.
 */
final class DatabaseLayout {
    private final Topology topology;
    private final List<Machine> known;
    private final Optional<Machine> primary;
    private final List<Place> chosen = new ArrayList<>();

    /** A database to be: one that was recorded keeps its name and its role. */
    record Place(String name, Role role, Host host) {}

    DatabaseLayout(Topology topology, Optional<ClusterState> recorded) {
        this.topology = topology;
        this.known = recorded.map(ClusterState::databases).orElse(List.of());
        this.primary = known.stream()
                .filter(machine -> machine.role() == Role.DATABASE)
                .findFirst();
    }

    /** @throws Failure when the topology has no place for the primary, but one for a database that follows it */
    List<Place> places() {
        boolean alone = topology.replica().isEmpty();
        place(topology.database(), "database", alone);
        topology.replica().ifPresent(host -> place(host, "database2", false));
        if (chosen.stream().noneMatch(place -> place.role() == Role.DATABASE)) {
            requireNoOtherPrimary();
            Place first = chosen.get(0);
            chosen.set(0, new Place(first.name(), Role.DATABASE, first.host()));
        }
        return List.copyOf(chosen);
    }

    /** On one host the name tells two databases apart; where there is one place only, it is the primary's. */
    private void place(Host host, String name, boolean alone) {
        Comparator<Machine> best = alone
                ? Comparator.comparing(machine -> machine.role() != Role.DATABASE)
                : Comparator.comparing(machine -> !machine.name().equals(name));
        Optional<Machine> kept = known.stream()
                .filter(machine -> machine.address().equals(host.address()))
                .filter(machine ->
                        chosen.stream().noneMatch(other -> other.name().equals(machine.name())))
                .min(best);
        boolean taken = chosen.stream().anyMatch(place -> place.name().equals(name));
        chosen.add(kept.map(machine -> new Place(machine.name(), machine.role(), host))
                .orElseGet(() -> new Place(taken ? "database" : name, Role.REPLICA, host)));
    }

    private void requireNoOtherPrimary() {
        boolean follower = chosen.stream()
                .anyMatch(place -> known.stream()
                        .anyMatch(machine -> machine.name().equals(place.name())
                                && machine.address().equals(place.host().address())));
        if (primary.isPresent() && follower) {
            throw new Failure(
                    "the primary is " + primary.get().name() + " at "
                            + primary.get().address() + ", where the topology has no database any more",
                    "switch over first: './arcade failover'; or put its host back into " + topology.file());
        }
    }
}
