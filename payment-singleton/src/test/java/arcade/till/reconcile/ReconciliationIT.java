package arcade.till.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.shared.Token;
import arcade.till.book.Subject;
import arcade.till.lease.LeaseDesk;
import arcade.till.testing.TillRelease;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
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
    /** Away from the border between two slices. */
    private static final int LATELY = 3_000;

    @Deployment
    static WebArchive release() {
        return TillRelease.war();
    }

    @Resource(lookup = "jdbc/arcade-till")
    private DataSource database;

    @Inject
    private LeaseDesk lease;

    @Inject
    private ReconcileBook book;

    private ReconcileScene scene;

    @BeforeEach
    void thisIsTheTillAndTheBooksAreEmpty() {
        scene = new ReconcileScene(database, lease, book);
    }

    @Test
    void anOrphanAuthorizationIsVoidedOnceAndThenTheBreakIsClosed() {
        String unknown =
                scene.theirs("pi_held", "requires_capture", Token.random().value(), LATELY);

        scene.round();

        assertEquals(List.of("POST /v1/payment_intents/pi_held/cancel void-orphan:pi_held"), scene.gateway.moves());
        assertEquals("ORPHAN_AUTHORIZATION VOIDED open", scene.rows.breaks("pi_held"));
        assertEquals(unknown, scene.rows.text("SELECT payment_ref FROM payment_break WHERE subject = 'pi_held'"));

        scene.round();

        assertEquals(1, scene.gateway.moves().size());
        assertEquals("ORPHAN_AUTHORIZATION VOIDED closed", scene.rows.breaks("pi_held"));
    }

    @Test
    void moneyOfAnOrderThatIsOverIsGivenBackOnce() {
        String voided = scene.rows.payment("VOIDED", "pi_taken", LATELY);
        scene.theirs("pi_taken", "succeeded", voided, LATELY);

        scene.round();
        scene.round();

        assertEquals(List.of("POST /v1/refunds refund-orphan:pi_taken"), scene.gateway.moves());
        assertEquals("ORPHAN_CAPTURE REFUNDED closed", scene.rows.breaks("pi_taken"));
        assertEquals("VOIDED", scene.state(voided));
    }

    @Test
    void moneyThatAnOpenPaymentWaitsForIsAskedAboutAndNotBelieved() {
        String unknown = scene.rows.payment("UNKNOWN_CAPTURE", "pi_found", LATELY);
        scene.theirs("pi_found", "succeeded", unknown, LATELY);

        scene.round();

        assertEquals(List.of(), scene.gateway.moves());
        assertEquals("ORPHAN_CAPTURE ASKED open", scene.rows.breaks("pi_found"));
        assertEquals("UNKNOWN_CAPTURE", scene.state(unknown));
        assertEquals(
                "1", scene.rows.text("SELECT due_at <= UTC_TIMESTAMP(6) FROM payment WHERE ref = '" + unknown + "'"));
    }

    @Test
    void aSecondIntentLosesItsHoldAndTheFirstKeepsItsMoney() {
        String captured = scene.rows.payment("CAPTURED", "pi_first", LATELY);
        scene.theirs("pi_first", "succeeded", captured, LATELY);
        scene.theirs("pi_second", "requires_capture", captured, LATELY);

        scene.round();

        assertEquals(List.of("POST /v1/payment_intents/pi_second/cancel void-orphan:pi_second"), scene.gateway.moves());
        assertEquals("ORPHAN_AUTHORIZATION VOIDED open + SECOND_INTENT open", scene.rows.breaks("pi_second"));
        assertEquals("", scene.rows.breaks("pi_first"));
    }

    @Test
    void whatWasJustMadeIsLeftAlone() {
        String young =
                scene.theirs("pi_young", "requires_capture", Token.random().value(), 60);

        scene.round();

        assertFalse(scene.reconciler().look(new Subject(young, "pi_young")));
        assertEquals(List.of(), scene.gateway.moves());
        assertEquals("", scene.rows.breaks("pi_young"));
    }

    @Test
    void whatIsUnderWayIsLeftAlone() {
        String capturing = scene.rows.payment("CAPTURING", "pi_moving", LATELY);
        scene.theirs("pi_moving", "succeeded", capturing, LATELY);
        scene.theirs("pi_other", "requires_capture", capturing, LATELY);

        scene.round();

        assertEquals(List.of(), scene.gateway.moves());
        assertEquals("", scene.rows.breaks("pi_moving") + scene.rows.breaks("pi_other"));
    }

    @Test
    void intentsOfAnotherSystemAreNeverTouched() {
        long made = ReconcileScene.secondsAgo(LATELY);
        String voided = scene.rows.payment("VOIDED", null, LATELY);
        scene.gateway.has("pi_bare", "requires_capture", Map.of(), made);
        scene.gateway.has("pi_taken2", "succeeded", Map.of("payment", "4711", "order", "12", "store", "x"), made);
        scene.gateway.has("pi_half", "requires_capture", Map.of("payment", voided, "store", "arcade"), made);
        scene.gateway.has(
                "pi_named",
                "succeeded",
                Map.of("payment", voided, "order", Token.random().value()),
                made);

        scene.round();

        assertEquals(List.of(), scene.gateway.moves());
        assertEquals("0", scene.rows.text("SELECT COUNT(*) FROM payment_break WHERE closed_at IS NULL"));
    }

    @Test
    void moneyThatTheGatewayDoesNotHaveIsShownUntilItHas() {
        String captured = scene.rows.payment("CAPTURED", "pi_missing", LATELY);

        scene.round();
        assertEquals("CAPTURE_MISSING open", scene.rows.breaks(captured));

        scene.theirs("pi_missing", "succeeded", captured, LATELY);
        scene.round();
        assertEquals("CAPTURE_MISSING closed", scene.rows.breaks(captured));

        scene.gateway.forgets("pi_missing");
        scene.rows.execute("UPDATE reconcile_sweep SET checked_until = UTC_TIMESTAMP(6) - INTERVAL 2 HOUR");
        scene.round();
        assertEquals("CAPTURE_MISSING open", scene.rows.breaks(captured));
    }

    @Test
    void everyPageIsReadAndWhatAgreesIsNotAskedForAgain() {
        for (int i = 0; i < 150; i++) {
            scene.theirs("pi_many" + i, "succeeded", scene.rows.payment("CAPTURED", "pi_many" + i, LATELY), LATELY);
        }
        scene.theirs("pi_last", "requires_capture", Token.random().value(), LATELY + 30);

        scene.round();

        long lists = scene.gateway.calls.stream()
                .filter("GET /v1/payment_intents"::equals)
                .count();
        assertEquals("ORPHAN_AUTHORIZATION VOIDED open", scene.rows.breaks("pi_last"));
        assertEquals(
                List.of("GET /v1/payment_intents/pi_last"),
                scene.gateway.calls.stream()
                        .filter(call -> call.startsWith("GET /v1/payment_intents/"))
                        .toList());
        assertTrue(lists >= 2, "lists: " + lists);
    }
}
