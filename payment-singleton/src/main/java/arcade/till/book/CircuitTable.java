package arcade.till.book;

import arcade.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;

/** The row of {@code gateway_circuit}: whether the gateway answers, for the pages that tell a shopper why he waits. */
final class CircuitTable {
    private static final String WRITE = "UPDATE gateway_circuit"
            + " SET open_since = IF(?, COALESCE(open_since, UTC_TIMESTAMP(6)), NULL) WHERE name = 'payments'";

    private CircuitTable() {}

    static void write(Connection connection, boolean open) throws SQLException {
        Statements.update(connection, WRITE, open);
    }
}
