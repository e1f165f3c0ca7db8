package arcade.operations.database;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.host.Site;
import arcade.operations.process.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where a node finds its databases: two files, {@code primary} and {@code replica}, in its folder, each one line
 * {@code address:port}, read at each new connection. So a failover restarts no node.
 */
public final class Routes {
    private final Home home;
    private final Project project;

    public Routes(Home home, Project project) {
        this.home = home;
        this.project = project;
    }

    /** For every node, brought to its host, whether the node runs or not. */
    public void write(ClusterState cluster) {
        for (Machine node : cluster.nodes()) {
            write(cluster, node);
            try {
                Site site = new Site(home, project, node);
                site.bring(primary(node));
                site.bring(replica(node));
            } catch (Failure e) {
                // The others must not wait for it: whoever leads, an old primary takes nothing from it any more.
                Console.line("note: " + node.name() + " is not told who leads: " + e.getMessage()
                        + "; './arcade restart " + node.name() + "' tells it once its host is back");
            }
        }
    }

    /** For a node that is about to start. Without a replica, reports are read from the primary. */
    public void write(ClusterState cluster, Machine node) {
        put(primary(node), cluster.database());
        put(replica(node), cluster.replica().orElse(cluster.database()));
    }

    public Path primary(Machine node) {
        return home.path("machines", node.name(), "primary");
    }

    public Path replica(Machine node) {
        return home.path("machines", node.name(), "replica");
    }

    /** Moved into place: a connection that begins meanwhile reads either line whole. */
    private static void put(Path file, Machine database) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Template.writeOwnerOnly(next, database.address() + ":" + database.port("sql") + "\n");
        try {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
