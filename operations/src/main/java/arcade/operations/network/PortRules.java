package arcade.operations.network;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Failure;
import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cuts on one machine.
 *
 * <p>All processes have one address, so a connection is known by the port it goes to and by who opened it: whatever a node sends to
 * a port of this cluster marks the connection with the node's group. What is lost is then told by the mark and by which end has the
 * known port. Not by conntrack's direction: for a connection older than the table that is only whoever spoke first since. And not
 * by the group itself: what the kernel sends again for a socket that was closed belongs to nobody. It is lost on arrival, as on a
 * wire; a sender that was refused by its own filter would know, and try again sooner.
 *
 * <p>A connection that was open before is cut from the first packet of its opener on. The router's connections to the node are
 * never touched, nor are an operator's.
 */
final class PortRules implements CutRules {
    private final ClusterState cluster;

    PortRules(ClusterState cluster) {
        this.cluster = cluster;
    }

    @Override
    public String family() {
        return "inet";
    }

    @Override
    public List<String> chains(List<Cut> cuts) {
        List<String> lines = new ArrayList<>();
        lines.add("  chain openers {");
        lines.add("    type filter hook output priority 0; policy accept;");
        for (Machine node : cluster.gridMembers()) {
            int group = NodeGroup.of(node);
            lines.add("    meta skgid " + group + " tcp dport " + set(knownPorts()) + " ct mark set " + group);
        }
        lines.add("  }");
        lines.add("  chain lost {");
        lines.add("    type filter hook input priority 0; policy accept;");
        cuts.forEach(cut -> rules(cut).forEach(rule -> lines.add("    " + rule)));
        lines.add("  }");
        return lines;
    }

    @Override
    public void require(Machine machine) {
        if (machine.role() != Role.NODE) {
            throw Failure.usage(
                    machine.name() + " is no node",
                    "name one of "
                            + String.join(
                                    ", ",
                                    cluster.nodes().stream().map(Machine::name).toList()));
        }
        if (!NodeGroup.holds(machine)) {
            throw new Failure(
                    machine.name() + " runs without a group of its own, so its packets cannot be told from others",
                    "start it again as root: './arcade kill " + machine.name() + "', then './arcade up'");
        }
    }

    private List<String> rules(Cut cut) {
        Machine node = cluster.machine(cut.node());
        List<Integer> own = List.of(NodeGroup.of(node));
        List<String> rules = new ArrayList<>();
        switch (cut.from()) {
            case "database" -> opened(rules, cut, own, sqlPorts(), Way.OUT);
            case "gateway" -> opened(rules, cut, own, List.of(cluster.gateway().port("http")), Way.OUT);
            case "grid" ->
                grid(
                        rules,
                        cut,
                        node,
                        cluster.gridMembers().stream()
                                .filter(other -> !other.name().equals(cut.node()))
                                .toList());
            default -> grid(rules, cut, node, List.of(otherNode(cut)));
        }
        return rules;
    }

    private static void grid(List<String> rules, Cut cut, Machine node, List<Machine> others) {
        if (!others.isEmpty()) {
            opened(rules, cut, List.of(NodeGroup.of(node)), gridPorts(others), Way.OUT);
            opened(rules, cut, others.stream().map(NodeGroup::of).toList(), List.of(node.port("grid")), Way.IN);
        }
    }

    private Machine otherNode(Cut cut) {
        return cluster.nodes().stream()
                .filter(node -> node.name().equals(cut.from()))
                .findFirst()
                .orElseThrow(
                        () -> Failure.usage(
                                "on one machine " + cut.node() + " cannot be cut off from '" + cut.from() + "'",
                                "name grid, database, gateway or another node; './arcade lab up' makes machines with cables of their own"));
    }

    /**
     * Connections that these groups opened to these ports.
     *
     * @param there the way a packet to such a port goes, as seen from the node that is cut off
     */
    private static void opened(List<String> rules, Cut cut, List<Integer> openers, List<Integer> ports, Way there) {
        Way back = there == Way.OUT ? Way.IN : Way.OUT;
        if (cut.way().covers(there)) {
            rules.add(lost(cut, openers, "dport", ports));
        }
        if (cut.way().covers(back)) {
            rules.add(lost(cut, openers, "sport", ports));
        }
    }

    private static String lost(Cut cut, List<Integer> openers, String end, List<Integer> ports) {
        return "ct mark " + set(openers) + " tcp " + end + " " + set(ports) + " counter drop comment \"" + cut.comment()
                + "\"";
    }

    private List<Integer> knownPorts() {
        List<Integer> ports = new ArrayList<>(gridPorts(cluster.gridMembers()));
        ports.addAll(sqlPorts());
        ports.add(cluster.gateway().port("http"));
        return ports;
    }

    private List<Integer> sqlPorts() {
        return cluster.databases().stream()
                .map(database -> database.port("sql"))
                .toList();
    }

    private static List<Integer> gridPorts(List<Machine> nodes) {
        return nodes.stream().map(node -> node.port("grid")).toList();
    }

    private static String set(List<Integer> numbers) {
        return numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ", "{ ", " }"));
    }
}
