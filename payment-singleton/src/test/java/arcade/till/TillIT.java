package arcade.till;

import static arcade.payment.PaymentState.AUTHORIZING;
import static arcade.payment.PaymentState.CAPTURING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.FencedOut;
import arcade.cluster.FencingToken;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.testing.TestRelease;
import com.stripe.Stripe;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The till's transactions on the real server and database. The node has not the role, so that nothing moves by itself. */
@ExtendWith(ArquillianExtension.class)
class TillIT {
    private static final String FIRST = "node1:first";
    private static final String SECOND = "node2:second";

    @Deployment
    static WebArchive release() {
        return TestRelease.ofTheShop()
                .with(Till.class)
                .with(Stripe.class)
                .with(com.google.gson.Gson.class)
                .war();
    }

    @Resource(lookup = "jdbc/arcade-till")
    private DataSource database;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private LeaseDesk lease;

    @Inject
    private PaymentBook book;

    @Inject
    private Candidacy candidacy;

    @EJB
    private Till till;

    @BeforeEach
    void nobodyIsTheTill() throws SQLException {
        execute("UPDATE lease_beat SET expires_at = '2000-01-01'");
        execute("UPDATE payment SET due_at = NULL");
    }

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

    private static List<Outcome> authorized(List<Step> steps) {
        return answered(
                steps, new Answer.Authorized("pi_" + steps.get(0).payment().ref()));
    }

    private static List<Outcome> answered(List<Step> steps, Answer answer) {
        return steps.stream()
                .map(step -> new Outcome(step, answer, PaymentProcess.after(step.payment(), step.operation(), answer)))
                .toList();
    }

    private long aRequestedPayment() throws SQLException {
        String order = Token.random().value();
        Money price = Money.of(1_800, "EUR");
        execute(
                "INSERT INTO shop_order (ref, store_id, store_code, state, checkout_key, cart_token, currency, items_minor,"
                        + " shipping_minor, tax_minor, total_minor, email, name, line1, postal_code, city, country, placed_at)"
                        + " VALUES ('" + order + "', 1, 'arcade', 'PLACED', '" + order + "', '" + order + "', 'EUR', "
                        + price.minor() + ", 0, 0, " + price.minor()
                        + ", 'a@example.org', 'A', '1 Street', '1', 'Town', 'DE', UTC_TIMESTAMP(6))");
        execute("INSERT INTO payment (ref, order_ref, store_id, store_code, amount_minor, currency, state, method,"
                + " method_token, return_origin, due_at, created_at, changed_at) VALUES ('" + Token.random() + "', '"
                + order + "', 1, 'arcade', " + price.minor() + ", 'EUR', 'REQUESTED', 'TOKEN', 'pm_card_visa',"
                + " 'http://arcade.localhost', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))");
        return Long.parseLong(text("SELECT id FROM payment WHERE order_ref = '" + order + "'"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
