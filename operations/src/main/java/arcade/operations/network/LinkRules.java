package arcade.operations.network;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import arcade.operations.topology.Host;
import arcade.operations.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cuts in a laboratory. Whatever passes from one host to another passes the bridge, as it would a switch, and is lost there: neither
 * end is told. What the operator's host sends or gets is never touched, because it does not pass.
 */
final class LinkRules implements CutRules {
    private final ClusterState cluster;
    private final Topology topology;

    LinkRules(ClusterState cluster, Topology topology) {
        this.cluster = cluster;
        this.topology = topology;
    }

    @Override
    public String family() {
        return "bridge";
    }

    @Override
    public List<String> chains(List<Cut> cuts) {
        List<String> lines =
                new ArrayList<>(List.of("chain lost {", "type filter hook forward priority 0; policy accept;"));
        for (Cut cut : cuts) {
            List<String> here = addresses(cluster.machine(cut.node())).toList();
            List<String> there = others(cut).stream()
                    .flatMap(this::addresses)
                    .distinct()
                    .filter(address -> !here.contains(address))
                    .toList();
            if (cut.way().covers(Way.OUT)) {
                lines.add(lost(cut, here, there));
            }
            if (cut.way().covers(Way.IN)) {
                lines.add(lost(cut, there, here));
            }
        }
        lines.add("}");
        return lines;
    }

    private List<Machine> others(Cut cut) {
        return switch (cut.from()) {
            case "grid" -> cluster.gridMembers();
            case "database" -> cluster.databases();
            case "gateway" -> of(Role.GATEWAY);
            default -> List.of(cluster.machine(cut.from()));
        };
    }

    private List<Machine> of(Role role) {
        return cluster.machines().stream()
                .filter(machine -> machine.role() == role)
                .toList();
    }

    /** The router's host has two. */
    private Stream<String> addresses(Machine machine) {
        Host host = topology.hosts().get(machine.host());
        return Stream.of(host.address(), host.inside()).filter(address -> address != null);
    }

    private static String lost(Cut cut, Collection<String> from, Collection<String> to) {
        return "ip saddr { " + String.join(", ", from) + " } ip daddr { " + String.join(", ", to)
                + " } counter drop comment \"" + cut.comment() + "\"";
    }
}
