package arcade.web.metrics;

import arcade.cluster.LeaseView;
import arcade.cluster.Node;
import arcade.database.SqlFailure;
import arcade.desk.house.ClusterRows;
import arcade.desk.house.ClusterRows.Connections;
import arcade.desk.house.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the database knows: the same on every node that reaches it. What cannot be read is left out: all of it where the database does
 * not answer, and on a site that never holds an order whatever comes of orders' tables.
 */
@ApplicationScoped
class ClusterFigures {
    private static final Logger LOG = Logger.getLogger(ClusterFigures.class.getName());

    private final Node node;
    private final ClusterRows rows;

    /** Reads what it needs before it writes. */
    private interface Family {
        void write(Exposition out) throws SQLException;
    }

    /** For the container's proxy only. */
    ClusterFigures() {
        this(null, null);
    }

    @Inject
    ClusterFigures(Node node, ClusterRows rows) {
        this.node = node;
        this.rows = rows;
    }

    void write(Exposition out) {
        boolean up = rows.answers();
        out.single("arcade_database_up", "gauge", "1 where this node was answered by its database.", up ? 1 : 0);
        if (up) {
            List.<Family>of(this::till, this::gateway, this::queues, this::connections, this::replica)
                    .forEach(family -> writeIfRead(family, out));
        }
    }

    private static void writeIfRead(Family family, Exposition out) {
        try {
            family.write(out);
        } catch (SQLException | SqlFailure unread) {
            LOG.log(Level.FINE, "figures are left out", unread);
        }
    }

    private void till(Exposition out) throws SQLException {
        LeaseView till = rows.till();
        boolean here = till.holder().filter(node.name()::equals).isPresent();
        out.single("arcade_till_held", "gauge", "1 on the node that is the till.", here ? 1 : 0);
        out.single("arcade_till_epoch", "gauge", "Raised by each takeover.", till.epoch());
    }

    private void gateway(Exposition out) {
        boolean reached = rows.gateway().isEmpty();
        out.single("arcade_gateway_up", "gauge", "0 while the till does not reach the gateway.", reached ? 1 : 0);
    }

    private void queues(Exposition out) {
        List<Queue> queues = rows.queues();
        out.family("arcade_queue_length", "gauge", "What is due and not done.");
        for (Queue queue : queues) {
            out.sample("arcade_queue_length", label(queue), queue.waiting());
        }
        out.family("arcade_queue_oldest_seconds", "gauge", "How long the oldest of it is overdue.");
        for (Queue queue : queues) {
            out.sample("arcade_queue_oldest_seconds", label(queue), queue.oldestSeconds());
        }
    }

    private void connections(Exposition out) {
        Connections connections = rows.connections();
        out.family("arcade_database_connections", "gauge", "Connections of all nodes, as the database counts them.");
        out.sample("arcade_database_connections", "state=\"busy\"", connections.busy());
        out.sample("arcade_database_connections", "state=\"idle\"", connections.idle());
        out.single("arcade_database_connections_max", "gauge", "Most it accepts, of everybody.", connections.most());
    }

    private void replica(Exposition out) {
        OptionalLong lag = rows.replicaLagSeconds();
        out.single(
                "arcade_replica_up",
                "gauge",
                "1 where reports are read from a database that answers.",
                lag.isPresent() ? 1 : 0);
        lag.ifPresent(seconds ->
                out.single("arcade_replica_lag_seconds", "gauge", "How far it is behind, to about 5 s.", seconds));
    }

    private static String label(Queue queue) {
        return "queue=" + Exposition.quoted(queue.name());
    }
}
