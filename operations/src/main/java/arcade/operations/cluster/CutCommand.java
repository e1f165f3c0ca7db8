package arcade.operations.cluster;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Exit;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.HomeOption;
import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import arcade.operations.network.Cut;
import arcade.operations.network.PacketFilter;
import arcade.operations.network.Side;
import arcade.operations.network.Way;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arcade cut}: a node's packets get lost, as with a broken cable. {@code heal} joins what was cut. */
@Command(
        name = "cut",
        description = "Cuts a node off from the other nodes, the database or the gateway, until './arcade heal'.",
        mixinStandardHelpOptions = true)
public final class CutCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Parameters(index = "0", paramLabel = "NODE|till", description = "Which node.")
    private String target;

    @Parameters(index = "1", paramLabel = "grid|database|gateway", description = "From what.")
    private Side side;

    @Option(
            names = "--way",
            paramLabel = "out|in|both",
            defaultValue = "both",
            description = "What is lost: what the node sends, what is sent to it, or both (default: ${DEFAULT-VALUE}).")
    private Way way;

    @Option(names = "--yes", description = "Also on a topology marked production.")
    private boolean yes;

    @Override
    public Integer call() {
        Home folder = home.home();
        Machine node = Target.of(target, folder, yes);
        ClusterState cluster = folder.cluster();
        if (node.role() != Role.NODE) {
            throw Failure.usage(
                    node.name() + " is no node",
                    "name one of "
                            + String.join(
                                    ", ",
                                    cluster.nodes().stream().map(Machine::name).toList()));
        }
        PacketFilter filter = new PacketFilter(folder, cluster);
        filter.requireUsable();
        Cut cut = new Cut(node.name(), side, way);
        filter.cut(cut);
        Console.line(cut.toString());
        return Exit.DONE;
    }
}
