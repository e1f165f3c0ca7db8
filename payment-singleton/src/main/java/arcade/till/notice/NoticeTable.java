package arcade.till.notice;

import arcade.database.Statements;
import arcade.till.book.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The rows of {@code gateway_event}, as the till takes them out of the inbox. */
final class NoticeTable {
    private static final String DUE = "SELECT event_id, payment_ref, gateway_intent FROM gateway_event"
            + " WHERE due_at <= UTC_TIMESTAMP(6) AND payment_ref IS NOT NULL ORDER BY due_at, event_id LIMIT ?";
    private static final String HANDLED = "UPDATE gateway_event"
            + " SET due_at = NULL, looked = looked + 1, handled_at = UTC_TIMESTAMP(6) WHERE event_id = ?";
    // 5 s, 15 s, 45 s and so on, at last each hour, until the notice is forgotten.
    private static final String LATER = "UPDATE gateway_event SET"
            + " due_at = UTC_TIMESTAMP(6) + INTERVAL LEAST(3600, 5 * POW(3, LEAST(looked, 10))) SECOND,"
            + " looked = looked + 1 WHERE event_id = ? AND handled_at IS NULL";
    private static final String FORGET =
            "DELETE FROM gateway_event WHERE received_at < UTC_TIMESTAMP(6) - INTERVAL 30 DAY LIMIT 5000";

    private NoticeTable() {}

    /** A notice, and what it speaks of. */
    record Due(String event, Subject subject) {}

    static List<Due> due(Connection connection, int limit) throws SQLException {
        return Statements.list(
                connection,
                DUE,
                row -> new Due(row.getString(1), new Subject(row.getString(2), row.getString(3))),
                limit);
    }

    static void handled(Connection connection, List<String> events) throws SQLException {
        each(connection, HANDLED, events);
    }

    static void later(Connection connection, List<String> events) throws SQLException {
        each(connection, LATER, events);
    }

    static void forget(Connection connection) throws SQLException {
        Statements.update(connection, FORGET);
    }

    private static void each(Connection connection, String sql, List<String> events) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (String event : events) {
                update.setString(1, event);
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
