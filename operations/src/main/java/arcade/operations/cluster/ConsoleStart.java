package arcade.operations.cluster;

import arcade.operations.console.AdminConsole;
import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.topology.Topology;

/** After all else, and only begun: nobody waits until the admin console is open, and the shop does not need it. */
record ConsoleStart(Home home, Project project, Topology topology) {

    void run(ClusterState cluster) {
        cluster.find("admin").filter(console -> !console.alive()).ifPresent(console -> begin(cluster, console));
    }

    private void begin(ClusterState cluster, Machine console) {
        try {
            new RunningCluster(home, cluster)
                    .started(console, new AdminConsole(home, project, console).start(cluster, !topology.oneHost()));
        } catch (Failure e) {
            // The shop is open: this is no failure of 'up'.
            Console.error("note: the admin console does not start: " + e.getMessage());
            Console.error("  cure: " + e.cure() + ", then './arcade up'");
        }
    }
}
