package arcade.reporting;

import arcade.database.Row;
import arcade.database.Sql;
import arcade.database.Statements;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads on {@code jdbc/arcade-replica}, whose user may only read. Whoever wrote before he asks sees what he wrote: the primary's
 * position in its log is taken first, and the replica is asked once it is there. Where there is no replica the data source leads
 * to the primary itself, and nothing is waited for.
 */
@ApplicationScoped
class ReplicaSql {
    private static final String PRIMARY = "SELECT @@server_id, @@gtid_binlog_pos";
    private static final String SERVER = "SELECT @@server_id";
    private static final String WAIT = "SELECT MASTER_GTID_WAIT(?, ?)";

    @Inject
    private Sql primary;

    @Resource(lookup = "jdbc/arcade-replica")
    private DataSource replica;

    @Inject
    @ConfigProperty(name = "arcade.reporting.patience-seconds", defaultValue = "5")
    private int patienceSeconds;

    private record Position(long server, String gtid) {}

    /** All rows; the statement bounds their number. Throws {@link ReplicaBehind}; an {@link SQLException} if it does not answer. */
    <T> List<T> list(String sql, Row<T> row, Object... values) throws SQLException {
        Position written = primary.first(PRIMARY, found -> new Position(found.getLong(1), found.getString(2)))
                .orElseThrow();
        try (Connection connection = replica.getConnection()) {
            await(connection, written);
            return Statements.list(connection, sql, row, values);
        }
    }

    private void await(Connection connection, Position written) throws SQLException {
        long server =
                Statements.first(connection, SERVER, row -> row.getLong(1)).orElseThrow();
        if (server == written.server() || written.gtid().isEmpty()) {
            return;
        }
        int reached = Statements.first(connection, WAIT, row -> row.getInt(1), written.gtid(), patienceSeconds)
                .orElseThrow();
        if (reached != 0) {
            throw new ReplicaBehind(written.gtid(), patienceSeconds);
        }
    }
}
