package arcade.operations.cluster;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.node.Release;
import arcade.operations.node.ShopNode;
import arcade.operations.process.ProcessMark;
import arcade.operations.topology.Topology;
import java.util.List;

/**
 * Starts the nodes that do not run. One joins the grid after the other: members that start at the same moment may each
 * found a grid of their own and merge only later.
 */
final class NodeStart {
    private final Home home;
    private final Project project;
    private final Topology topology;
    private final Release release;

    NodeStart(Home home, Project project, Topology topology, Release release) {
        this.home = home;
        this.project = project;
        this.topology = topology;
        this.release = release;
    }

    /** Connections that all nodes together may open to the database. */
    static int connections(Topology topology) {
        return topology.nodes().size() * ShopNode.CONNECTIONS;
    }

    void all(RunningCluster cluster) {
        List<Machine> missing =
                cluster.state().nodes().stream().filter(node -> !node.alive()).toList();
        for (Machine machine : missing) {
            Console.step("starting " + machine.name() + " (" + release.name() + ")");
            ProcessMark process = start(cluster, machine);
            shopNode(machine).awaitMembership(process);
            if (shopNode(machine).classDataMissing()) {
                keepClassData(machine, process);
            }
        }
        for (Machine node : cluster.state().nodes()) {
            shopNode(node).awaitReady(node.process());
            if (missing.stream().anyMatch(started -> started.name().equals(node.name()))) {
                Console.step(node.name() + " is ready");
            }
        }
    }

    private ProcessMark start(RunningCluster cluster, Machine machine) {
        ClusterState state = cluster.state();
        ProcessMark process = shopNode(machine).start(state, release, topology);
        cluster.started(machine, process, release.name());
        return process;
    }

    /** The first node ever: the others start in half the time with what it has loaded. */
    private void keepClassData(Machine machine, ProcessMark process) {
        shopNode(machine).awaitReady(process);
        Console.step("keeping class data of " + machine.name() + ", so that nodes start faster from now on");
        if (!shopNode(machine).keepClassData(process)) {
            Console.line("note: this Java cannot keep class data; nodes start slower");
        }
    }

    private ShopNode shopNode(Machine machine) {
        return new ShopNode(home, project, machine);
    }
}
