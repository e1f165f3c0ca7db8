package arcade.operations.prove;

import arcade.operations.database.Access;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the till wrote, read by SQL. Times are the database's clock. One connection, opened again when it breaks; for several threads. */
final class TillLog implements AutoCloseable {
    private static final int TRIES = 3;

    private final Home home;
    private Connection connection;

    TillLog(Home home) {
        this.home = home;
    }

    /** A step of a payment. */
    record Step(long payment, String to, Instant at) {}

    /** A capture. */
    record Capture(long seq, Instant at, long epoch, String owner) {}

    /**
     * The lease's row as it stands.
     *
     * @param since when it was taken
     */
    record Lease(long epoch, String owner, boolean alive, Instant since) {
        String node() {
            return owner.replaceFirst(":.*", "");
        }
    }

    @FunctionalInterface
    interface Read<T> {
        T row(ResultSet row) throws SQLException;
    }

    /** The number of the last step of any payment. */
    long lastSeq() {
        return number("SELECT COALESCE(MAX(seq), 0) FROM payment_transition");
    }

    Optional<Lease> lease() {
        return rows(
                        "SELECT lease.epoch, lease.owner, lease_beat.epoch = lease.epoch"
                                + " AND lease_beat.expires_at > UTC_TIMESTAMP(6), lease.since"
                                + " FROM lease JOIN lease_beat USING (name)"
                                + " WHERE name = 'payments' AND lease.owner IS NOT NULL",
                        row -> new Lease(row.getLong(1), row.getString(2), row.getBoolean(3), instant(row, 4)))
                .stream()
                .findFirst();
    }

    /** The first capture after this number and under a later epoch than this. */
    Optional<Capture> firstCapture(long afterSeq, long afterEpoch) {
        return rows(
                        "SELECT seq, at, epoch, owner FROM payment_transition WHERE seq > ? AND to_state = 'CAPTURED'"
                                + " AND epoch > ? ORDER BY seq LIMIT 1",
                        TillLog::capture,
                        afterSeq,
                        afterEpoch)
                .stream()
                .findFirst();
    }

    /** When the first order after this moment was placed, by its node's clock. */
    Optional<Instant> firstOrder(Instant after) {
        return rows(
                        "SELECT placed_at FROM shop_order WHERE placed_at > ? ORDER BY placed_at LIMIT 1",
                        row -> instant(row, 1),
                        LocalDateTime.ofInstant(after, ZoneOffset.UTC))
                .stream()
                .findFirst();
    }

    /** The last capture up to this epoch, among the steps after this number. */
    Optional<Capture> lastCapture(long afterSeq, long upToEpoch) {
        return rows(
                        "SELECT seq, at, epoch, owner FROM payment_transition WHERE seq > ? AND to_state = 'CAPTURED'"
                                + " AND epoch <= ? ORDER BY seq DESC LIMIT 1",
                        TillLog::capture,
                        afterSeq,
                        upToEpoch)
                .stream()
                .findFirst();
    }

    /** Steps of all payments and refunds after this number of payments' steps and this time. */
    List<Step> steps(long afterSeq, Instant since) {
        List<Step> steps = new ArrayList<>(rows(
                "SELECT payment_id, to_state, at FROM payment_transition WHERE seq > ? ORDER BY seq",
                row -> new Step(row.getLong(1), row.getString(2), instant(row, 3)),
                afterSeq));
        // Refunds have numbers of their own: below zero they are nobody's payment.
        steps.addAll(rows(
                "SELECT -refund_id, to_state, at FROM refund_transition WHERE at > ? ORDER BY seq",
                row -> new Step(row.getLong(1), row.getString(2), instant(row, 3)),
                LocalDateTime.ofInstant(since, ZoneOffset.UTC)));
        return steps;
    }

    long number(String query, Object... values) {
        return rows(query, row -> row.getLong(1), values).get(0);
    }

    /** This machine's clock behind the database's. */
    Duration ahead() {
        Instant before = Instant.now();
        Instant there = rows("SELECT UTC_TIMESTAMP(6)", row -> instant(row, 1)).get(0);
        Instant after = Instant.now();
        if (there.isBefore(before)) {
            return Duration.between(before, there);
        }
        return there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
    }

    /** @throws Failure when the database does not answer, also when asked again */
    synchronized <T> List<T> rows(String query, Read<T> read, Object... values) {
        SQLException last = null;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                return once(query, read, values);
            } catch (SQLException e) {
                last = e;
                close();
            }
        }
        throw new Failure("the database does not answer: " + last.getMessage(), "see './arcade status'", last);
    }

    @Override
    public synchronized void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // It is broken already, and a new one is opened.
        }
        connection = null;
    }

    private <T> List<T> once(String query, Read<T> read, Object... values) throws SQLException {
        if (connection == null) {
            connection = Access.of(home).asRoot();
        }
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(read.row(result));
                }
                return rows;
            }
        }
    }

    private static Capture capture(ResultSet row) throws SQLException {
        return new Capture(row.getLong(1), instant(row, 2), row.getLong(3), row.getString(4));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
