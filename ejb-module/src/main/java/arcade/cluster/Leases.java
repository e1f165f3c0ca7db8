package arcade.cluster;

import arcade.database.Statements;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Leases in the database, the only authority on who may act. Time is the database's clock alone: a node whose clock
 * jumps neither gains nor loses a lease by it. Two tables, because the beat takes an exclusive lock each second while
 * the writes that the lease guards share the lock of its row.
 *
 * <p>Hazard: holding a {@link FencingToken} proves nothing by itself, its time may have run out since. Every guarded
 * transaction calls {@link #fence} first.
 */
@ApplicationScoped
public class Leases {
    /** How long a lease lives without a beat. A holder beats each second. */
    public static final int SECONDS = 5;

    // One statement, so that it is one step wherever it is called from: inside an EJB that has no transaction of
    // its own the server lets each statement commit by itself, whatever is said here.
    private static final String TAKE = "UPDATE lease l JOIN lease_beat b ON b.name = l.name"
            + " SET l.epoch = l.epoch + 1, l.owner = ?, l.since = UTC_TIMESTAMP(6),"
            + " b.epoch = b.epoch + 1, b.expires_at = UTC_TIMESTAMP(6) + INTERVAL " + SECONDS + " SECOND"
            + " WHERE l.name = ? AND b.expires_at <= UTC_TIMESTAMP(6)";
    private static final String TAKEN = "SELECT epoch FROM lease WHERE name = ? AND owner = ?";
    private static final String BEAT = "UPDATE lease_beat" + " SET expires_at = UTC_TIMESTAMP(6) + INTERVAL " + SECONDS
            + " SECOND WHERE name = ? AND epoch = ?";
    private static final String END =
            "UPDATE lease_beat SET expires_at = UTC_TIMESTAMP(6) WHERE name = ? AND epoch = ?";
    private static final String END_SILENT = "UPDATE lease_beat SET expires_at = UTC_TIMESTAMP(6)"
            + " WHERE name = ? AND epoch = ? AND expires_at = CAST(? AS DATETIME(6)) AND expires_at > UTC_TIMESTAMP(6)";
    // A locking read: a plain one would see this transaction's old snapshot and let a stale holder write.
    private static final String FENCE =
            "SELECT 1 FROM lease WHERE name = ? AND epoch = ? AND owner = ? LOCK IN SHARE MODE";
    private static final String LOOK = "SELECT l.epoch, l.owner, l.since, CAST(b.expires_at AS CHAR) AS beat,"
            + " b.expires_at > UTC_TIMESTAMP(6) AS alive"
            + " FROM lease l JOIN lease_beat b ON b.name = l.name WHERE l.name = ?";

    @Resource(lookup = "jdbc/arcade-till")
    private DataSource database;

    /** Takes the lease if its time has run out; empty if somebody holds it. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = SQLException.class)
    public Optional<FencingToken> take(String lease, String owner) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (Statements.update(connection, TAKE, owner, lease) == 0) {
                return Optional.empty();
            }
            return Statements.first(
                    connection, TAKEN, row -> new FencingToken(lease, row.getLong(1), owner), lease, owner);
        }
    }

    /** Renews the lease for another {@value #SECONDS} seconds; false if another node has taken it. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = SQLException.class)
    public boolean beat(FencingToken token) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Statements.update(connection, BEAT, token.lease(), token.epoch()) == 1;
        }
    }

    /** Ends the lease at once, so that another node need not wait for its time to run out. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = SQLException.class)
    public void release(FencingToken token) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Statements.update(connection, END, token.lease(), token.epoch());
        }
    }

    /**
     * Ends a lease that was not renewed though its time goes on: the database's clock was set back, and its holder is
     * dead. If the holder beats after all, nothing happens.
     *
     * @param seen what was seen longer ago, by the caller's monotonic clock, than a lease lives
     */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = SQLException.class)
    public void endSilent(String lease, LeaseView seen) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Statements.update(connection, END_SILENT, lease, seen.epoch(), seen.beat());
        }
    }

    /**
     * Guards the caller's transaction: until it ends, nobody can take the lease. Throws {@link FencedOut} if somebody
     * has.
     *
     * @param connection a connection of that transaction
     */
    public static void fence(Connection connection, FencingToken token) throws SQLException {
        if (Statements.list(connection, FENCE, row -> true, token.lease(), token.epoch(), token.owner())
                .isEmpty()) {
            throw new FencedOut(token);
        }
    }

    /** Who holds it, without a lock. */
    public LeaseView look(String lease) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Statements.first(connection, LOOK, Leases::view, lease)
                    .orElseThrow(() -> new SQLException("there is no lease '" + lease + "'; run the migrations"));
        }
    }

    private static LeaseView view(ResultSet row) throws SQLException {
        Timestamp since = row.getTimestamp("since");
        return new LeaseView(
                row.getLong("epoch"),
                row.getString("owner"),
                since == null ? null : utc(since),
                row.getString("beat"),
                row.getBoolean("alive"));
    }

    private static Instant utc(Timestamp timestamp) {
        return timestamp.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}
