package arcade.operations.cluster;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Exit;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.HomeOption;
import arcade.operations.home.Lock;
import arcade.operations.home.Project;
import arcade.operations.topology.Topology;
import arcade.operations.topology.TopologyFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code arcade up}: starts what does not run, and returns when a purchase is possible. */
@Command(
        name = "up",
        description = "Starts the cluster, or what is missing of it; returns when a purchase is possible.",
        mixinStandardHelpOptions = true)
public class Up implements Callable<Integer> {
    private static final int MOST_PORTS = 65_535;

    @Mixin
    private HomeOption home;

    @Option(
            names = "--topology",
            paramLabel = "FILE",
            description = "What runs where (default: the last one used, or "
                    + "domain-config/topologies/single-machine.yaml).")
    private Path topologyFile;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            description = "How many nodes (default: as before, or as the topology says).")
    private Integer nodes;

    @Option(
            names = "--router-port",
            paramLabel = "PORT",
            description =
                    "Where shoppers come in; 0 means any free port " + "(default: as before, or as the topology says).")
    private Integer routerPort;

    @Option(
            names = "--no-console",
            negatable = true,
            description = "Without Payara's admin console, or with it (default: as before, or as the topology says).")
    private Boolean withoutConsole;

    @Option(
            names = "--reprovision",
            description = "Fill the replica, or a primary that was replaced, anew from the primary; what it holds is"
                    + " moved aside.")
    private boolean reprovision;

    /** For the command line. */
    public Up() {}

    /** As {@code up --topology FILE}. */
    public Up(HomeOption home, Path topologyFile) {
        this.home = home;
        this.topologyFile = topologyFile;
    }

    /** The topology that was asked for. */
    Optional<Path> file() {
        return Optional.ofNullable(topologyFile);
    }

    @Override
    public Integer call() {
        checkArguments();
        Project project = Project.located();
        Home folder = home.home();
        return Lock.holding(folder, "up", () -> {
            Topology topology = topology(project, folder.state());
            ClusterState started = new Start(folder, project, topology, reprovision).run();
            Summary.print(folder, started, topology);
            new ConsoleStart(folder, project, topology).run(started);
            return Exit.DONE;
        });
    }

    private void checkArguments() {
        if (nodes != null && (nodes < 1 || nodes > Topology.MOST_NODES)) {
            throw Failure.usage("--nodes is " + nodes, "give a number from 1 to " + Topology.MOST_NODES);
        }
        if (routerPort != null && (routerPort < 0 || routerPort > MOST_PORTS)) {
            throw Failure.usage("--router-port is " + routerPort, "give a port from 1 to 65535, or 0 for any free one");
        }
    }

    /** What is not said on the command line stays as it was, unless another topology is asked for. */
    private Topology topology(Project project, Optional<ClusterState> recorded) {
        Optional<ClusterState> before = recorded.filter(state -> file().isEmpty());
        Topology topology =
                TopologyFile.read(file().map(asked -> asked.toAbsolutePath().normalize())
                        .or(() -> before.map(state -> Path.of(state.topology())))
                        .orElseGet(() -> project.configuration("topologies/single-machine.yaml")));
        Integer count = nodes != null
                ? nodes
                : before.map(state -> state.nodes().size()).orElse(null);
        Integer port = routerPort != null
                ? routerPort
                : before.map(state -> state.door().port("http")).orElse(null);
        Topology counted = count == null ? topology : topology.withNodes(count);
        Topology placed = port == null ? counted : counted.withRouterPort(port);
        boolean without = withoutConsole != null
                ? withoutConsole
                : before.map(state -> state.find("admin").isEmpty()).orElse(false);
        return without ? placed.withoutConsole() : placed;
    }
}
