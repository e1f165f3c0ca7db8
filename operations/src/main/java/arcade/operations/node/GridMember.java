package arcade.operations.node;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.process.Template;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** A member's settings of the grid: the same for all, or they would not join. */
public final class GridMember {
    private GridMember() {}

    /**
     * Writes them from {@code domain-config/hazelcast/member.yaml}.
     *
     * @param hostAware backups lie on another host
     * @param lite holds no data: no session lies on it
     */
    public static void write(
            Home home,
            Project project,
            ClusterState cluster,
            Machine machine,
            boolean hostAware,
            boolean lite,
            Path target) {
        String members = cluster.nodes().stream()
                .map(node -> "          - " + node.address() + ":" + node.port("grid"))
                .collect(Collectors.joining("\n"));
        new Template(project.configuration("hazelcast/member.yaml"))
                .fillInto(
                        target,
                        Map.of(
                                "cluster", home.secrets().gridName(cluster.cluster()),
                                "lite", Boolean.toString(lite),
                                "port", Integer.toString(machine.port("grid")),
                                "address", machine.address(),
                                "members", members,
                                "host-aware", Boolean.toString(hostAware)));
    }
}
