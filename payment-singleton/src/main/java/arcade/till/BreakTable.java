package arcade.till;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/**
 * The rows of {@code payment_break}, written in the caller's transaction. One row for a kind and a subject for ever: seen again it
 * is touched, found again after it was closed it is opened again and counts from then.
 */
final class BreakTable {
    // MariaDB assigns from left to right, so closed_at, which the others look at, comes last.
    private static final String NOTE = "INSERT INTO payment_break"
            + " (kind, subject, payment_ref, gateway_intent, detail, cure, found_at, seen_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))"
            + " ON DUPLICATE KEY UPDATE payment_ref = VALUES(payment_ref), gateway_intent = VALUES(gateway_intent),"
            + " detail = VALUES(detail), cure = IF(closed_at IS NULL, COALESCE(VALUES(cure), cure), VALUES(cure)),"
            + " found_at = IF(closed_at IS NULL, found_at, VALUES(found_at)), seen_at = VALUES(seen_at), closed_at = NULL";
    private static final String CLOSE = "UPDATE payment_break SET closed_at = UTC_TIMESTAMP(6)"
            + " WHERE kind = ? AND subject = ? AND closed_at IS NULL";

    private BreakTable() {}

    /** Nothing was done about it yet: somebody must look. A cure that is already written to an open row stays. */
    static void note(Connection connection, Break found) throws SQLException {
        write(connection, found, null);
    }

    /** @param cure what was or is being done about it without a human, at most 100 characters */
    static void note(Connection connection, Break found, String cure) throws SQLException {
        write(connection, found, cure);
    }

    /** The difference is no more. Closing what is closed, or never was, does nothing. */
    static void close(Connection connection, BreakKind kind, String subject) throws SQLException {
        try (PreparedStatement close = connection.prepareStatement(CLOSE)) {
            close.setString(1, kind.name());
            close.setString(2, subject);
            close.executeUpdate();
        }
    }

    private static void write(Connection connection, Break found, String cure) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(NOTE)) {
            note.setString(1, found.kind().name());
            note.setString(2, found.subject());
            note.setString(3, found.paymentRef());
            note.setString(4, found.gatewayIntent());
            note.setString(5, found.detail());
            if (cure == null) {
                note.setNull(6, Types.VARCHAR);
            } else {
                note.setString(6, cure);
            }
            note.executeUpdate();
        }
    }
}
