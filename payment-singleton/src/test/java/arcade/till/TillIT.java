package arcade.till;

import static arcade.payment.PaymentState.AUTHORIZING;
import static arcade.payment.PaymentState.CAPTURING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.FencedOut;
import arcade.cluster.FencingToken;
import arcade.till.lease.Candidacy;
import arcade.till.lease.LeaseDesk;
import arcade.till.lease.Till;
import arcade.till.payment.Answer;
import arcade.till.payment.Operation;
import arcade.till.payment.Outcome;
import arcade.till.payment.Step;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The till's transactions on the real server and database. */
class TillIT extends TillScene {
    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Candidacy candidacy;

    @EJB
    private Till till;

    @Test
    void theLeaseIsTakenOnlyOnceItsTimeHasRunOut() throws SQLException {
        FencingToken first = lease.take(FIRST).orElseThrow();

        assertEquals(Optional.empty(), lease.take(SECOND));

        execute("UPDATE lease_beat SET expires_at = UTC_TIMESTAMP(6)");
        FencingToken second = lease.take(SECOND).orElseThrow();

        assertEquals(first.epoch() + 1, second.epoch());
        assertFalse(lease.beat(first));
        assertTrue(lease.beat(second));
    }

    @Test
    void aPoliteStopHandsTheLeaseOverAtOnce() {
        FencingToken first = lease.take(FIRST).orElseThrow();

        lease.release(first);

        assertTrue(lease.take(SECOND).isPresent());
        assertEquals(Optional.of("node2"), lease.look().holder());
    }

    @Test
    void aTillThatLostTheLeaseWritesNothing() throws SQLException {
        FencingToken old = lease.take(FIRST).orElseThrow();
        long payment = aRequestedPayment();
        List<Step> begun = book.begin(old, 10);
        lease.release(old);
        lease.take(SECOND).orElseThrow();

        assertThrows(FencedOut.class, () -> book.begin(old, 10));
        assertThrows(FencedOut.class, () -> book.record(old, authorized(begun)));

        assertEquals("AUTHORIZING", text("SELECT state FROM payment WHERE id = " + payment));
        assertEquals("1", text("SELECT COUNT(*) FROM payment_transition WHERE payment_id = " + payment));
    }

    @Test
    void theIntentionIsWrittenWithItsAttemptBeforeAnythingIsSent() throws SQLException {
        FencingToken token = lease.take(FIRST).orElseThrow();
        long payment = aRequestedPayment();

        Step step = book.begin(token, 10).get(0);

        assertEquals(AUTHORIZING, step.payment().state());
        assertEquals(
                "confirm:" + step.payment().ref() + ":1",
                text("SELECT idempotency_key FROM payment_attempt WHERE finished_at IS NULL AND payment_id = "
                        + payment));
        assertEquals(List.of(), book.begin(token, 10));
    }

    @Test
    void recordingAgainAfterALostCommitAnswerChangesNothingAndGoesOn() throws SQLException {
        FencingToken token = lease.take(FIRST).orElseThrow();
        long payment = aRequestedPayment();
        List<Outcome> outcomes = authorized(book.begin(token, 10));

        Step once = book.record(token, outcomes).get(0);
        Step again = book.record(token, outcomes).get(0);

        assertEquals(once, again);
        assertEquals(CAPTURING, again.payment().state());
        assertEquals("3", text("SELECT COUNT(*) FROM payment_transition WHERE payment_id = " + payment));
    }

    @Test
    void aHintThatComesWhileTheGatewayIsAskedIsNotForgotten() throws SQLException {
        FencingToken token = lease.take(FIRST).orElseThrow();
        long payment = aRequestedPayment();
        Answer waits = new Answer.WaitsForShopper(null, "cs_" + payment, "http://gateway/pay");
        book.record(token, answered(book.begin(token, 10), waits));
        execute("UPDATE payment SET due_at = UTC_TIMESTAMP(6) WHERE id = " + payment);
        List<Step> question = book.begin(token, 10);
        execute("UPDATE payment SET due_at = UTC_TIMESTAMP(6) WHERE id = " + payment);

        book.record(token, answered(question, waits));

        assertEquals(Operation.ASK, book.begin(token, 10).get(0).operation());
    }

    @Test
    void theFirstAnswerCountsWhenTheGatewayIsAskedTwice() throws SQLException {
        FencingToken token = lease.take(FIRST).orElseThrow();
        long payment = aRequestedPayment();
        Answer waits = new Answer.WaitsForShopper(null, "cs_" + payment, "http://gateway/pay");
        book.record(token, answered(book.begin(token, 10), waits));
        execute("UPDATE payment SET due_at = UTC_TIMESTAMP(6) WHERE id = " + payment);
        List<Step> slow = book.begin(token, 10);
        execute("UPDATE payment SET due_at = UTC_TIMESTAMP(6) WHERE id = " + payment);
        List<Step> impatient = book.begin(token, 10);

        assertEquals(
                Operation.CAPTURE, book.record(token, authorized(slow)).get(0).operation());
        assertEquals(List.of(), book.record(token, authorized(impatient)));
    }

    @Test
    void aPaymentThatCannotBeBegunHoldsUpNoOther() throws SQLException {
        FencingToken token = lease.take(FIRST).orElseThrow();
        long broken = aRequestedPayment();
        execute("UPDATE payment SET state = 'DECLINED', method_token = NULL WHERE id = " + broken);
        execute("UPDATE shop_order o JOIN payment p ON p.order_ref = o.ref SET o.state = 'CANCELLED' WHERE p.id = "
                + broken);
        long sound = aRequestedPayment();

        assertThrows(RuntimeException.class, () -> book.begin(token, 10));
        assertThrows(RuntimeException.class, () -> book.beginOne(token, broken));
        book.putOff(token, broken);

        assertEquals(List.of(sound), book.due(10));
        assertEquals(1, book.begin(token, 10).size());
    }

    @Test
    void whatADeadTillHadInFlightIsDueForItsSuccessorAtOnce() throws SQLException {
        FencingToken dead = lease.take(FIRST).orElseThrow();
        aRequestedPayment();
        book.begin(dead, 10);
        execute("UPDATE lease_beat SET expires_at = UTC_TIMESTAMP(6)");

        FencingToken successor = lease.take(SECOND).orElseThrow();
        book.takeOver(successor);

        assertEquals(Operation.ASK, book.begin(successor, 10).get(0).operation());
    }

    /** The desk has no transaction of its own, and the server lends it none. */
    @Test
    void aTakeoverAtTheDeskThatFailsChangesNothingAndLeavesTheDeskOpen() throws SQLException {
        String epoch = text("SELECT epoch FROM lease WHERE name = 'payments'");
        execute("CREATE TRIGGER no_first_beat BEFORE UPDATE ON lease_beat FOR EACH ROW"
                + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no beat now'");
        try {
            assertThrows(EJBException.class, () -> till.take(lease, FIRST));
        } finally {
            execute("DROP TRIGGER no_first_beat");
        }

        assertEquals(epoch, text("SELECT epoch FROM lease WHERE name = 'payments'"));
        assertTrue(till.take(lease, SECOND).isPresent());
    }

    @Test
    void theDeskAnswersOneAfterTheOther() throws Exception {
        for (int round = 0; round < 3; round++) {
            execute("UPDATE lease_beat SET expires_at = '2000-01-01'");
            String owner = "node" + round + ":boot";
            assertTrue(executor.submit(() -> till.take(lease, owner)).get().isPresent(), owner);
            assertEquals(owner, till.holder().owner());
        }
    }

    @Test
    void aDeskThatHangsDoesNotDelayTheTakeover() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        executor.submit(() -> till.take(new HangingDesk(inside, over), FIRST));
        inside.await();
        try {
            long before = System.nanoTime();

            assertTrue(candidacy.ask(SECOND).isPresent());

            assertTrue(System.nanoTime() - before < 3_000_000_000L, "the takeover waited for the desk");
        } finally {
            over.countDown();
        }
    }

    /** A node that hangs inside the cluster's desk. */
    private static final class HangingDesk extends LeaseDesk {
        private final CountDownLatch inside;
        private final CountDownLatch over;

        private HangingDesk(CountDownLatch inside, CountDownLatch over) {
            this.inside = inside;
            this.over = over;
        }

        @Override
        public Optional<FencingToken> take(String owner) {
            inside.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        }
    }
}
