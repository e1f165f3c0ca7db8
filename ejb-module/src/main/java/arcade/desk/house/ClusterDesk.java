package arcade.desk.house;

import arcade.cluster.LeaseView;
import arcade.cluster.Leases;
import arcade.database.Sql;
import arcade.database.Statements;
import arcade.staff.Acting;
import arcade.staff.StaffRole;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** How the cluster stands, as its rows tell it. */
@ApplicationScoped
public class ClusterDesk {
    private static final Logger LOG = Logger.getLogger(ClusterDesk.class.getName());
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

    @Inject
    private Sql sql;

    @Inject
    private Leases leases;

    @Inject
    private NodeBeats beats;

    @Resource(lookup = "jdbc/arcade-replica")
    private DataSource replica;

    /**
     * @param replicaLagSeconds how much older the newest beat is where reports are read than on the primary, so to about five
     *     seconds; empty: the replica does not answer
     * @param gateway why the till does not reach the gateway; empty: it does
     */
    public record Standing(
            List<NodeBeat> nodes, LeaseView till, List<Queue> queues, OptionalLong replicaLagSeconds, String gateway) {}

    /** @throws SQLException the lease cannot be read */
    public Standing look(Acting acting) throws SQLException {
        acting.require(StaffRole.ADMIN);
        return new Standing(
                beats.all(),
                leases.look("payments"),
                sql.list(QUEUES, row -> new Queue(row.getString(1), row.getLong(2), row.getLong(3))),
                lag(),
                sql.first(
                                "SELECT COALESCE(detail, '-') FROM gateway_circuit WHERE name = 'payments' AND open_since IS NOT NULL",
                                row -> row.getString(1))
                        .orElse(""));
    }

    private OptionalLong lag() {
        try (Connection connection = replica.getConnection()) {
            long there = Statements.first(connection, NEWEST_BEAT, row -> row.getLong(1))
                    .orElse(0L);
            long here = sql.first(NEWEST_BEAT, row -> row.getLong(1)).orElse(0L);
            return OptionalLong.of(Math.max(0, here - there));
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "the replica does not answer: {0}", e.getMessage());
            return OptionalLong.empty();
        }
    }
}
