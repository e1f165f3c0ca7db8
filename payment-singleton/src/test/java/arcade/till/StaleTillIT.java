package arcade.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.FencedOut;
import arcade.cluster.FencingToken;
import arcade.cluster.Leases;
import arcade.till.testing.ARow;
import arcade.till.testing.TestTransactions;
import arcade.till.testing.Workbench;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A till that was paused and wakes up after its lease has run out, statement by statement on the real database. Each test has a
 * lease of its own.
 */
class StaleTillIT {
    private static final long PRICE = 1_800;
    private static final long PAUSE_MILLIS = 1_000;

    private final TestTransactions database = new TestTransactions();
    private final Leases leases = new Workbench(database).bean(Leases.class);
    private final String lease = "test-" + UUID.randomUUID().toString().substring(0, 20);
    private final ExecutorService otherMachine = Executors.newSingleThreadExecutor();
    private long payment;
    private FencingToken stale;

    @BeforeEach
    void theLeaseHasRunOut() throws Exception {
        database.execute("INSERT INTO lease (name, epoch) VALUES (?, 0)", lease);
        database.execute("INSERT INTO lease_beat (name, epoch, expires_at) VALUES (?, 0, '2000-01-01')", lease);
        long store = ARow.store();
        payment = ARow.payment(database, store, ARow.order(database, store, PRICE), PRICE, "REQUIRES_ACTION");
        stale = take("node1:first");
        database.execute("UPDATE lease_beat SET expires_at = UTC_TIMESTAMP(6) WHERE name = ?", lease);
    }

    @AfterEach
    void theOtherMachineEnds() throws InterruptedException {
        otherMachine.shutdownNow();
        assertTrue(otherMachine.awaitTermination(5, TimeUnit.SECONDS));
    }

    @Test
    void isFencedOutOnceAnotherHasTakenOver() throws Exception {
        take("node2:second");

        assertThrows(FencedOut.class, () -> write(stale, "AUTHORIZED"));

        assertEquals(List.of(), epochsInTheLog());
    }

    @Test
    void isStoppedThoughItsSnapshotSaysThatItIsStillTheTill() throws Exception {
        try (Connection connection = database.open();
                PreparedStatement look = connection.prepareStatement("SELECT epoch FROM lease WHERE name = ?")) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            look.setString(1, lease);
            look.executeQuery();
            take("node2:second");

            // The database may say by itself that the row has changed since the snapshot.
            Exception refusal = assertThrows(Exception.class, () -> Leases.fence(connection, stale));

            assertTrue(refusal instanceof FencedOut || refusal instanceof SQLException, refusal.toString());
            connection.rollback();
        }
    }

    @Test
    void neverWritesAfterItsSuccessor() throws Exception {
        Future<Long> successor = database.run(connection -> {
            Leases.fence(connection, stale);
            Future<Long> other = otherMachine.submit(() -> write(take("node2:second"), "AUTHORIZED"));
            ends(other);
            append(connection, stale, "DECLINED");
            return other;
        });

        assertEquals(2, successor.get(5, TimeUnit.SECONDS));
        assertEquals(List.of(1L, 2L), epochsInTheLog());
    }

    @Test
    void holdsUpItsSuccessorOnlyUntilItsTransactionEnds() throws Exception {
        Future<FencingToken> successor = database.run(connection -> {
            Leases.fence(connection, stale);
            Future<FencingToken> other = otherMachine.submit(() -> take("node2:second"));
            assertFalse(ends(other), "the lease was taken from under an open transaction of its holder");
            return other;
        });

        assertEquals(2, successor.get(5, TimeUnit.SECONDS).epoch());
    }

    private FencingToken take(String owner) throws Exception {
        return database.run(connection -> leases.take(lease, owner).orElseThrow());
    }

    /** A till's transaction: past the fence, then a row of the log. Answers its epoch. */
    private long write(FencingToken token, String to) throws Exception {
        return database.run(connection -> {
            Leases.fence(connection, token);
            append(connection, token, to);
            return token.epoch();
        });
    }

    private void append(Connection connection, FencingToken token, String to) throws SQLException {
        try (PreparedStatement append = connection.prepareStatement("INSERT INTO payment_transition"
                + " (change_id, payment_id, from_state, to_state, epoch, owner, at)"
                + " VALUES (?, ?, 'REQUIRES_ACTION', ?, ?, ?, UTC_TIMESTAMP(6))")) {
            append.setString(1, UUID.randomUUID().toString());
            append.setLong(2, payment);
            append.setString(3, to);
            append.setLong(4, token.epoch());
            append.setString(5, token.owner());
            append.executeUpdate();
        }
    }

    /** Whether it does all it wants to do while the stale till sleeps. */
    private static boolean ends(Future<?> other) throws Exception {
        try {
            other.get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private List<Long> epochsInTheLog() throws SQLException {
        return database.numbers("SELECT epoch FROM payment_transition WHERE payment_id = ? ORDER BY seq", payment);
    }
}
