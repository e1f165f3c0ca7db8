package arcade.till.reconcile;

import arcade.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of {@code reconcile_sweep}: how far each sweep of the books has come, for whoever is the till next. */
final class SweepTable {
    private static final String UNTIL = "SELECT checked_until FROM reconcile_sweep WHERE name = ?";
    private static final String REACHED =
            "UPDATE reconcile_sweep SET checked_until = ?, changed_at = UTC_TIMESTAMP(6) WHERE name = ?";

    private SweepTable() {}

    /** Empty if it never ran. */
    static Optional<Instant> until(Connection connection, String name) throws SQLException {
        List<Optional<Instant>> found = Statements.list(
                connection,
                UNTIL,
                row -> Optional.ofNullable(row.getTimestamp(1)).map(ReconcileTable::instant),
                name);
        if (found.isEmpty()) {
            throw new SQLException("there is no sweep '" + name + "'; run the migrations");
        }
        return found.get(0);
    }

    static void reached(Connection connection, String name, Instant until) throws SQLException {
        Statements.update(connection, REACHED, ReconcileTable.utc(until), name);
    }
}
