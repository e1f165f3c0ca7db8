package arcade.operations.cluster;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Exit;
import arcade.operations.home.Home;
import arcade.operations.home.HomeOption;
import arcade.operations.home.Machine;
import arcade.operations.network.Cut;
import arcade.operations.network.PacketFilter;
import arcade.operations.network.Side;
import arcade.operations.network.Way;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arcade cut}: a node's packets get lost, as with a broken cable. {@code heal} joins what was cut. */
@Command(
        name = "cut",
        description = "Cuts machine A off from B, until './arcade heal'.",
        mixinStandardHelpOptions = true)
public final class CutCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Parameters(index = "0", paramLabel = "A", description = "Which machine: a node, till, db, gateway or router.")
    private String target;

    @Parameters(
            index = "1",
            paramLabel = "B",
            description = "From what: grid (the other nodes), database, gateway, or one machine by name.")
    private String from;

    @Option(
            names = "--way",
            paramLabel = "out|in|both",
            defaultValue = "both",
            description = "What is lost: what A sends, what is sent to it, or both (default: ${DEFAULT-VALUE}).")
    private Way way;

    @Option(names = "--yes", description = "Also on a topology marked production.")
    private boolean yes;

    @Override
    public Integer call() {
        Home folder = home.home();
        Machine node = Target.of(target, folder, yes);
        ClusterState cluster = folder.cluster();
        PacketFilter filter = new PacketFilter(folder, cluster);
        filter.requireUsable();
        Cut cut = new Cut(node.name(), other(folder, cluster), way);
        filter.cut(cut);
        Console.line(cut.toString());
        return Exit.DONE;
    }

    /** A side by its word, or a machine's own name. */
    private String other(Home home, ClusterState cluster) {
        return Arrays.stream(Side.values())
                .map(Side::word)
                .filter(from::equals)
                .findFirst()
                .orElseGet(() -> Target.named(from, home, cluster).name());
    }
}
