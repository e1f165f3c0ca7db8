package arcade.operations.network;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Machine;
import arcade.operations.topology.Topology;
import arcade.operations.topology.TopologyFile;
import java.nio.file.Path;
import java.util.List;

/** Cuts as a table of nftables: by ports where all machines share one address, by cables where each has its own. */
interface CutRules {
    static CutRules of(ClusterState cluster) {
        // A cluster whose topology has gone can still be ended.
        if (!Path.of(cluster.topology()).toFile().exists()) {
            return new PortRules(cluster);
        }
        Topology topology = TopologyFile.read(Path.of(cluster.topology()));
        return topology.networks() == null ? new PortRules(cluster) : new LinkRules(cluster, topology);
    }

    /** Of the packet filter's table. */
    String family();

    /** What its table holds with these cuts. */
    List<String> chains(List<Cut> cuts);

    /** @throws arcade.operations.home.Failure when this machine, as it runs now, cannot be cut off */
    default void require(Machine machine) {}

    /** The table of this cluster. */
    default FilterTable table(ClusterState cluster) {
        // A name of the filter may hold no hyphen in older releases of it.
        return new FilterTable(family(), cluster.cluster().replace('-', '_') + "_cuts");
    }
}
