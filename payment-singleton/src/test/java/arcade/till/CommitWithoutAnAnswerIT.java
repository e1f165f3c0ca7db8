package arcade.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import arcade.cluster.FencingToken;
import arcade.cluster.Leases;
import arcade.shared.Token;
import arcade.till.lease.Shift;
import arcade.till.lease.Tenure;
import arcade.till.line.Dispatcher;
import arcade.till.line.PaymentCorrespondence;
import arcade.till.line.Switchboard;
import arcade.till.payment.Operation;
import arcade.till.payment.Outcome;
import arcade.till.payment.Step;
import arcade.till.testing.ARow;
import arcade.till.testing.ATill;
import arcade.till.testing.DatabaseRelay;
import arcade.till.testing.DatabaseRelay.Commit;
import arcade.till.testing.HonestGateway;
import arcade.till.testing.TestTransactions;
import arcade.till.testing.Waiting;
import arcade.till.testing.Workbench;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database dies at a COMMIT: whether it was made or not, each call is sent once and each step is written once. */
class CommitWithoutAnAnswerIT {
    private static final long PRICE = 1_800;
    private static final long PATIENCE_MILLIS = 1_000;

    private final TestTransactions database = new TestTransactions();
    private final DatabaseRelay relay = new DatabaseRelay(TestTransactions.port());
    private final TestTransactions relayed = TestTransactions.through(relay.port());
    private final HonestGateway gateway = new HonestGateway();
    private final ATill till = new ATill("node1", relayed, gateway);
    private final long store = ARow.store();
    private final FencingToken token =
            new FencingToken("test-" + UUID.randomUUID().toString().substring(0, 20), 1, "node1:first");
    private Switchboard<Step, Outcome> switchboard;
    private Dispatcher<Step, Outcome> dispatcher;
    private Token order;
    private long payment;

    @BeforeEach
    void anOrderIsToBePaid() throws SQLException {
        database.execute("UPDATE payment SET due_at = NULL WHERE due_at IS NOT NULL");
        database.execute(
                "INSERT INTO lease (name, epoch, owner) VALUES (?, ?, ?)", token.lease(), token.epoch(), token.owner());
        order = ARow.order(database, store, PRICE);
        payment = ARow.payment(database, store, order, PRICE, "REQUESTED");
        due();
        Shift shift = new Shift(() -> Optional.of(new Tenure(token, System.nanoTime())), lost -> {});
        PaymentCorrespondence payments = till.bean(PaymentCorrespondence.class);
        switchboard = new Switchboard<>(payments, shift, 4, Executors.defaultThreadFactory());
        dispatcher = new Dispatcher<>(payments, switchboard);
        switchboard.start("recorder");
    }

    @AfterEach
    void everythingEnds() {
        switchboard.stop(PATIENCE_MILLIS);
        relay.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Commit.class,
            names = {"IS_CUT_BEFORE", "IS_CUT_AFTER"})
    void ofTheAuthorizationIsLookedUpAndTheCaptureSentOnce(Commit fate) throws Exception {
        dieAfter(Operation.AUTHORIZE, fate);

        dispatcher.look(token);

        isPaidByOneCallEach("AUTHORIZE", "CAPTURE");
        assertEquals(List.of(1L, 1L, 1L, 1L), timesWritten("AUTHORIZING", "AUTHORIZED", "CAPTURING", "CAPTURED"));
        assertEquals(List.of(2L), count("payment_attempt WHERE payment_id = ? AND finished_at IS NOT NULL"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Commit.class,
            names = {"IS_CUT_BEFORE", "IS_CUT_AFTER"})
    void ofTheCaptureIsLookedUpAndTheOrderSettledOnce(Commit fate) throws Exception {
        dieAfter(Operation.CAPTURE, fate);

        dispatcher.look(token);

        isPaidByOneCallEach("AUTHORIZE", "CAPTURE");
        assertEquals(List.of(1L), timesWritten("CAPTURED"));
        assertEquals(
                List.of(1L), database.numbers("SELECT COUNT(*) FROM mail_outbox WHERE order_ref = ?", order.value()));
    }

    @Test
    void ofAnIntentionThatWasNotMadeIsTriedAgainAtOnce() throws Exception {
        relay.next(Commit.IS_CUT_BEFORE);

        dispatcher.look(token);

        isPaidByOneCallEach("AUTHORIZE", "CAPTURE");
        assertEquals(List.of(1L), timesWritten("AUTHORIZING"));
    }

    @Test
    void ofAnIntentionThatWasMadeIsNotSentUntilTheGatewayWasAsked() throws Exception {
        relay.next(Commit.IS_CUT_AFTER);

        dispatcher.look(token);

        assertFalse(relay.isArmed());
        assertEquals(List.of(), gateway.calls);
        assertEquals(List.of(1L), timesWritten("AUTHORIZING"));
        due();
        dispatcher.look(token);
        isPaidByOneCallEach("ASK", "AUTHORIZE", "CAPTURE");
    }

    @Test
    void ofATakeoverLeavesALeaseThatRunsOutAndIsTakenAgain() throws Exception {
        database.execute("INSERT INTO lease_beat (name, epoch, expires_at) VALUES (?, 1, '2000-01-01')", token.lease());
        Leases through = new Workbench(relayed).bean(Leases.class);
        relay.next(Commit.IS_CUT_AFTER);

        assertThrows(SQLException.class, () -> take(relayed, through));

        assertEquals(Optional.empty(), take(relayed, through));
        database.execute("UPDATE lease_beat SET expires_at = UTC_TIMESTAMP(6) WHERE name = ?", token.lease());
        assertEquals(3, take(relayed, through).orElseThrow().epoch());
    }

    private Optional<FencingToken> take(TestTransactions transactions, Leases leases) throws Exception {
        return transactions.run(connection -> leases.take(token.lease(), "node2:second"));
    }

    /** The next commit after this call's answer is that of its outcome. */
    private void dieAfter(Operation operation, Commit fate) {
        gateway.before(sent -> {
            if (sent == operation) {
                relay.next(fate);
            }
        });
    }

    private void due() throws SQLException {
        database.execute("UPDATE payment SET due_at = UTC_TIMESTAMP(6) WHERE id = ?", payment);
    }

    private void isPaidByOneCallEach(String... operations) throws Exception {
        Waiting.until(
                "it is paid",
                () -> count("payment WHERE id = ? AND state = 'CAPTURED'").equals(List.of(1L)));
        Waiting.until("its line is free", () -> switchboard.freeLines() == 4);
        assertFalse(relay.isArmed(), "the commit was never met");
        assertEquals(
                List.of(operations),
                gateway.calls.stream().map(call -> call.split(" ")[0]).toList());
        assertEquals(
                List.of(1L),
                database.numbers("SELECT number FROM shop_order WHERE ref = ? AND state = 'PAID'", order.value()));
    }

    private List<Long> timesWritten(String... states) throws SQLException {
        List<Long> times = new ArrayList<>();
        for (String state : states) {
            times.addAll(count("payment_transition WHERE payment_id = ? AND to_state = '" + state + "'"));
        }
        return times;
    }

    private List<Long> count(String from) throws SQLException {
        return database.numbers("SELECT COUNT(*) FROM " + from, payment);
    }
}
