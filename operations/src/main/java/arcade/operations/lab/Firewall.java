package arcade.operations.lab;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import arcade.operations.network.FilterTable;
import arcade.operations.process.Reach;
import arcade.operations.router.Router;
import arcade.operations.topology.Host;
import arcade.operations.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What makes the private network private: each host lets in who needs it and nobody else. Whoever reaches a member's port owns the
 * grid (it runs what it is sent), so that port is open to the addresses of members alone; and the bridge, like a switch with port
 * security, lets nobody speak with an address that is another's.
 */
public final class Firewall {
    private static final FilterTable TABLE = new FilterTable("inet", "arcade");
    private static final FilterTable SWITCH = new FilterTable("bridge", "arcade_switch");

    private final Home home;
    private final Topology topology;
    private final ClusterState cluster;
    private final LabNetwork network;

    public Firewall(Home home, Topology topology, ClusterState cluster) {
        this.home = home;
        this.topology = topology;
        this.cluster = cluster;
        this.network = new LabNetwork(topology);
    }

    /** Puts every host's rules in force, in place of those before. */
    public void load() {
        for (Host host : network.hosts()) {
            TABLE.load(host.reach(), home.path("run", "firewall-" + host.name() + ".nft"), rules(host));
        }
        SWITCH.load(Reach.LOCAL, home.path("run", "firewall-switch.nft"), portSecurity());
    }

    public static void remove() {
        SWITCH.remove(Reach.LOCAL);
    }

    /** The rules of one host, as {@code nft} reads them. */
    List<String> rules(Host host) {
        List<String> lines = new ArrayList<>(List.of(
                "chain input {",
                "type filter hook input priority 0; policy drop;",
                "ct state established,related accept",
                "iif lo accept",
                "ip protocol icmp accept",
                "ip saddr " + topology.operator().address() + " accept"));
        machinesOn(host).forEach(machine -> lines.addAll(lettingIn(machine)));
        lines.addAll(List.of(
                "}",
                // No name server is here: who asks for one is told at once, in place of waiting five seconds.
                "chain names {",
                "type filter hook output priority 0; policy accept;",
                "meta l4proto { tcp, udp } th dport 53 reject",
                "}"));
        if (host.equals(topology.router())) {
            lines.addAll(List.of(
                    "chain forward {",
                    "type filter hook forward priority 0; policy drop;",
                    "ct state established,related accept",
                    "iifname inside oifname outside accept",
                    "}",
                    "chain way_out {",
                    "type nat hook postrouting priority 100;",
                    "oifname outside ip saddr " + topology.networks().inside() + " masquerade",
                    "}"));
        }
        return lines;
    }

    private List<String> lettingIn(Machine machine) {
        return switch (machine.role()) {
            case ROUTER -> lettingInBothSides(machine);
            case NODE ->
                List.of(
                        from(List.of(topology.router().inside()), machine.port("http")),
                        from(members(), machine.port("grid")));
            // Its console is the operator's alone.
            case ADMIN -> List.of(from(members(), machine.port("grid")));
            // Whoever leads, nodes and the other database come to it.
            case DATABASE, REPLICA, RETIRED ->
                List.of(from(addresses(Role.NODE, Role.DATABASE, Role.REPLICA, Role.RETIRED), machine.port("sql")));
            // Its control port is the operator's, and mail the nodes', who all come by the router's address.
            case GATEWAY ->
                List.of(
                        "tcp dport " + machine.port("http") + " accept",
                        from(List.of(topology.router().address()), machine.port("control")),
                        from(List.of(topology.router().address()), machine.port("smtp")));
        };
    }

    /** Shoppers from outside, staff from inside. */
    private static List<String> lettingInBothSides(Machine router) {
        Map<String, Integer> outside = new TreeMap<>(router.ports());
        Integer inside = outside.remove(Router.BACKOFFICE);
        List<String> rules = new ArrayList<>(List.of("iifname outside tcp dport " + set(outside.values()) + " accept"));
        if (inside != null) {
            rules.add("iifname inside tcp dport " + inside + " accept");
        }
        return rules;
    }

    private static String from(Collection<String> addresses, int port) {
        return "ip saddr " + set(addresses) + " tcp dport " + port + " accept";
    }

    /** Each cable carries the address of its host, and a cable that is nobody's carries nobody's address. */
    private List<String> portSecurity() {
        List<String> lines =
                new ArrayList<>(List.of("chain ports {", "type filter hook prerouting priority -300; policy accept;"));
        List<String> known = new ArrayList<>();
        List<String> addresses = new ArrayList<>(List.of(topology.operator().address()));
        for (Host host : network.hosts()) {
            boolean router = host.equals(topology.router());
            if (router) {
                // Answers from outside come in by it with their senders' addresses.
                secure(
                        lines,
                        known,
                        LabNetwork.port(host, true),
                        host.inside(),
                        ", " + topology.networks().outside());
                addresses.add(host.inside());
            }
            boolean inside = !router && network.isInside(host.address());
            secure(lines, known, LabNetwork.port(host, inside), host.address(), "");
            addresses.add(host.address());
        }
        lines.add("iifname != { " + String.join(", ", known) + " } ip saddr " + set(addresses) + " drop");
        lines.add("iifname != { " + String.join(", ", known) + " } arp saddr ip " + set(addresses) + " drop");
        lines.add("}");
        return lines;
    }

    private static void secure(List<String> lines, List<String> known, String port, String address, String others) {
        known.add("\"" + port + "\"");
        lines.add("iifname \"" + port + "\" ip saddr != { " + address + others + " } drop");
        lines.add("iifname \"" + port + "\" arp saddr ip != " + address + " drop");
    }

    private List<Machine> machinesOn(Host host) {
        return cluster.machines().stream()
                .filter(machine -> machine.host().equals(host.name()))
                .toList();
    }

    private List<String> members() {
        return cluster.gridMembers().stream().map(Machine::address).distinct().toList();
    }

    private List<String> addresses(Role... roles) {
        return cluster.machines().stream()
                .filter(machine -> List.of(roles).contains(machine.role()))
                .map(Machine::address)
                .distinct()
                .toList();
    }

    private static String set(Collection<?> values) {
        return values.stream().map(String::valueOf).distinct().collect(Collectors.joining(", ", "{ ", " }"));
    }
}
