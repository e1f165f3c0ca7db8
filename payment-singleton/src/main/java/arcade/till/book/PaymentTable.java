package arcade.till.book;

import arcade.database.Sql;
import arcade.database.Statements;
import arcade.payment.PaymentMethod;
import arcade.payment.PaymentState;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.till.payment.Change;
import arcade.till.payment.GatewayNames;
import arcade.till.payment.Learned;
import arcade.till.payment.Owed;
import arcade.till.payment.PaymentRow;
import arcade.trace.Trace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** The rows of {@code payment}, as the till reads and writes them. */
final class PaymentTable {
    private static final Logger LOG = Logger.getLogger(PaymentTable.class.getName());
    private static final String ANY_DUE = "SELECT 1 FROM payment WHERE due_at <= UTC_TIMESTAMP(6) LIMIT 1";
    private static final String LOCK_DUE =
            "SELECT id, ref, order_ref, store_id, store_code, amount_minor, currency, state,"
                    + " method, method_token, return_origin, attempt, gateway_intent, gateway_session, asked, trace,"
                    + " TIMESTAMPDIFF(SECOND, created_at, UTC_TIMESTAMP(6)) AS age,"
                    + " COALESCE(give_up_at <= UTC_TIMESTAMP(6), FALSE) AS given_up, version,"
                    // Only who was sent and has no name at the gateway is looked for by time.
                    + " COALESCE(IF(state <> 'REQUESTED' AND gateway_intent IS NULL AND gateway_session IS NULL, (SELECT MAX(a.written_at)"
                    + " FROM payment_attempt a WHERE a.payment_id = payment.id AND a.refund_id IS NULL), NULL),"
                    + " created_at) AS sent_at"
                    + " FROM payment WHERE due_at <= UTC_TIMESTAMP(6)";
    private static final String UPDATE = "UPDATE payment SET state = ?, attempt = ?, asked = ?,"
            // A hint that came while the gateway was being asked stays: it may speak of something newer than the
            // answer.
            + " due_at = IF(? AND due_at < UTC_TIMESTAMP(6) + INTERVAL 2 SECOND, due_at, UTC_TIMESTAMP(6) + INTERVAL ? SECOND),"
            + " gateway_intent = COALESCE(?, gateway_intent), gateway_session = COALESCE(?, gateway_session),"
            + " hosted_url = COALESCE(?, hosted_url), captured_minor = COALESCE(?, captured_minor), reason = ?,"
            + " method_token = IF(? = 'DECLINED', NULL, method_token),"
            + " changed_at = UTC_TIMESTAMP(6), version = ? WHERE id = ? AND state = ? AND version = ?";
    private static final String IN_FLIGHT_DUE = "UPDATE payment SET due_at = UTC_TIMESTAMP(6)"
            + " WHERE due_at > UTC_TIMESTAMP(6) AND state IN ('AUTHORIZING', 'CAPTURING', 'VOIDING')";

    private static final String UNKNOWN_DUE = "UPDATE payment SET due_at = UTC_TIMESTAMP(6)"
            + " WHERE due_at > UTC_TIMESTAMP(6)"
            + " AND state IN ('UNKNOWN_AUTHORIZATION', 'UNKNOWN_CAPTURE', 'UNKNOWN_VOID')";
    private static final String FROM_THE_FUTURE = "UPDATE payment"
            + " SET due_at = UTC_TIMESTAMP(6), changed_at = UTC_TIMESTAMP(6)"
            + " WHERE changed_at > UTC_TIMESTAMP(6) + INTERVAL 2 SECOND AND due_at > UTC_TIMESTAMP(6)";

    private PaymentTable() {}

    static boolean isAnyDue(Connection connection) throws SQLException {
        return Statements.first(connection, ANY_DUE, row -> true).isPresent();
    }

    static List<PaymentRow> lockDue(Connection connection, int limit) throws SQLException {
        return Statements.list(
                connection,
                LOCK_DUE + " ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED",
                PaymentTable::read,
                limit);
    }

    /** One payment, if it is due and nobody has it locked. */
    static List<PaymentRow> lockOne(Connection connection, long id) throws SQLException {
        return Statements.list(connection, LOCK_DUE + " AND id = ? FOR UPDATE SKIP LOCKED", PaymentTable::read, id);
    }

    /** Writes the changes whose row is still as it was read; answers those. */
    static List<Change> update(Connection connection, List<Change> changes) throws SQLException {
        List<Change> written = new ArrayList<>(changes.size());
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (Change change : changes) {
                set(update, change);
                update.addBatch();
            }
            int[] rows = changes.isEmpty() ? new int[0] : update.executeBatch();
            for (int i = 0; i < rows.length; i++) {
                if (rows[i] == 1) {
                    written.add(changes.get(i));
                } else {
                    PaymentRow row = changes.get(i).row();
                    LOG.log(Level.INFO, "payment {0} has moved on from {1}", new Object[] {row.ref(), row.state()});
                }
            }
        }
        return written;
    }

    /** Locks these payments until the transaction ends; answers those that are given up. */
    static Set<Long> lockGivenUp(Connection connection, List<Long> ids) throws SQLException {
        String sql = "SELECT id, COALESCE(give_up_at <= UTC_TIMESTAMP(6), FALSE) AS given_up FROM payment WHERE id IN ("
                + Sql.marks(ids.size()) + ") ORDER BY id FOR UPDATE";
        if (ids.isEmpty()) {
            return Set.of();
        }
        return Statements.list(connection, sql, Locked::read, ids.toArray()).stream()
                .filter(Locked::givenUp)
                .map(Locked::id)
                .collect(Collectors.toSet());
    }

    private record Locked(long id, boolean givenUp) {
        static Locked read(ResultSet row) throws SQLException {
            return new Locked(row.getLong("id"), row.getBoolean("given_up"));
        }
    }

    /**
     * After the database's clock was set back: what was changed in its future would wait until that time comes again, so it is
     * looked at now.
     *
     * @return how many payments
     */
    static int wakeFromTheFuture(Connection connection) throws SQLException {
        return Statements.update(connection, FROM_THE_FUTURE);
    }

    /** Lets the till ask now what it would ask later: the gateway answers again. */
    static void makeUnknownDue(Connection connection) throws SQLException {
        Statements.update(connection, UNKNOWN_DUE);
    }

    static void makeInFlightDue(Connection connection) throws SQLException {
        Statements.update(connection, IN_FLIGHT_DUE);
    }

    private static void set(PreparedStatement update, Change change) throws SQLException {
        Learned learned = change.learned();
        update.setString(1, change.state().name());
        update.setInt(2, change.attempt());
        update.setInt(3, change.asked());
        update.setBoolean(
                4,
                change.dueIn() != null
                        && change.path().isEmpty()
                        && change.next().isEmpty());
        if (change.dueIn() == null) {
            update.setNull(5, Types.BIGINT);
        } else {
            update.setLong(5, change.dueIn().toSeconds());
        }
        update.setString(6, learned.intent());
        update.setString(7, learned.session());
        update.setString(8, learned.hostedUrl());
        update.setObject(9, learned.capturedMinor(), Types.BIGINT);
        update.setString(10, learned.reason());
        update.setString(11, change.state().name());
        update.setLong(12, change.version());
        update.setLong(13, change.row().id());
        update.setString(14, change.row().state().name());
        update.setLong(15, change.row().version());
    }

    private static PaymentRow read(ResultSet row) throws SQLException {
        Owed owed = new Owed(
                new Token(row.getString("ref")),
                new Token(row.getString("order_ref")),
                row.getLong("store_id"),
                row.getString("store_code"),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                PaymentMethod.Kind.valueOf(row.getString("method")),
                row.getString("return_origin"),
                Trace.of(row.getString("trace")));
        return new PaymentRow(
                row.getLong("id"),
                owed,
                PaymentState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getString("method_token"),
                new GatewayNames(row.getString("gateway_intent"), row.getString("gateway_session")),
                row.getTimestamp("sent_at").toLocalDateTime().toInstant(ZoneOffset.UTC),
                row.getInt("asked"),
                row.getLong("age"),
                row.getBoolean("given_up"),
                row.getLong("version"));
    }
}
