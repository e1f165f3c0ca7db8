package arcade.operations.network;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import arcade.operations.process.SystemPackages;
import arcade.operations.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cuts of one cluster, in the kernel: a table of its own, there only while something is cut. A reboot heals all. Changes read,
 * then write the table: not for several commands at once.
 */
public final class PacketFilter {
    private final Home home;
    private final ClusterState cluster;
    private final CutRules rules;
    private final String table;

    public PacketFilter(Home home, ClusterState cluster) {
        this.home = home;
        this.cluster = cluster;
        this.rules = CutRules.of(cluster);
        this.table = CutRules.table(cluster);
    }

    /** Installs nftables on Debian when it is missing. @throws Failure with the reason why nothing can be cut here */
    public void requireUsable() {
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new Failure("only root may cut connections", "run the same command as root");
        }
        if (Tool.find("nft").isEmpty()) {
            Console.step("installing the package nftables");
            SystemPackages.install(List.of("nftables"));
        }
        Tool listed = nft("list", "tables");
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
        Machine node = home.cluster().machine(cut.node());
        if (rules instanceof PortRules && node.role() != Role.NODE) {
            throw Failure.usage(
                    node.name() + " is no node",
                    "name one of "
                            + String.join(
                                    ", ",
                                    cluster.nodes().stream().map(Machine::name).toList()));
        }
        if (rules instanceof PortRules && !NodeGroup.holds(node)) {
            throw new Failure(
                    node.name() + " runs without a group of its own, so its packets cannot be told from others",
                    "start it again as root: './arcade kill " + node.name() + "', then './arcade up'");
        }
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
        Tool removed = nft("delete", "table", rules.family(), table);
        if (!removed.succeeded() && listed().isPresent()) {
            throw new Failure(
                    "the cuts stay: " + removed.output().strip(),
                    "run 'nft delete table " + rules.family() + " " + table + "' as root");
        }
    }

    private Optional<String> listed() {
        if (Tool.find("nft").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(nft("list", "table", rules.family(), table))
                .filter(Tool::succeeded)
                .map(Tool::output);
    }

    private void write(List<Cut> cuts) {
        Path script = home.path("run", "cuts.nft");
        try {
            Files.writeString(script, rules.script(table, cuts));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + script, e);
        }
        Tool loaded = nft("-f", script.toString());
        if (!loaded.succeeded()) {
            throw new Failure(
                    "the kernel's packet filter does not take " + script + ": "
                            + loaded.output().strip(),
                    "it needs nf_tables with connection tracking: see 'modprobe nft_ct'");
        }
    }

    private static Tool nft(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(Tool.find("nft").map(Path::toString).orElse("nft")));
        command.addAll(List.of(arguments));
        return Tool.run(command, Path.of("/"), java.util.Map.of());
    }
}
