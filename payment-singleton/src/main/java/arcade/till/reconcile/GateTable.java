package arcade.till.reconcile;

import arcade.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;

/** The row of {@code checkout_gate}: closed by a promotion, opened by the till after a whole round. */
final class GateTable {
    private static final String CLOSED =
            "SELECT 1 FROM checkout_gate WHERE name = 'promotion' AND closed_since IS NOT NULL";
    private static final String OPEN = "UPDATE checkout_gate SET closed_since = NULL, opened_at = UTC_TIMESTAMP(6)"
            + " WHERE name = 'promotion' AND closed_since IS NOT NULL";

    private GateTable() {}

    static boolean isClosed(Connection connection) throws SQLException {
        return Statements.first(connection, CLOSED, row -> true).isPresent();
    }

    static void open(Connection connection) throws SQLException {
        Statements.update(connection, OPEN);
    }
}
