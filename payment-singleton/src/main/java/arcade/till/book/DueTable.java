package arcade.till.book;

import arcade.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What waits for the till: the column {@code due_at} of payments, and that of refunds. */
enum DueTable {
    PAYMENTS("payment"),
    REFUNDS("refund");

    private static final int PUT_OFF_SECONDS = 60;

    private final String ids;
    private final String putOff;

    DueTable(String table) {
        this.ids = "SELECT id FROM " + table + " WHERE due_at <= UTC_TIMESTAMP(6) ORDER BY due_at, id LIMIT ?";
        this.putOff = "UPDATE " + table + " SET due_at = UTC_TIMESTAMP(6) + INTERVAL ? SECOND"
                + " WHERE id = ? AND due_at IS NOT NULL";
    }

    /** What is due, oldest first; locks nothing. */
    List<Long> ids(Connection connection, int limit) throws SQLException {
        return Statements.list(connection, ids, row -> row.getLong("id"), limit);
    }

    /** Lets what cannot be begun wait, so that it holds up nothing else. What is over meanwhile stays so. */
    void putOff(Connection connection, long id) throws SQLException {
        Statements.update(connection, putOff, PUT_OFF_SECONDS, id);
    }
}
