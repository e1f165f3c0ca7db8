package arcade.till.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.FencedOut;
import arcade.shared.Token;
import arcade.till.book.Subject;
import arcade.till.gateway.GatewayAway;
import arcade.till.lease.LeaseDesk;
import arcade.till.lease.OffDuty;
import arcade.till.testing.TillRelease;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rounds over both books while leases are lost, rows move and the gateway is silent; else as {@link ReconciliationIT}. */
@ExtendWith(ArquillianExtension.class)
class ReconcilingOnABadDayIT {
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
    void aPaymentThatMovesOnWhileTheGatewayIsAskedIsNotComparedWithThatAnswer() {
        String unknown = scene.rows.payment("VOIDED", "pi_race", LATELY);
        scene.theirs("pi_race", "requires_capture", unknown, LATELY);
        scene.gateway.before(
                call -> scene.rows.execute("UPDATE payment SET version = version + 1 WHERE ref = '" + unknown + "'"));

        assertFalse(scene.reconciler().look(new Subject(unknown, "pi_race")));

        assertEquals(List.of(), scene.gateway.moves());
        assertEquals("", scene.rows.breaks("pi_race"));
    }

    @Test
    void aTillThatLostTheLeaseCuresNothing() {
        String unknown =
                scene.theirs("pi_stale", "requires_capture", Token.random().value(), LATELY);
        lease.release(scene.token());
        lease.take("node2:second").orElseThrow();

        assertThrows(FencedOut.class, () -> scene.reconciler().look(new Subject(unknown, "pi_stale")));

        assertEquals(List.of(), scene.gateway.moves());
        assertEquals("", scene.rows.breaks("pi_stale"));
    }

    @Test
    void nothingIsSentOnceTheTenureIsOverThoughTheIntentionIsWritten() {
        String unknown =
                scene.theirs("pi_late", "requires_capture", Token.random().value(), LATELY);
        Subject subject = new Subject(unknown, "pi_late");
        Reconciler reconciler = scene.reconciler();
        scene.gateway.before(call -> scene.tooOldToAct());

        assertThrows(OffDuty.class, () -> reconciler.look(subject));
        assertEquals(List.of(), scene.gateway.moves());
        assertEquals("ORPHAN_AUTHORIZATION VOIDING open", scene.rows.breaks("pi_late"));

        scene.gateway.before(call -> {});
        scene.mayAct();
        scene.round();
        assertEquals("ORPHAN_AUTHORIZATION VOIDED open", scene.rows.breaks("pi_late"));
    }

    @Test
    void aCureWithoutAnswerIsTriedAgainUnderItsKey() {
        scene.theirs("pi_deaf", "succeeded", Token.random().value(), LATELY);
        scene.gateway.deaf(true);

        scene.round();
        assertEquals("ORPHAN_CAPTURE REFUNDING: no answer, ApiConnectionException open", scene.rows.breaks("pi_deaf"));

        scene.gateway.deaf(false);
        scene.round();
        assertEquals("ORPHAN_CAPTURE REFUNDED open", scene.rows.breaks("pi_deaf"));
        assertTrue(scene.gateway.moves().stream().allMatch("POST /v1/refunds refund-orphan:pi_deaf"::equals));
    }

    @Test
    void onePaymentThatTheGatewayCannotShowHoldsUpNoOther() {
        scene.theirs("pi_ill", "requires_capture", Token.random().value(), LATELY);
        scene.theirs("pi_well", "requires_capture", Token.random().value(), LATELY);
        ReconcileRound rounds = scene.rounds();
        scene.gateway.before(call -> {
            if (call.equals("GET /v1/payment_intents/pi_ill")) {
                throw new IllegalStateException("half an answer");
            }
        });

        scene.round(rounds);
        assertEquals("", scene.rows.breaks("pi_ill"));
        assertEquals("ORPHAN_AUTHORIZATION VOIDED open", scene.rows.breaks("pi_well"));

        scene.gateway.before(call -> {});
        scene.rows.execute("UPDATE reconcile_sweep SET checked_until = UTC_TIMESTAMP(6)");
        assertTrue(rounds.run(false));
        assertEquals("ORPHAN_AUTHORIZATION VOIDED open", scene.rows.breaks("pi_ill"));
    }

    @Test
    void manyThatTheGatewayCannotShowHoldUpNoOtherEither() {
        for (int i = 0; i < 12; i++) {
            scene.theirs("pi_sick" + i, "requires_capture", Token.random().value(), LATELY);
        }
        // The gateway lists the newest first.
        scene.theirs("pi_hale", "requires_capture", Token.random().value(), LATELY + 30);
        scene.gateway.before(call -> {
            if (call.startsWith("GET /v1/payment_intents/pi_sick")) {
                throw new IllegalStateException("half an answer");
            }
        });

        scene.round();

        assertEquals("ORPHAN_AUTHORIZATION VOIDED open", scene.rows.breaks("pi_hale"));
    }

    @Test
    void aRoundEndsWhereTheGatewayIsAway() {
        for (int i = 0; i < 12; i++) {
            scene.theirs("pi_away" + i, "requires_capture", Token.random().value(), LATELY);
        }
        scene.gateway.before(call -> {
            if (scene.gateway.calls.size() > 2) {
                throw new IllegalStateException("no answer");
            }
        });

        assertThrows(GatewayAway.class, scene::round);

        assertTrue(scene.gateway.calls.size() < 15, scene.gateway.calls.size() + " calls");
        assertEquals(
                "1",
                scene.rows.text("SELECT checked_until < UTC_TIMESTAMP(6) - INTERVAL 1 HOUR FROM reconcile_sweep"
                        + " WHERE name = 'fresh'"));
    }

    @Test
    void aSecondIntentThatHadToWaitIsNotForgotten() {
        String captured = scene.rows.payment("CAPTURED", "pi_own", LATELY);
        scene.theirs("pi_own", "succeeded", captured, LATELY);
        scene.theirs("pi_spare", "requires_capture", captured, LATELY);
        ReconcileRound rounds = scene.rounds();
        scene.gateway.before(call -> {
            if (call.equals("GET /v1/payment_intents/pi_spare")) {
                scene.rows.execute("UPDATE payment SET version = version + 1 WHERE ref = '" + captured + "'");
            }
        });

        scene.round(rounds);
        assertEquals(List.of(), scene.gateway.moves());

        scene.gateway.before(call -> {});
        scene.rows.execute("UPDATE reconcile_sweep SET checked_until = UTC_TIMESTAMP(6)");
        assertTrue(rounds.run(false));
        assertEquals(List.of("POST /v1/payment_intents/pi_spare/cancel void-orphan:pi_spare"), scene.gateway.moves());
    }

    @Test
    void anotherPaymentsIntentIsNeitherCuredNorClosesABreakAndIsForAHuman() {
        String paid = scene.theirs("pi_paid", "succeeded", scene.rows.payment("CAPTURED", "pi_paid", LATELY), LATELY);
        String orphan = scene.theirs("pi_nobodys", "succeeded", Token.random().value(), LATELY);
        scene.gateway.shows("pi_paid", "pi_nobodys");

        assertFalse(scene.reconciler().look(new Subject(orphan, "pi_nobodys")));

        assertEquals(List.of(), scene.gateway.moves(), "the money of a paid order was given back");
        assertEquals("", scene.rows.breaks("pi_paid"));
        assertEquals("FOREIGN_ANSWER open", scene.rows.breaks(orphan));

        scene.gateway.showsWhatIsAskedFor();
        assertTrue(scene.reconciler().look(new Subject(orphan, "pi_nobodys")));
        assertEquals(List.of("POST /v1/refunds refund-orphan:pi_nobodys"), scene.gateway.moves());
        assertEquals("CAPTURED", scene.state(paid));
    }

    @Test
    void anotherIntentsAnswerLeavesTheBreakOpen() {
        String lost = scene.rows.payment("CAPTURED", "pi_lost", LATELY);
        scene.theirs("pi_other", "succeeded", scene.rows.payment("CAPTURED", "pi_other", LATELY), LATELY);
        scene.theirs("pi_lost", "canceled", lost, LATELY);
        scene.reconciler().look(new Subject(lost, null));
        assertEquals("CAPTURE_MISSING open", scene.rows.breaks(lost));
        scene.gateway.shows("pi_other", "pi_lost");

        assertFalse(scene.reconciler().look(new Subject(lost, null)));

        assertEquals("CAPTURE_MISSING open + FOREIGN_ANSWER open", scene.rows.breaks(lost));
        assertEquals(List.of(), scene.gateway.moves());
    }
}
