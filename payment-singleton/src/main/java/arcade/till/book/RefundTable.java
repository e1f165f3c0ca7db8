package arcade.till.book;

import arcade.database.Sql;
import arcade.database.Statements;
import arcade.payment.RefundState;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.till.refund.RefundChange;
import arcade.till.refund.RefundProcess;
import arcade.till.refund.RefundRow;
import arcade.trace.Trace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The rows of {@code refund}, as the till reads and writes them. */
final class RefundTable {
    private static final Logger LOG = Logger.getLogger(RefundTable.class.getName());
    private static final String LOCK_DUE = "SELECT r.id, r.ref, r.payment_id, p.ref AS payment_ref, p.order_ref,"
            + " p.store_id, r.amount_minor, r.currency, r.state, p.gateway_intent, r.gateway_refund, r.asked, r.version, r.trace,"
            + " COALESCE(TIMESTAMPDIFF(SECOND, (SELECT MIN(a.written_at) FROM payment_attempt a"
            + " WHERE a.payment_id = r.payment_id AND a.refund_id = r.id), UTC_TIMESTAMP(6)), 0) AS key_age"
            + " FROM refund r JOIN payment p ON p.id = r.payment_id WHERE r.due_at <= UTC_TIMESTAMP(6)";
    private static final String UPDATE = "UPDATE refund SET state = ?, asked = ?,"
            // A hint that came while the gateway was being asked stays: it may speak of something newer than the
            // answer.
            + " due_at = IF(? AND due_at < changed_at + INTERVAL " + RefundProcess.IN_FLIGHT.toSeconds() + " SECOND,"
            + " due_at, UTC_TIMESTAMP(6) + INTERVAL ? SECOND),"
            + " gateway_refund = COALESCE(?, gateway_refund), failure = LEFT(?, 100),"
            + " changed_at = UTC_TIMESTAMP(6), version = version + 1 WHERE id = ? AND state = ? AND version = ?";
    private static final String RAISE = "UPDATE payment SET refunded_minor = refunded_minor + ?,"
            + " changed_at = UTC_TIMESTAMP(6), version = version + 1 WHERE id = ? AND state = 'CAPTURED'";
    private static final String UNKNOWN_DUE = "UPDATE refund SET due_at = UTC_TIMESTAMP(6)"
            + " WHERE due_at > UTC_TIMESTAMP(6) AND state = 'UNKNOWN_REFUND'";
    private static final String IN_FLIGHT_DUE = "UPDATE refund SET due_at = UTC_TIMESTAMP(6)"
            + " WHERE due_at > UTC_TIMESTAMP(6) AND state = 'REFUNDING' AND gateway_refund IS NULL";

    private RefundTable() {}

    /** With their payments, and passing over what somebody has locked of either. */
    static List<RefundRow> lockDue(Connection connection, int limit) throws SQLException {
        return Statements.list(
                connection,
                LOCK_DUE + " ORDER BY r.due_at, r.id LIMIT ? FOR UPDATE SKIP LOCKED",
                RefundTable::read,
                limit);
    }

    /** One refund, if it is due and nobody has it or its payment locked. */
    static List<RefundRow> lockOne(Connection connection, long id) throws SQLException {
        return Statements.list(connection, LOCK_DUE + " AND r.id = ? FOR UPDATE SKIP LOCKED", RefundTable::read, id);
    }

    /** Waits for the rows of the payments of these changes, in an order that is the same everywhere. */
    static void lockPayments(Connection connection, List<RefundChange> changes) throws SQLException {
        Object[] payments = changes.stream()
                .map(change -> change.row().paymentId())
                .distinct()
                .toArray();
        String sql = "SELECT id FROM payment WHERE id IN (" + Sql.marks(payments.length) + ") ORDER BY id FOR UPDATE";
        Statements.list(connection, sql, row -> row.getLong("id"), payments);
    }

    /** Writes the changes whose row is still as it was read; answers those. */
    static List<RefundChange> update(Connection connection, List<RefundChange> changes) throws SQLException {
        List<RefundChange> written = new ArrayList<>(changes.size());
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (RefundChange change : changes) {
                set(update, change);
                if (update.executeUpdate() == 1) {
                    written.add(change);
                } else {
                    RefundRow row = change.row();
                    LOG.log(Level.INFO, "refund {0} has moved on from {1}", new Object[] {row.ref(), row.state()});
                }
            }
        }
        return written;
    }

    /** @param minor how much more was given back, in minor units; negative: it came back. The row is locked by the caller. */
    static void raiseRefunded(Connection connection, RefundRow refund, long minor) throws SQLException {
        if (Statements.update(connection, RAISE, minor, refund.paymentId()) != 1) {
            throw new IllegalStateException(
                    "refund " + refund.ref() + ": payment " + refund.paymentRef() + " is not captured");
        }
    }

    /** What the gateway is known to have needs no hurry. */
    static void makeInFlightDue(Connection connection) throws SQLException {
        Statements.update(connection, IN_FLIGHT_DUE);
    }

    /** Lets the till ask now what it would ask later: the gateway answers again. */
    static void makeUnknownDue(Connection connection) throws SQLException {
        Statements.update(connection, UNKNOWN_DUE);
    }

    private static void set(PreparedStatement update, RefundChange change) throws SQLException {
        update.setString(1, change.state().name());
        update.setInt(2, change.asked());
        update.setBoolean(3, change.path().isEmpty() && change.next().isEmpty());
        if (change.dueIn() == null) {
            update.setNull(4, Types.BIGINT);
        } else {
            update.setLong(4, change.dueIn().toSeconds());
        }
        update.setString(5, change.gatewayRefund());
        update.setString(6, change.failure());
        update.setLong(7, change.row().id());
        update.setString(8, change.row().state().name());
        update.setLong(9, change.row().version());
    }

    private static RefundRow read(ResultSet row) throws SQLException {
        return new RefundRow(
                row.getLong("id"),
                new Token(row.getString("ref")),
                row.getLong("payment_id"),
                new Token(row.getString("payment_ref")),
                new Token(row.getString("order_ref")),
                row.getLong("store_id"),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                RefundState.valueOf(row.getString("state")),
                row.getString("gateway_intent"),
                row.getString("gateway_refund"),
                row.getInt("asked"),
                row.getLong("key_age"),
                row.getLong("version"),
                Trace.of(row.getString("trace")));
    }
}
