package arcade.till.reconcile;

import arcade.database.Sql;
import arcade.database.Statements;
import arcade.payment.PaymentState;
import arcade.shared.Money;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our side of the books, as it is compared. */
final class ReconcileTable {
    private static final String SELECT = "SELECT p.ref, p.state, p.amount_minor, p.currency, p.gateway_intent,"
            + " p.gateway_session, p.captured_minor, p.version,"
            + " (SELECT COALESCE(SUM(r.amount_minor), 0) FROM refund r"
            + " WHERE r.payment_id = p.id AND r.state = 'REFUNDED') AS refunded,"
            + " EXISTS (SELECT 1 FROM refund r WHERE r.payment_id = p.id"
            + " AND r.state IN ('REQUESTED', 'REFUNDING', 'UNKNOWN_REFUND')) AS refund_moves FROM payment p";
    private static final String OVER = "('CAPTURED', 'CAPTURE_FAILED', 'VOIDED', 'EXPIRED', 'ABANDONED')";
    private static final String CHANGED = SELECT + " WHERE p.changed_at >= ? AND p.changed_at < ? AND p.state IN "
            + OVER + " AND p.gateway_intent IS NOT NULL ORDER BY p.changed_at, p.id LIMIT ?";
    // What is over is due at no time: the index on due_at holds the open ones alone.
    private static final String LONG_OPEN = SELECT + " WHERE p.due_at IS NOT NULL AND p.changed_at < ?"
            + " AND p.state IN ('REQUIRES_ACTION', 'DECLINED', 'UNKNOWN_AUTHORIZATION', 'UNKNOWN_CAPTURE', 'UNKNOWN_VOID')"
            + " ORDER BY p.due_at, p.id LIMIT ?";
    private static final String MAKE_DUE = "UPDATE payment SET due_at = UTC_TIMESTAMP(6)"
            + " WHERE ref = ? AND version = ? AND (due_at IS NULL OR due_at > UTC_TIMESTAMP(6))";

    private ReconcileTable() {}

    static Instant now(Connection connection) throws SQLException {
        return Statements.first(connection, "SELECT UTC_TIMESTAMP(6)", row -> instant(row.getTimestamp(1)))
                .orElseThrow();
    }

    static Optional<OurPayment> find(Connection connection, String ref) throws SQLException {
        return Optional.ofNullable(ofRefs(connection, List.of(ref)).get(ref));
    }

    /** Until the caller's transaction ends nobody changes this payment. */
    static Optional<OurPayment> lock(Connection connection, String ref) throws SQLException {
        return list(connection, SELECT + " WHERE p.ref = ? LOCK IN SHARE MODE", ref).stream()
                .findFirst();
    }

    /** @param refs at most a page of the gateway's */
    static Map<String, OurPayment> ofRefs(Connection connection, Collection<String> refs) throws SQLException {
        Map<String, OurPayment> found = new HashMap<>();
        if (!refs.isEmpty()) {
            String sql = SELECT + " WHERE p.ref IN (" + Sql.marks(refs.size()) + ")";
            list(connection, sql, refs.toArray()).forEach(payment -> found.put(payment.ref(), payment));
        }
        return found;
    }

    /** The payments that came to their end in a time, which have an intent; from inclusive, to exclusive, oldest first. */
    static List<OurPayment> ended(Connection connection, Instant from, Instant to, int limit) throws SQLException {
        return list(connection, CHANGED, utc(from), utc(to), limit);
    }

    /** The payments that wait for an answer and did not change since, those that the till looks at soonest first. */
    static List<OurPayment> openSince(Connection connection, Instant before, int limit) throws SQLException {
        return list(connection, LONG_OPEN, utc(before), limit);
    }

    /** The till looks at it now, and asks the gateway, unless it changed since it was read. */
    static void makeDue(Connection connection, OurPayment payment) throws SQLException {
        Statements.update(connection, MAKE_DUE, payment.ref(), payment.version());
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static Instant instant(Timestamp utc) {
        return utc.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }

    private static List<OurPayment> list(Connection connection, String sql, Object... values) throws SQLException {
        return Statements.list(connection, sql, ReconcileTable::read, values);
    }

    private static OurPayment read(ResultSet row) throws SQLException {
        return new OurPayment(
                row.getString("ref"),
                PaymentState.valueOf(row.getString("state")),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                row.getString("gateway_intent"),
                row.getString("gateway_session"),
                row.getLong("captured_minor"),
                row.getLong("refunded"),
                row.getBoolean("refund_moves"),
                row.getLong("version"));
    }
}
