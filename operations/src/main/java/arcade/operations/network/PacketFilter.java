package arcade.operations.network;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.process.Reach;
import arcade.operations.process.SystemPackages;
import arcade.operations.process.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cuts of one cluster, in the kernel: a table of its own, there only while something is cut. A reboot heals all. Changes read,
 * then write the table: not for several commands at once.
 */
public final class PacketFilter {
    private final Home home;
    private final ClusterState cluster;
    private final CutRules rules;
    private final FilterTable table;

    public PacketFilter(Home home, ClusterState cluster) {
        this.home = home;
        this.cluster = cluster;
        this.rules = CutRules.of(cluster);
        this.table = rules.table(cluster);
    }

    /** Installs nftables on Debian when it is missing. @throws Failure with the reason why nothing can be cut here */
    public void requireUsable() {
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new Failure("only root may cut connections", "run the same command as root");
        }
        SystemPackages.require(Map.of("nft", "nftables"));
        Tool listed = FilterTable.nft(Reach.LOCAL, "list", "tables");
        if (!listed.succeeded()) {
            throw new Failure(
                    "the kernel's packet filter cannot be used: "
                            + listed.output().strip(),
                    "a container needs the capability CAP_NET_ADMIN");
        }
    }

    /** Cuts a node that runs; what was cut between the same two before is replaced. */
    public void cut(Cut cut) {
        // As it was started last, perhaps since this object was made.
        rules.require(home.cluster().machine(cut.node()));
        List<Cut> cuts = new ArrayList<>(cuts());
        cuts.removeIf(cut::concerns);
        cuts.add(cut);
        write(cuts);
    }

    /** Everything that is cut now; nothing where this user may not look. */
    public List<Cut> cuts() {
        return listed().map(Cut::listed).orElse(List.of());
    }

    /** How many packets a cut has lost since the last change of any cut. */
    public long lost(Cut cut) {
        return listed().map(cut::lost).orElse(0L);
    }

    /** Joins what was cut from this node. */
    public void heal(String node) {
        List<Cut> rest = cuts().stream().filter(cut -> !cut.node().equals(node)).toList();
        if (rest.isEmpty()) {
            healAll();
        } else {
            write(rest);
        }
    }

    /** Joins everything. Healing what is whole does nothing. */
    public void healAll() {
        if (listed().isEmpty()) {
            return;
        }
        Tool removed = table.remove(Reach.LOCAL);
        if (!removed.succeeded() && listed().isPresent()) {
            throw new Failure(
                    "the cuts stay: " + removed.output().strip(),
                    "run 'nft delete table " + table.family() + " " + table.name() + "' as root");
        }
    }

    private Optional<String> listed() {
        return Optional.of(table.list(Reach.LOCAL)).filter(Tool::succeeded).map(Tool::output);
    }

    private void write(List<Cut> cuts) {
        table.load(Reach.LOCAL, home.path("run", "cuts.nft"), rules.chains(cuts));
    }
}
