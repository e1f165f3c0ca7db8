package arcade.operations.cluster;

import arcade.operations.console.AdminConsole;
import arcade.operations.console.ConsoleDoor;
import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Secrets;
import arcade.operations.router.Router;
import arcade.operations.topology.Topology;

/** What a person needs once the cluster stands. The last line is for programs too. */
final class Summary {
    private Summary() {}

    static void print(Home home, ClusterState cluster, Topology topology) {
        Console.line("");
        Console.line("  shops      " + cluster.shopAddress("arcade") + "/");
        Console.line("             " + cluster.shopAddress("garden") + "/");
        if (!"127.0.0.1".equals(cluster.door().address())) {
            Console.line("             both at " + cluster.door().address() + ": 'curl --connect-to ::"
                    + cluster.door().address() + " " + cluster.shopAddress("arcade") + "/'");
        }
        Console.line("  REST API   " + cluster.shopAddress("arcade") + "/api/v1/openapi");
        Console.line("  staff      " + backoffice(cluster, topology) + "/admin, first account "
                + topology.backoffice().admin() + ", its first password in "
                + home.secrets().file(Secrets.FIRST_PASSWORD));
        Console.line("  nodes      "
                + String.join(", ", cluster.nodes().stream().map(Machine::name).toList())
                + ", release " + cluster.release());
        cluster.find("gateway")
                .ifPresent(gateway -> Console.line("  payments   sandbox at " + gateway.url()
                        + "; card 4242 4242 4242 4242 pays, any date and CVC"));
        cluster.find("gateway")
                .filter(gateway -> topology.mail() == null)
                .ifPresent(gateway -> Console.line("  mail       http://" + gateway.address() + ":"
                        + gateway.port("control") + "/mail; none leaves the sandbox"));
        cluster.find("admin")
                .ifPresent(console -> Console.line("  console    " + ConsoleDoor.address(console) + ", user "
                        + AdminConsole.USER + ", password in " + home.secrets().file(Secrets.CONSOLE_PASSWORD)
                        + (console.alive() ? "" : "; opens in a minute or two")));
        Console.line("  look       ./arcade status");
        Console.line("");
        Console.line("ready: " + cluster.shopAddress("arcade") + "/");
    }

    /** By the router's own port or, in a cluster without one, by the only node's. */
    private static String backoffice(ClusterState cluster, Topology topology) {
        Machine door = cluster.door();
        int port = cluster.hasRouter() ? door.port(Router.BACKOFFICE) : door.port("http");
        return (topology.tlsPort() == 0 ? "http://" : "https://")
                + topology.backoffice().domain() + ":" + port;
    }
}
