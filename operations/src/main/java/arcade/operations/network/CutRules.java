package arcade.operations.network;

import arcade.operations.home.ClusterState;
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

    /** The table of this cluster, as {@code nft} names it. */
    static String table(ClusterState cluster) {
        // A name of the filter may hold no hyphen in older releases of it.
        return cluster.cluster().replace('-', '_') + "_cuts";
    }

    /** A script for {@code nft -f} that replaces what there was, all at once. */
    default String script(String table, List<Cut> cuts) {
        String name = "table " + family() + " " + table;
        // Deleting what is not there is an error: it is made first.
        return name + "\ndelete " + name + "\n" + name + " {\n" + String.join("\n", chains(cuts)) + "\n}\n";
    }
}
