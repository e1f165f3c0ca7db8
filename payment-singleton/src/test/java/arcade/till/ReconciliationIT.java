package arcade.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.FencedOut;
import arcade.cluster.FencingToken;
import arcade.shared.Token;
import arcade.testing.TestRelease;
import com.stripe.Stripe;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rounds over both books, with the real database and a gateway in memory. The node has not the role: no other round runs. */
@ExtendWith(ArquillianExtension.class)
class ReconciliationIT {
    private static final int HOUR = 3_600;

    @Deployment
    static WebArchive release() {
        return TestRelease.ofTheShop()
                .with(Till.class)
                .with(Stripe.class)
                .with(com.google.gson.Gson.class)
                .and(FakeGateway.class, TillRows.class)
                .war();
    }

    @Resource(lookup = "jdbc/arcade-till")
    private DataSource database;

    @Inject
    private LeaseDesk lease;

    @Inject
    private ReconcileBook book;

    private final FakeGateway gateway = new FakeGateway();
    private TillRows rows;
    private FencingToken token;
    private Optional<Tenure> tenure;

    @BeforeEach
    void thisIsTheTillAndTheBooksAreEmpty() {
        rows = new TillRows(database);
        rows.execute("UPDATE lease_beat SET expires_at = '2000-01-01'");
        rows.execute("UPDATE payment SET due_at = NULL, changed_at = '2000-01-01'");
        rows.execute("UPDATE payment_break SET closed_at = UTC_TIMESTAMP(6) WHERE closed_at IS NULL");
        token = lease.take("node1:first").orElseThrow();
        tenure = Optional.of(new Tenure(token, System.nanoTime()));
    }

    @Test
    void anOrphanAuthorizationIsVoidedOnceAndThenTheBreakIsClosed() {
        String unknown = theirs("pi_held", "requires_capture", Token.random().value(), HOUR);

        round();

        assertEquals(List.of("POST /v1/payment_intents/pi_held/cancel void-orphan:pi_held"), gateway.moves());
        assertEquals("ORPHAN_AUTHORIZATION VOIDED open", rows.breaks("pi_held"));
        assertEquals(unknown, rows.text("SELECT payment_ref FROM payment_break WHERE subject = 'pi_held'"));

        round();

        assertEquals(1, gateway.moves().size());
        assertEquals("ORPHAN_AUTHORIZATION VOIDED closed", rows.breaks("pi_held"));
    }

    @Test
    void moneyOfAnOrderThatIsOverIsGivenBackOnce() {
        String voided = rows.payment("VOIDED", "pi_taken", HOUR);
        theirs("pi_taken", "succeeded", voided, HOUR);

        round();
        round();

        assertEquals(List.of("POST /v1/refunds refund-orphan:pi_taken"), gateway.moves());
        assertEquals("ORPHAN_CAPTURE REFUNDED closed", rows.breaks("pi_taken"));
        assertEquals("VOIDED", state(voided));
    }

    @Test
    void moneyThatAnOpenPaymentWaitsForIsAskedAboutAndNotBelieved() {
        String unknown = rows.payment("UNKNOWN_CAPTURE", "pi_found", HOUR);
        theirs("pi_found", "succeeded", unknown, HOUR);

        round();

        assertEquals(List.of(), gateway.moves());
        assertEquals("ORPHAN_CAPTURE ASKED open", rows.breaks("pi_found"));
        assertEquals("UNKNOWN_CAPTURE", state(unknown));
        assertEquals("1", rows.text("SELECT due_at <= UTC_TIMESTAMP(6) FROM payment WHERE ref = '" + unknown + "'"));
    }

    @Test
    void aSecondIntentLosesItsHoldAndTheFirstKeepsItsMoney() {
        String captured = rows.payment("CAPTURED", "pi_first", HOUR);
        theirs("pi_first", "succeeded", captured, HOUR);
        theirs("pi_second", "requires_capture", captured, HOUR);

        round();

        assertEquals(List.of("POST /v1/payment_intents/pi_second/cancel void-orphan:pi_second"), gateway.moves());
        assertEquals("ORPHAN_AUTHORIZATION VOIDED open + SECOND_INTENT open", rows.breaks("pi_second"));
        assertEquals("", rows.breaks("pi_first"));
    }

    @Test
    void whatWasJustMadeIsLeftAlone() {
        String young = theirs("pi_young", "requires_capture", Token.random().value(), 60);

        round();

        assertFalse(reconciler().look(new Subject(young, "pi_young")));
        assertEquals(List.of(), gateway.moves());
        assertEquals("", rows.breaks("pi_young"));
    }

    @Test
    void whatIsUnderWayIsLeftAlone() {
        String capturing = rows.payment("CAPTURING", "pi_moving", HOUR);
        theirs("pi_moving", "succeeded", capturing, HOUR);
        theirs("pi_other", "requires_capture", capturing, HOUR);

        round();

        assertEquals(List.of(), gateway.moves());
        assertEquals("", rows.breaks("pi_moving") + rows.breaks("pi_other"));
    }

    @Test
    void intentsOfAnotherSystemAreNeverTouched() {
        long made = seconds() - HOUR;
        String voided = rows.payment("VOIDED", null, HOUR);
        gateway.has("pi_bare", "requires_capture", Map.of(), made);
        gateway.has("pi_taken2", "succeeded", Map.of("payment", "4711", "order", "12", "store", "x"), made);
        gateway.has("pi_half", "requires_capture", Map.of("payment", voided, "store", "arcade"), made);
        gateway.has(
                "pi_named",
                "succeeded",
                Map.of("payment", voided, "order", Token.random().value()),
                made);

        round();

        assertEquals(List.of(), gateway.moves());
        assertEquals("0", rows.text("SELECT COUNT(*) FROM payment_break WHERE closed_at IS NULL"));
    }

    @Test
    void moneyThatTheGatewayDoesNotHaveIsShownUntilItHas() {
        String captured = rows.payment("CAPTURED", "pi_missing", HOUR);

        round();
        assertEquals("CAPTURE_MISSING open", rows.breaks(captured));

        theirs("pi_missing", "succeeded", captured, HOUR);
        round();
        assertEquals("CAPTURE_MISSING closed", rows.breaks(captured));

        gateway.forgets("pi_missing");
        rows.execute("UPDATE reconcile_sweep SET checked_until = UTC_TIMESTAMP(6) - INTERVAL 2 HOUR");
        round();
        assertEquals("CAPTURE_MISSING open", rows.breaks(captured));
    }

    @Test
    void aPaymentThatMovesOnWhileTheGatewayIsAskedIsNotComparedWithThatAnswer() {
        String unknown = rows.payment("VOIDED", "pi_race", HOUR);
        theirs("pi_race", "requires_capture", unknown, HOUR);
        gateway.before(call -> rows.execute("UPDATE payment SET version = version + 1 WHERE ref = '" + unknown + "'"));

        assertFalse(reconciler().look(new Subject(unknown, "pi_race")));

        assertEquals(List.of(), gateway.moves());
        assertEquals("", rows.breaks("pi_race"));
    }

    @Test
    void aTillThatLostTheLeaseCuresNothing() {
        String unknown = theirs("pi_stale", "requires_capture", Token.random().value(), HOUR);
        lease.release(token);
        lease.take("node2:second").orElseThrow();

        assertThrows(FencedOut.class, () -> reconciler().look(new Subject(unknown, "pi_stale")));

        assertEquals(List.of(), gateway.moves());
        assertEquals("", rows.breaks("pi_stale"));
    }

    @Test
    void nothingIsSentOnceTheTenureIsOverThoughTheIntentionIsWritten() {
        String unknown = theirs("pi_late", "requires_capture", Token.random().value(), HOUR);
        Subject subject = new Subject(unknown, "pi_late");
        Reconciler reconciler = reconciler();
        gateway.before(call -> tenure = Optional.of(new Tenure(token, System.nanoTime() - Tenure.ACT_NANOS)));

        assertThrows(OffDuty.class, () -> reconciler.look(subject));
        assertEquals(List.of(), gateway.moves());
        assertEquals("ORPHAN_AUTHORIZATION VOIDING open", rows.breaks("pi_late"));

        gateway.before(call -> {});
        tenure = Optional.of(new Tenure(token, System.nanoTime()));
        round();
        assertEquals("ORPHAN_AUTHORIZATION VOIDED open", rows.breaks("pi_late"));
    }

    @Test
    void aCureWithoutAnswerIsTriedAgainUnderItsKey() {
        theirs("pi_deaf", "succeeded", Token.random().value(), HOUR);
        gateway.deaf(true);

        round();
        assertEquals("ORPHAN_CAPTURE REFUNDING: no answer, ApiConnectionException open", rows.breaks("pi_deaf"));

        gateway.deaf(false);
        round();
        assertEquals("ORPHAN_CAPTURE REFUNDED open", rows.breaks("pi_deaf"));
        assertTrue(gateway.moves().stream().allMatch("POST /v1/refunds refund-orphan:pi_deaf"::equals));
    }

    @Test
    void everyPageIsReadAndWhatAgreesIsNotAskedForAgain() {
        for (int i = 0; i < 150; i++) {
            theirs("pi_many" + i, "succeeded", rows.payment("CAPTURED", "pi_many" + i, HOUR), HOUR);
        }
        theirs("pi_last", "requires_capture", Token.random().value(), HOUR + 30);

        round();

        long lists =
                gateway.calls.stream().filter("GET /v1/payment_intents"::equals).count();
        assertEquals("ORPHAN_AUTHORIZATION VOIDED open", rows.breaks("pi_last"));
        assertEquals(
                List.of("GET /v1/payment_intents/pi_last"),
                gateway.calls.stream()
                        .filter(call -> call.startsWith("GET /v1/payment_intents/"))
                        .toList());
        assertTrue(lists >= 2, "lists: " + lists);
    }

    private Reconciler reconciler() {
        Shift shift = new Shift(() -> tenure, lost -> {});
        return new Reconciler(book, gateway.books(), OrphanCapture.ATTACH_OR_REFUND, shift);
    }

    /** A round over the last two hours. */
    private void round() {
        rows.execute("UPDATE reconcile_sweep SET checked_until = UTC_TIMESTAMP(6) - INTERVAL 2 HOUR");
        rows.execute("UPDATE reconcile_sweep SET checked_until = UTC_TIMESTAMP(6) - INTERVAL 26 HOUR"
                + " WHERE name = 'settled'");
        tenure = Optional.of(new Tenure(token, System.nanoTime()));
        assertTrue(new ReconcileRound(book, gateway.books(), reconciler()).run(false), "the round came to no end");
    }

    /** An intent whose metadata names a payment as ours; answers that payment. */
    private String theirs(String id, String status, String payment, int age) {
        Map<String, String> ours =
                Map.of("payment", payment, "order", Token.random().value(), "store", "arcade");
        gateway.has(id, status, ours, seconds() - age);
        return payment;
    }

    private String state(String payment) {
        return rows.text("SELECT state FROM payment WHERE ref = '" + payment + "'");
    }

    private static long seconds() {
        return System.currentTimeMillis() / 1_000;
    }
}
