package arcade.till.reconcile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** The rows of {@code reconcile_sweep}: how far each sweep of the books has come, for whoever is the till next. */
final class SweepTable {
    private static final String UNTIL = "SELECT checked_until FROM reconcile_sweep WHERE name = ?";
    private static final String REACHED =
            "UPDATE reconcile_sweep SET checked_until = ?, changed_at = UTC_TIMESTAMP(6) WHERE name = ?";

    private SweepTable() {}

    /** Empty if it never ran. */
    static Optional<Instant> until(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(UNTIL)) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("there is no sweep '" + name + "'; run the migrations");
                }
                Timestamp until = row.getTimestamp(1);
                return Optional.ofNullable(until).map(at -> at.toLocalDateTime().toInstant(ZoneOffset.UTC));
            }
        }
    }

    static void reached(Connection connection, String name, Instant until) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REACHED)) {
            update.setObject(1, ReconcileTable.utc(until));
            update.setString(2, name);
            update.executeUpdate();
        }
    }
}
