package arcade.till.book;

import static arcade.payment.RefundState.REFUNDING;
import static arcade.till.testing.TillDatabase.CAPTURED_MINOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import arcade.cluster.FencedOut;
import arcade.cluster.FencingToken;
import arcade.payment.RefundDecision;
import arcade.payment.RefundDecision.Granted;
import arcade.payment.RefundDecision.Reason;
import arcade.payment.Refunds;
import arcade.shared.Token;
import arcade.till.lease.LeaseDesk;
import arcade.till.refund.RefundAnswer;
import arcade.till.refund.RefundOperation;
import arcade.till.refund.RefundOutcome;
import arcade.till.refund.RefundProcess;
import arcade.till.refund.RefundStep;
import arcade.till.testing.TillDatabase;
import arcade.till.testing.TillRelease;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the till writes about refunds, on the real server and database. The node has not the role: nothing moves by itself. */
@ExtendWith(ArquillianExtension.class)
class RefundingIT {
    private static final String FIRST = "node1:first";
    private static final String SECOND = "node2:second";

    @Deployment
    static WebArchive release() {
        return TillRelease.war();
    }

    @Resource(lookup = "jdbc/arcade-till")
    private DataSource database;

    @Inject
    private LeaseDesk lease;

    @Inject
    private RefundBook book;

    @Inject
    private PaymentBook payments;

    @Inject
    private Refunds refunds;

    private TillDatabase rows;
    private FencingToken token;

    @BeforeEach
    void theTillIsFreshAndNothingIsDue() throws SQLException {
        rows = new TillDatabase(database);
        rows.execute("UPDATE lease_beat SET expires_at = '2000-01-01'");
        rows.execute("UPDATE payment SET due_at = NULL");
        rows.execute("UPDATE refund SET due_at = NULL");
        token = lease.take(FIRST).orElseThrow();
    }

    @Test
    void theIntentionIsCommittedWithItsAttemptBeforeAnythingIsSent() throws SQLException {
        Token refund = aRefund(rows.aCapturedPayment(), 500);

        RefundStep step = book.begin(token, 10).get(0);

        assertEquals(REFUNDING, step.refund().state());
        assertEquals(RefundOperation.REFUND, step.operation());
        assertEquals(
                "REFUND refund:" + refund,
                rows.text("SELECT CONCAT(a.operation, ' ', a.idempotency_key) FROM payment_attempt a JOIN refund r"
                        + " ON r.id = a.refund_id WHERE a.finished_at IS NULL AND r.ref = '" + refund + "'"));
        assertEquals(List.of(), book.begin(token, 10));
    }

    @Test
    void moneyGivenBackIsOnThePaymentInTheLedgerAndInAMail() throws SQLException {
        Token order = rows.aCapturedPayment();
        Token first = aRefund(order, 500);
        Token second = aRefund(order, 300);

        book.record(token, answered(book.begin(token, 10), "re_1"));

        assertEquals("800", rows.text("SELECT refunded_minor FROM payment WHERE order_ref = '" + order + "'"));
        for (Token refund : List.of(first, second)) {
            assertEquals("REFUNDED", state(refund));
            assertEquals(
                    "0 2",
                    rows.text(
                            "SELECT CONCAT(SUM(amount_minor), ' ', COUNT(*)) FROM ledger_posting WHERE entry = 'refund:"
                                    + refund + "'"));
            assertEquals(
                    "1",
                    rows.text("SELECT COUNT(*) FROM mail_outbox WHERE event_key = 'order-refunded:" + refund + "'"));
        }
        assertEquals("PAID", rows.text("SELECT state FROM shop_order WHERE ref = '" + order + "'"));
    }

    @Test
    void aTillThatLostTheLeaseWritesNothing() throws SQLException {
        Token order = rows.aCapturedPayment();
        Token refund = aRefund(order, 500);
        List<RefundStep> begun = book.begin(token, 10);
        Token waiting = aRefund(order, 300);
        lease.release(token);
        lease.take(SECOND).orElseThrow();

        assertThrows(FencedOut.class, () -> book.begin(token, 10));
        assertThrows(FencedOut.class, () -> book.record(token, answered(begun, "re_1")));

        assertEquals("REFUNDING", state(refund));
        assertEquals("REQUESTED", state(waiting));
        assertEquals("0", rows.text("SELECT refunded_minor FROM payment WHERE order_ref = '" + order + "'"));
    }

    @Test
    void recordingAgainAfterALostCommitAnswerGivesNothingBackTwice() throws SQLException {
        Token order = rows.aCapturedPayment();
        Token refund = aRefund(order, 500);
        List<RefundOutcome> outcomes = answered(book.begin(token, 10), "re_1");

        book.record(token, outcomes);
        assertEquals(List.of(), book.record(token, outcomes));

        assertEquals("500", rows.text("SELECT refunded_minor FROM payment WHERE order_ref = '" + order + "'"));
        assertEquals("2", transitions(refund));
    }

    @Test
    void whatFollowsFromALostCommitIsAnsweredAgain() throws SQLException {
        Token refund = aRefund(rows.aCapturedPayment(), 500);
        book.record(token, outcomes(book.begin(token, 10), new RefundAnswer.Unknown("timeout")));
        due(refund);
        List<RefundOutcome> notThere = outcomes(book.begin(token, 10), new RefundAnswer.NotExecuted());

        RefundStep once = book.record(token, notThere).get(0);
        RefundStep again = book.record(token, notThere).get(0);

        assertEquals(once, again);
        assertEquals("refund:" + refund, again.refund().key());
        assertEquals(
                "2 1",
                rows.text("SELECT CONCAT(COUNT(*), ' ', COUNT(DISTINCT a.idempotency_key)) FROM payment_attempt a"
                        + " JOIN refund r ON r.id = a.refund_id WHERE r.ref = '" + refund + "'"));
    }

    @Test
    void aLostAnswerIsUnknownAndLeavesTheMoneyPromised() throws SQLException {
        Token order = rows.aCapturedPayment();
        Token refund = aRefund(order, CAPTURED_MINOR);

        book.record(token, outcomes(book.begin(token, 10), new RefundAnswer.Unknown("timeout")));

        assertEquals("UNKNOWN_REFUND", state(refund));
        RefundDecision more = refunds.request(order, OptionalLong.of(1), "more", "more");
        assertEquals(
                Reason.NOTHING_LEFT,
                assertInstanceOf(RefundDecision.Refused.class, more).reason());
    }

    @Test
    void aFailureIsForAHumanAndItsMoneyCanBeAskedForAgain() throws SQLException {
        Token order = rows.aCapturedPayment();
        Token refund = aRefund(order, CAPTURED_MINOR);

        book.record(token, outcomes(book.begin(token, 10), new RefundAnswer.Failed(null, "charge_disputed")));

        assertEquals("REFUND_FAILED", state(refund));
        assertEquals("charge_disputed", rows.text("SELECT failure FROM refund WHERE ref = '" + refund + "'"));
        assertEquals("1", openBreaks("REFUND_FAILED", refund));
        assertInstanceOf(Granted.class, refunds.request(order, OptionalLong.of(CAPTURED_MINOR), "again", "again"));
    }

    @Test
    void moneyThatABankSendsBackIsTheShopsAgain() throws SQLException {
        Token order = rows.aCapturedPayment();
        Token refund = aRefund(order, 500);
        book.record(token, answered(book.begin(token, 10), "re_1"));
        rows.execute("UPDATE refund SET changed_at = '2020-01-01' WHERE ref = '" + refund + "'");
        refunds.lookNow(refund);

        book.record(
                token, outcomes(book.begin(token, 10), new RefundAnswer.Failed("re_x", "expired_or_canceled_card")));

        assertEquals("REFUND_FAILED", state(refund));
        assertEquals("0", rows.text("SELECT refunded_minor FROM payment WHERE order_ref = '" + order + "'"));
        assertEquals(
                "0",
                rows.text("SELECT SUM(amount_minor) FROM ledger_posting WHERE account = 'refunds' AND order_ref = '"
                        + order + "'"));
        assertEquals("1", openBreaks("REFUND_FAILED", refund));
    }

    @Test
    void whatNobodyKnowsIsForAHumanUntilItIsKnown() throws SQLException {
        Token refund = aRefund(rows.aCapturedPayment(), 500);
        book.record(token, outcomes(book.begin(token, 10), new RefundAnswer.Unknown("timeout")));
        rows.execute("UPDATE refund SET asked = 4 WHERE ref = '" + refund + "'");
        due(refund);
        book.record(token, outcomes(book.begin(token, 10), new RefundAnswer.Unknown("timeout")));
        assertEquals("1", openBreaks("UNRESOLVED", refund));

        due(refund);
        book.record(token, answered(book.begin(token, 10), "re_1"));

        assertEquals("0", openBreaks("UNRESOLVED", refund));
        assertEquals("REFUNDED", state(refund));
    }

    @Test
    void theAgeOfTheKeyCountsFromTheFirstCallUnderIt() throws SQLException {
        Token refund = aRefund(rows.aCapturedPayment(), 500);
        rows.execute("UPDATE refund SET created_at = UTC_TIMESTAMP(6) - INTERVAL 3 DAY WHERE ref = '" + refund + "'");
        book.record(token, outcomes(book.begin(token, 10), new RefundAnswer.Unknown("timeout")));
        rows.execute(
                "UPDATE payment_attempt a JOIN refund r ON r.id = a.refund_id SET a.written_at = a.written_at - INTERVAL 2 HOUR"
                        + " WHERE r.ref = '" + refund + "'");
        due(refund);

        long age = book.begin(token, 10).get(0).refund().keyAgeSeconds();

        assertEquals(7200, age, 60);
    }

    @Test
    void whatADeadTillHadInFlightIsDueForItsSuccessorAtOnce() throws SQLException {
        aRefund(rows.aCapturedPayment(), 500);
        book.begin(token, 10);
        rows.execute("UPDATE lease_beat SET expires_at = UTC_TIMESTAMP(6)");

        FencingToken successor = lease.take(SECOND).orElseThrow();
        payments.takeOver(successor);

        assertEquals(RefundOperation.ASK, book.begin(successor, 10).get(0).operation());
    }

    private static List<RefundOutcome> answered(List<RefundStep> steps, String name) {
        return steps.stream()
                .map(step -> outcome(
                        step, new RefundAnswer.Done(name + "_" + step.refund().ref())))
                .toList();
    }

    private static List<RefundOutcome> outcomes(List<RefundStep> steps, RefundAnswer answer) {
        return steps.stream().map(step -> outcome(step, answer)).toList();
    }

    private static RefundOutcome outcome(RefundStep step, RefundAnswer answer) {
        return new RefundOutcome(step, answer, RefundProcess.after(step.refund(), step.operation(), answer));
    }

    private Token aRefund(Token order, long minor) {
        RefundDecision decision = refunds.request(
                order, OptionalLong.of(minor), "damaged", Token.random().value());
        return assertInstanceOf(Granted.class, decision).refund().ref();
    }

    private void due(Token refund) throws SQLException {
        rows.execute("UPDATE refund SET due_at = UTC_TIMESTAMP(6) WHERE ref = '" + refund + "'");
    }

    private String state(Token refund) throws SQLException {
        return rows.text("SELECT state FROM refund WHERE ref = '" + refund + "'");
    }

    private String transitions(Token refund) throws SQLException {
        return rows.text("SELECT COUNT(*) FROM refund_transition t JOIN refund r ON r.id = t.refund_id WHERE r.ref = '"
                + refund + "'");
    }

    private String openBreaks(String kind, Token refund) throws SQLException {
        return rows.text("SELECT COUNT(*) FROM payment_break WHERE closed_at IS NULL AND kind = '" + kind
                + "' AND subject = '" + refund + "'");
    }
}
