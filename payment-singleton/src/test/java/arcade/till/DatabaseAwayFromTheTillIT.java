package arcade.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.till.lease.LeaseDesk;
import arcade.till.lease.Tenure;
import arcade.till.payment.Operation;
import arcade.till.testing.ARow;
import arcade.till.testing.ATill;
import arcade.till.testing.DatabaseRelay;
import arcade.till.testing.DatabaseRelay.Commit;
import arcade.till.testing.HonestGateway;
import arcade.till.testing.TestTransactions;
import arcade.till.testing.Waiting;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The till's node cannot reach its database any more, or hears nothing of it: it stops acting, and no payment is lost. */
class DatabaseAwayFromTheTillIT {
    private static final long PRICE = 1_800;
    private static final int ORDERS = 20;
    /** Lease 5 s; a transaction that stands open 5 s and holds its row until then; a look twice a second, and some patience. */
    private static final long TAKEOVER_MILLIS = 13_000;

    /** The till hangs up after 3 s, the database after 5. */
    private static final long GIVEN_UP_MILLIS = 3_500;

    /** For what was held up to be committed. */
    private static final long LATE_MILLIS = 1_000;

    private final TestTransactions database = new TestTransactions();
    private final DatabaseRelay relay = new DatabaseRelay(TestTransactions.port());
    private final HonestGateway gateway = new HonestGateway();
    private final ATill first = new ATill("node1", TestTransactions.through(relay.port()), gateway);
    private final ATill second = new ATill("node2", database, gateway);
    private final long store = ARow.store();
    private final List<Long> payments = new ArrayList<>();
    private final AtomicBoolean armed = new AtomicBoolean();
    private long lastSeq;

    @BeforeEach
    void theFirstIsTheTill() throws Exception {
        database.execute("UPDATE payment SET due_at = NULL WHERE due_at IS NOT NULL");
        database.execute("UPDATE refund SET due_at = NULL WHERE due_at IS NOT NULL");
        database.execute("UPDATE lease_beat SET expires_at = '2000-01-01' WHERE name = ?", LeaseDesk.LEASE);
        lastSeq = number("SELECT COALESCE(MAX(seq), 0) FROM payment_transition");
        first.open();
        Waiting.until("the first is the till", () -> isTill("node1"));
        orders();
        Waiting.until("they are paid", this::allPaid);
    }

    @AfterEach
    void everythingEnds() {
        relay.resume();
        first.close();
        second.close();
        relay.close();
    }

    @Test
    void aDatabaseThatHangsIsLeftToAnotherNode() throws Exception {
        second.open();
        long hangs = hangOnceMoneyWasTaken();
        orders();

        Waiting.until("the second is the till", () -> isTill("node2"));
        long takeover = millisSince(hangs);
        Waiting.until("they are paid", this::allPaid);
        relay.resume();
        orders();
        Waiting.until("they are paid, too", this::allPaid);

        assertTrue(takeover < TAKEOVER_MILLIS, "taken over after " + takeover + " ms");
        nothingIsLostOrTwice();
    }

    @Test
    void aCommitThatGetsThroughOnceItsSenderHasGivenUpIsNotMadeTwice() throws Exception {
        long hangs = hangOnceMoneyWasTaken();
        orders();
        TimeUnit.MILLISECONDS.sleep(GIVEN_UP_MILLIS - millisSince(hangs));

        relay.resume();
        TimeUnit.MILLISECONDS.sleep(LATE_MILLIS);
        theirTimeInFlightIsOver();
        Waiting.until("they are paid", this::allPaid);

        nothingIsLostOrTwice();
    }

    @Test
    void aDatabaseThatRefusesEverybodyIsWaitedFor() throws Exception {
        relay.refuse();
        orders();
        TimeUnit.NANOSECONDS.sleep(Tenure.ACT_NANOS);
        assertEquals(2 * ORDERS, gateway.calls.size(), gateway.calls::toString);

        relay.acceptAgain();
        Waiting.until("they are paid", this::allPaid);

        nothingIsLostOrTwice();
    }

    /** The transaction that would write it down stands open then, and holds the lease. */
    private long hangOnceMoneyWasTaken() throws Exception {
        gateway.before(operation -> {
            if (operation == Operation.CAPTURE && armed.compareAndSet(false, true)) {
                relay.next(Commit.HANGS);
            }
        });
        orders();
        Waiting.until("it hangs", () -> armed.get() && !relay.isArmed());
        return System.nanoTime();
    }

    private void orders() throws Exception {
        for (int i = 0; i < ORDERS; i++) {
            long payment = ARow.payment(database, store, ARow.order(database, store, PRICE), PRICE, "REQUESTED");
            due("UPDATE payment SET due_at = UTC_TIMESTAMP(6) WHERE id = ?", payment);
            payments.add(payment);
        }
    }

    /** What could not be written down is asked about then; else that would take 20 s. */
    private void theirTimeInFlightIsOver() throws Exception {
        for (long payment : payments) {
            due("UPDATE payment SET due_at = UTC_TIMESTAMP(6) WHERE due_at > UTC_TIMESTAMP(6) AND id = ?", payment);
        }
    }

    /** The till is at work on these rows: of two that wait for each other the database lets one begin anew. */
    private void due(String sql, long payment) throws Exception {
        Waiting.until("the row is written", () -> {
            try {
                database.execute(sql, payment);
                return true;
            } catch (SQLTransactionRollbackException e) {
                return false;
            }
        });
    }

    private boolean isTill(String node) throws SQLException {
        return number("SELECT COUNT(*) FROM lease l JOIN lease_beat b ON b.name = l.name WHERE l.name = 'payments'"
                        + " AND l.owner LIKE '" + node + ":%' AND b.expires_at > UTC_TIMESTAMP(6)")
                == 1;
    }

    private boolean allPaid() throws SQLException {
        return number("SELECT COUNT(*) FROM payment WHERE state = 'CAPTURED' AND store_id = " + store)
                == payments.size();
    }

    private void nothingIsLostOrTwice() throws SQLException {
        assertEquals(
                LongStream.rangeClosed(1, payments.size()).boxed().toList(),
                database.numbers(
                        "SELECT number FROM shop_order WHERE store_id = ? AND state = 'PAID' ORDER BY number", store));
        assertEquals(
                payments.size(),
                number("SELECT COUNT(*) FROM payment_transition t JOIN payment p ON p.id = t.payment_id"
                        + " WHERE t.to_state = 'CAPTURED' AND p.store_id = " + store));
        List<Long> epochs =
                database.numbers("SELECT epoch FROM payment_transition WHERE seq > ? ORDER BY seq", lastSeq);
        assertEquals(epochs.stream().sorted().toList(), epochs, "an old till wrote after its successor");
        assertEquals(
                payments.size(),
                gateway.calls.stream()
                        .filter(call -> call.startsWith("AUTHORIZE"))
                        .distinct()
                        .count());
    }

    private long number(String sql) throws SQLException {
        return database.numbers(sql).get(0);
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
