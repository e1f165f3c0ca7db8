package arcade.desk.house;

import arcade.cluster.LeaseView;
import arcade.cluster.Leases;
import arcade.database.Sql;
import arcade.database.SqlFailure;
import arcade.database.Statements;
import arcade.desk.house.ClusterDesk.Standing;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** How the cluster stands, as its rows tell it. Asks nobody who he is: staff comes in by {@link ClusterDesk}. */
@ApplicationScoped
public class ClusterRows {
    private static final String QUEUES = """
            SELECT 'payments', COUNT(*), COALESCE(MAX(TIMESTAMPDIFF(SECOND, due_at, UTC_TIMESTAMP(6))), 0)
                FROM payment WHERE due_at <= UTC_TIMESTAMP(6)
            UNION ALL SELECT 'refunds', COUNT(*), COALESCE(MAX(TIMESTAMPDIFF(SECOND, due_at, UTC_TIMESTAMP(6))), 0)
                FROM refund WHERE due_at <= UTC_TIMESTAMP(6)
            UNION ALL SELECT 'notices', COUNT(*), COALESCE(MAX(TIMESTAMPDIFF(SECOND, due_at, UTC_TIMESTAMP(6))), 0)
                FROM gateway_event WHERE due_at <= UTC_TIMESTAMP(6)
            UNION ALL SELECT 'mails', COUNT(*), COALESCE(MAX(TIMESTAMPDIFF(SECOND, due_at, UTC_TIMESTAMP(6))), 0)
                FROM mail_outbox WHERE due_at <= UTC_TIMESTAMP(6)""";
    private static final String NEWEST_BEAT = "SELECT UNIX_TIMESTAMP(MAX(seen_at)) FROM node_beat";
    private static final String GATEWAY =
            "SELECT COALESCE(detail, '-') FROM gateway_circuit WHERE name = 'payments' AND open_since IS NOT NULL";
    /** A user sees the connections of its own name without any right. */
    private static final String CONNECTIONS =
            "SELECT COALESCE(SUM(command <> 'Sleep'), 0), COALESCE(SUM(command = 'Sleep'), 0),"
                    + " @@max_connections FROM information_schema.processlist";

    private final ReplicaLag replicaLag = new ReplicaLag();

    @Inject
    private Sql sql;

    @Inject
    private Leases leases;

    @Inject
    private NodeBeats beats;

    @Resource(lookup = "jdbc/arcade-replica")
    private DataSource replica;

    /**
     * Connections of all nodes' shop and till.
     *
     * @param busy a statement is under way; of these, one is the one that counts
     * @param idle kept open, inside a transaction or not
     * @param most how many the database accepts, of everybody
     */
    public record Connections(long busy, long idle, long most) {}

    /** @throws SQLException the lease cannot be read */
    public Standing look() throws SQLException {
        return new Standing(beats.all(), till(), queues(), replicaLagSeconds(), gateway());
    }

    /** Whether the database answers, whatever tables it has. */
    public boolean answers() {
        try {
            return sql.first("SELECT 1", row -> true).isPresent();
        } catch (SqlFailure away) {
            return false;
        }
    }

    /** @throws SQLException the lease cannot be read */
    public LeaseView till() throws SQLException {
        return leases.look("payments");
    }

    public List<Queue> queues() {
        return sql.list(QUEUES, row -> new Queue(row.getString(1), row.getLong(2), row.getLong(3)));
    }

    /** Why the till does not reach the gateway; empty: it does. */
    public String gateway() {
        return sql.first(GATEWAY, row -> row.getString(1)).orElse("");
    }

    public Connections connections() {
        return sql.first(CONNECTIONS, row -> new Connections(row.getLong(1), row.getLong(2), row.getLong(3)))
                .orElseThrow();
    }

    /** As in {@link Standing}. */
    public OptionalLong replicaLagSeconds() {
        return replicaLag.behind(sql.first(NEWEST_BEAT, row -> row.getLong(1)).orElse(0L), this::newestOnReplica);
    }

    private long newestOnReplica() throws SQLException {
        try (Connection connection = replica.getConnection()) {
            return Statements.first(connection, NEWEST_BEAT, row -> row.getLong(1))
                    .orElse(0L);
        }
    }
}
