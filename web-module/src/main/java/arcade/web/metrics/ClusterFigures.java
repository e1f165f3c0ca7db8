package arcade.web.metrics;

import arcade.cluster.Node;
import arcade.database.SqlFailure;
import arcade.desk.house.ClusterDesk.Standing;
import arcade.desk.house.ClusterRows;
import arcade.desk.house.ClusterRows.Connections;
import arcade.desk.house.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;

/** What the database knows: the same on every node that reaches it, and missing on one that does not. */
@ApplicationScoped
class ClusterFigures {
    @Inject
    private Node node;

    @Inject
    private ClusterRows rows;

    void write(Exposition out) {
        Standing standing;
        Connections connections;
        try {
            standing = rows.look();
            connections = rows.connections();
        } catch (SQLException | SqlFailure away) {
            database(out, false);
            return;
        }
        database(out, true);
        till(out, standing);
        queues(out, standing);
        out.family("arcade_database_connections", "gauge", "Connections of all nodes, as the database counts them.");
        out.sample("arcade_database_connections", "state=\"busy\"", connections.busy());
        out.sample("arcade_database_connections", "state=\"idle\"", connections.idle());
        out.single("arcade_database_connections_max", "gauge", "Most it accepts, of everybody.", connections.most());
        out.single(
                "arcade_replica_up",
                "gauge",
                "1 where reports are read from a database that answers.",
                standing.replicaLagSeconds().isPresent() ? 1 : 0);
        standing.replicaLagSeconds()
                .ifPresent(lag ->
                        out.single("arcade_replica_lag_seconds", "gauge", "How far it is behind, to about 5 s.", lag));
    }

    private static void database(Exposition out, boolean up) {
        out.single("arcade_database_up", "gauge", "1 where this node was answered by its database.", up ? 1 : 0);
    }

    private void till(Exposition out, Standing standing) {
        boolean here = standing.till().holder().filter(node.name()::equals).isPresent();
        out.single("arcade_till_held", "gauge", "1 on the node that is the till.", here ? 1 : 0);
        out.single(
                "arcade_till_epoch",
                "gauge",
                "Raised by each takeover.",
                standing.till().epoch());
        out.single(
                "arcade_gateway_up",
                "gauge",
                "0 while the till does not reach the gateway.",
                standing.gateway().isEmpty() ? 1 : 0);
    }

    private static void queues(Exposition out, Standing standing) {
        out.family("arcade_queue_length", "gauge", "What is due and not done.");
        for (Queue queue : standing.queues()) {
            out.sample("arcade_queue_length", label(queue), queue.waiting());
        }
        out.family("arcade_queue_oldest_seconds", "gauge", "How long the oldest of it is overdue.");
        for (Queue queue : standing.queues()) {
            out.sample("arcade_queue_oldest_seconds", label(queue), queue.oldestSeconds());
        }
    }

    private static String label(Queue queue) {
        return "queue=" + Exposition.quoted(queue.name());
    }
}
