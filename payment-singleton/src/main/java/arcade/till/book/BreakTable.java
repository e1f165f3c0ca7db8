package arcade.till.book;

import arcade.database.Sql;
import arcade.database.Statements;
import arcade.till.payment.Break;
import arcade.till.payment.BreakKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The rows of {@code payment_break}, written in the caller's transaction. One row for a kind and a subject for ever: seen again it
 * is touched, found again after it was closed it is opened again and counts from then.
 */
public final class BreakTable {
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
    public static void note(Connection connection, Break found) throws SQLException {
        write(connection, found, null);
    }

    /** @param cure what was or is being done about it without a human, at most 100 characters */
    public static void note(Connection connection, Break found, String cure) throws SQLException {
        write(connection, found, cure);
    }

    /** The difference is no more. Closing what is closed, or never was, does nothing. */
    static void close(Connection connection, BreakKind kind, String subject) throws SQLException {
        Statements.update(connection, CLOSE, kind.name(), subject);
    }

    /** What the open breaks of these kinds are about, those not looked at for the longest time first. */
    public static List<Subject> open(Connection connection, Set<BreakKind> kinds, int limit) throws SQLException {
        String sql = "SELECT payment_ref, gateway_intent FROM payment_break WHERE closed_at IS NULL"
                + " AND payment_ref IS NOT NULL AND kind IN (" + Sql.marks(kinds.size())
                + ") ORDER BY seen_at, id LIMIT ?";
        List<Object> values = new ArrayList<>(names(kinds));
        values.add(limit);
        List<Subject> found = Statements.list(
                connection, sql, row -> new Subject(row.getString(1), row.getString(2)), values.toArray());
        return found.stream().distinct().toList();
    }

    /** Closes the breaks of these kinds and subjects that are not among those found. */
    public static void closeAllBut(Connection connection, Set<BreakKind> kinds, Set<String> subjects, List<Break> found)
            throws SQLException {
        if (subjects.isEmpty()) {
            return;
        }
        String sql = "SELECT kind, subject FROM payment_break WHERE closed_at IS NULL AND subject IN ("
                + Sql.marks(subjects.size()) + ") AND kind IN (" + Sql.marks(kinds.size()) + ")";
        List<Object> values = new ArrayList<>(subjects);
        values.addAll(names(kinds));
        List<Break> open = Statements.list(connection, sql, BreakTable::subject, values.toArray());
        for (Break each : open) {
            if (found.stream().noneMatch(each::isSame)) {
                close(connection, each.kind(), each.subject());
            }
        }
    }

    private static List<String> names(Set<BreakKind> kinds) {
        return kinds.stream().map(Enum::name).sorted().toList();
    }

    /** What it is, without its words. */
    private static Break subject(ResultSet row) throws SQLException {
        return new Break(BreakKind.valueOf(row.getString(1)), row.getString(2), null, null, "");
    }

    private static void write(Connection connection, Break found, String cure) throws SQLException {
        Statements.update(
                connection,
                NOTE,
                found.kind().name(),
                found.subject(),
                found.paymentRef(),
                found.gatewayIntent(),
                found.detail(),
                cure);
    }
}
