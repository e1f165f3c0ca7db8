package arcade.operations.topology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A topology as written, checked.
 *
 * @param routerPort the port shoppers use; 0 means any free one
 * @param nodeHeapMegabytes the greatest heap of each node's JVM
 */
public record Topology(
        Path file,
        boolean production,
        Host router,
        int routerPort,
        Host database,
        Host gateway,
        int nodeHeapMegabytes,
        List<NodePlan> nodes) {

    public static final int MOST_NODES = 16;

    /** The same with another number of nodes: the first ones, or more made after the last. */
    public Topology withNodes(int count) {
        List<NodePlan> chosen = new ArrayList<>(nodes.subList(0, Math.min(count, nodes.size())));
        for (int number = chosen.size() + 1; number <= count; number++) {
            chosen.add(nodes.get(nodes.size() - 1).renamed("node" + number));
        }
        return new Topology(
                file, production, router, routerPort, database, gateway, nodeHeapMegabytes, List.copyOf(chosen));
    }

    public Topology withRouterPort(int port) {
        return new Topology(file, production, router, port, database, gateway, nodeHeapMegabytes, nodes);
    }

    /** All members of the grid on this one host: then backups must be allowed to stay on it. */
    public boolean oneHost() {
        return nodes.stream().map(NodePlan::host).distinct().count() == 1;
    }
}
