package arcade.operations.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The recorded cluster: what {@code up} made. Kept in the home's {@code cluster.json}.
 *
 * @param cluster the grid's name, random per home, so that two clusters on one machine never join
 * @param topology the topology file it was made from
 * @param production breaking it on purpose needs {@code --yes}, and demonstration logins are refused
 * @param release of the last {@code up}
 */
public record ClusterState(
        String cluster, String topology, boolean production, String release, List<Machine> machines) {
    private static final int HTTP_PORT = 80;

    public Optional<Machine> find(String name) {
        return machines.stream().filter(machine -> machine.name().equals(name)).findFirst();
    }

    /** @throws Failure naming the machines there are */
    public Machine machine(String name) {
        return find(name)
                .orElseThrow(() -> Failure.usage(
                        "no machine is called '" + name + "'",
                        "name one of "
                                + String.join(
                                        ", ",
                                        machines.stream().map(Machine::name).toList())));
    }

    public Machine router() {
        return only(Role.ROUTER);
    }

    /** Where shoppers come in: the router or, in a cluster without one, the only node that has a storefront. */
    public Machine door() {
        return machines.stream()
                .filter(machine -> machine.role() == Role.ROUTER)
                .findFirst()
                .or(() -> nodes().stream()
                        .filter(node -> node.roles().contains("storefront"))
                        .findFirst())
                .orElseThrow(() -> new Failure("no machine of this cluster has a storefront", "see its topology"));
    }

    public boolean hasRouter() {
        return machines.stream().anyMatch(machine -> machine.role() == Role.ROUTER);
    }

    /** The primary, whatever it is called. */
    public Machine database() {
        return only(Role.DATABASE);
    }

    /** The database that follows the primary; empty where the topology has none, or it is retired. */
    public Optional<Machine> replica() {
        return machines.stream()
                .filter(machine -> machine.role() == Role.REPLICA)
                .findFirst();
    }

    /** The primary that was replaced and not filled anew since. */
    public Optional<Machine> retired() {
        return machines.stream()
                .filter(machine -> machine.role() == Role.RETIRED)
                .findFirst();
    }

    /** Primary, replica and retired one, in the order of their names. */
    public List<Machine> databases() {
        return machines.stream()
                .filter(machine -> switch (machine.role()) {
                    case DATABASE, REPLICA, RETIRED -> true;
                    case ROUTER, NODE, GATEWAY, ADMIN -> false;
                })
                .toList();
    }

    public Machine gateway() {
        return only(Role.GATEWAY);
    }

    public List<Machine> nodes() {
        return machines.stream().filter(machine -> machine.role() == Role.NODE).toList();
    }

    /** Everybody in the grid: the nodes and, where there is one, the admin console. */
    public List<Machine> gridMembers() {
        return machines.stream()
                .filter(machine -> machine.role() == Role.NODE || machine.role() == Role.ADMIN)
                .toList();
    }

    /** Nodes whose process lives; they may still be starting. */
    public List<Machine> liveNodes() {
        return nodes().stream().filter(Machine::alive).toList();
    }

    /** {@code <store>.localhost:<port>}, as a browser says it: without the port that everybody knows. */
    public String shopHost(String store) {
        int port = door().port("http");
        return store + ".localhost" + (port == HTTP_PORT ? "" : ":" + port);
    }

    /** {@code http://<store>.localhost:<port>} without a slash at the end. */
    public String shopAddress(String store) {
        return "http://" + shopHost(store);
    }

    /** The same cluster with this machine in place of the one of the same name. */
    public ClusterState with(Machine changed) {
        List<Machine> next = new ArrayList<>(machines);
        next.replaceAll(machine -> machine.name().equals(changed.name()) ? changed : machine);
        return new ClusterState(cluster, topology, production, release, List.copyOf(next));
    }

    public ClusterState onRelease(String next) {
        return new ClusterState(cluster, topology, production, next, machines);
    }

    private Machine only(Role role) {
        return machines.stream()
                .filter(machine -> machine.role() == role)
                .findFirst()
                .orElseThrow(() -> new Failure(
                        "this cluster has no " + role.word(), "its topology says what it has: " + topology));
    }
}
