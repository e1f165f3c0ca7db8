package arcade.operations.cluster;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import arcade.operations.process.Ports;
import arcade.operations.router.Router;
import arcade.operations.topology.Host;
import arcade.operations.topology.NodePlan;
import arcade.operations.topology.Topology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Machines for a topology. What was recorded keeps its ports and processes; what is new gets free ports, which it keeps
 * from then on.
 */
final class Layout {
    private static final Map<String, Integer> USUAL =
            Map.of("http", 8080, "grid", 5701, "sql", 3306, "control", 8081, "smtp", 2525, "console", 4848);

    private final Set<String> used = new HashSet<>();
    private final Ports ports = new Ports();
    private final Topology topology;
    private final Optional<ClusterState> recorded;

    Layout(Topology topology, Optional<ClusterState> recorded) {
        this.topology = topology;
        this.recorded = recorded;
        recorded.ifPresent(state -> state.machines()
                .forEach(
                        machine -> machine.ports().values().forEach(port -> used.add(machine.address() + ":" + port))));
    }

    ClusterState machines(String release) {
        List<Machine> machines = new ArrayList<>();
        if (topology.router() != null) {
            machines.add(router());
        }
        for (NodePlan node : topology.nodes()) {
            machines.add(machine(node.name(), Role.NODE, node.host(), node.roles(), "http", "grid"));
        }
        for (DatabaseLayout.Place place : new DatabaseLayout(topology, recorded).places()) {
            machines.add(machine(place.name(), place.role(), place.host(), List.of(), "sql"));
        }
        if (topology.gateway() != null) {
            machines.add(machine("gateway", Role.GATEWAY, topology.gateway(), List.of(), "http", "control", "smtp"));
        }
        if (topology.admin() != null) {
            machines.add(machine("admin", Role.ADMIN, topology.admin(), List.of(), "console", "grid"));
        }
        String cluster = recorded.map(ClusterState::cluster)
                .orElseGet(() -> "arcade-" + UUID.randomUUID().toString().substring(0, 8));
        return new ClusterState(
                cluster, topology.file().toString(), topology.production(), release, List.copyOf(machines));
    }

    /** Recorded machines that the new layout has no more, or has at another address: to be stopped. */
    List<Machine> surplus(ClusterState next) {
        return recorded.stream()
                .flatMap(state -> state.machines().stream())
                .filter(machine -> next.find(machine.name())
                        .filter(kept -> kept.ports().equals(machine.ports())
                                && kept.address().equals(machine.address()))
                        .isEmpty())
                .toList();
    }

    private Machine router() {
        Host host = topology.router();
        Optional<Machine> known = recorded.flatMap(state -> state.find("router"));
        int port = topology.routerPort();
        if (port == 0) {
            // Any free one: the one it had, unless somebody else has it now.
            port = known.filter(router -> router.alive() || Ports.isFree(host.address(), router.port("http")))
                    .map(router -> router.port("http"))
                    .orElseGet(() -> ports.free(host.address()));
        }
        Map<String, Integer> chosen = new TreeMap<>(Map.of("http", port, Router.BACKOFFICE, backoffice(host, known)));
        if (topology.tlsPort() != 0) {
            chosen.put("https", topology.tlsPort());
        }
        return known.filter(router ->
                        router.ports().equals(chosen) && router.address().equals(host.address()))
                .orElseGet(() -> new Machine(
                        "router", Role.ROUTER, host.name(), host.address(), host.reach(), chosen, List.of(), null, ""));
    }

    /** On a computer's own addresses another cluster may have it: then any free one. */
    private int backoffice(Host host, Optional<Machine> known) {
        Optional<Integer> before = known.filter(router -> router.ports().containsKey(Router.BACKOFFICE))
                .map(router -> router.port(Router.BACKOFFICE));
        int wanted = topology.backoffice().port();
        if (!host.loopback()) {
            return wanted;
        }
        if (before.isPresent() && (known.get().alive() || Ports.isFree(host.address(), before.get()))) {
            return before.get();
        }
        return topology.routerPort() != 0 && Ports.isFree(host.address(), wanted) ? wanted : ports.free(host.address());
    }

    private Machine machine(String name, Role role, Host host, List<String> roles, String... purposes) {
        Optional<Machine> known = recorded.flatMap(state -> state.find(name))
                .filter(machine -> machine.address().equals(host.address()));
        // A machine of an older release may lack a port that it is given now.
        Map<String, Integer> chosen = new TreeMap<>(known.map(Machine::ports).orElse(Map.of()));
        for (String purpose : purposes) {
            chosen.computeIfAbsent(purpose, missing -> port(host, missing));
        }
        return new Machine(
                name,
                role,
                host.name(),
                host.address(),
                host.reach(),
                chosen,
                roles,
                known.map(Machine::process).orElse(null),
                known.map(Machine::release).orElse(""));
    }

    private int port(Host host, String purpose) {
        return host.loopback() ? ports.free(host.address()) : usual(host, purpose);
    }

    /** On a host with an address of its own the port everybody knows, or the next one that no other machine there has. */
    private int usual(Host host, String purpose) {
        int port = USUAL.get(purpose);
        while (!used.add(host.address() + ":" + port)) {
            port++;
        }
        return port;
    }
}
