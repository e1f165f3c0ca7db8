package arcade.operations.cluster;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Exit;
import arcade.operations.home.Home;
import arcade.operations.home.HomeOption;
import arcade.operations.network.Cut;
import arcade.operations.network.PacketFilter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code arcade heal}: takes back what {@code cut} did. */
@Command(name = "heal", description = "Joins what './arcade cut' has cut.", mixinStandardHelpOptions = true)
public final class HealCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Parameters(arity = "0..1", paramLabel = "NODE", description = "Only this node (default: every node).")
    private String target;

    @Override
    public Integer call() {
        Home folder = home.home();
        ClusterState cluster = folder.cluster();
        String node = target == null ? null : cluster.machine(target).name();
        PacketFilter filter = new PacketFilter(folder, cluster);
        filter.requireUsable();
        List<Cut> cuts = filter.cuts().stream()
                .filter(cut -> node == null || cut.node().equals(node))
                .toList();
        if (node == null) {
            filter.healAll();
        } else {
            filter.heal(node);
        }
        cuts.forEach(cut -> Console.line(cut.node() + " and " + cut.from() + " reach each other again"));
        if (cuts.isEmpty()) {
            Console.line("nothing was cut");
        }
        return Exit.DONE;
    }
}
