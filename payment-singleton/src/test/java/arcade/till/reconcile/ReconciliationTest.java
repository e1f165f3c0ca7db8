package arcade.till.reconcile;

import static arcade.payment.PaymentState.ABANDONED;
import static arcade.payment.PaymentState.CAPTURED;
import static arcade.payment.PaymentState.REQUIRES_ACTION;
import static arcade.payment.PaymentState.UNKNOWN_CAPTURE;
import static arcade.payment.PaymentState.VOIDED;
import static arcade.till.gateway.GatewayIntent.Standing.GONE;
import static arcade.till.gateway.GatewayIntent.Standing.HELD;
import static arcade.till.gateway.GatewayIntent.Standing.OPEN;
import static arcade.till.gateway.GatewayIntent.Standing.TAKEN;
import static arcade.till.reconcile.BothBooks.NOW;
import static arcade.till.reconcile.BothBooks.REF;
import static arcade.till.reconcile.BothBooks.ours;
import static arcade.till.reconcile.BothBooks.theirs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.payment.PaymentState;
import arcade.till.gateway.GatewayIntent;
import arcade.till.gateway.GatewayIntent.Standing;
import arcade.till.payment.BreakKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationTest {
    private static final String OTHER = "zzzzzzzzzzzzzzzzzzzzzzzzzz";
    private final Reconciliation books = new Reconciliation(OrphanCapture.ATTACH_OR_REFUND);

    @ParameterizedTest
    @CsvSource({
        // our state, and what is found where the gateway's intent is OPEN, HELD, TAKEN, GONE, unknown to it
        "REQUESTED,             '', '', '', '', ''",
        "AUTHORIZING,           '', '', '', '', ''",
        "AUTHORIZED,            '', '', '', '', ''",
        "CAPTURING,             '', '', '', '', ''",
        "VOIDING,               '', '', '', '', ''",
        "REQUIRES_ACTION,       '', STATE_DIFFERS ASK, ORPHAN_CAPTURE ASK, STATE_DIFFERS ASK, STATE_DIFFERS NONE",
        "UNKNOWN_AUTHORIZATION, '', STATE_DIFFERS ASK, ORPHAN_CAPTURE ASK, STATE_DIFFERS ASK, STATE_DIFFERS NONE",
        "UNKNOWN_CAPTURE,       '', STATE_DIFFERS ASK, ORPHAN_CAPTURE ASK, STATE_DIFFERS ASK, STATE_DIFFERS NONE",
        "UNKNOWN_VOID,          '', STATE_DIFFERS ASK, ORPHAN_CAPTURE ASK, STATE_DIFFERS ASK, STATE_DIFFERS NONE",
        "DECLINED,              '', STATE_DIFFERS NONE, ORPHAN_CAPTURE NONE, '', STATE_DIFFERS NONE",
        "CAPTURED,              CAPTURE_MISSING NONE, CAPTURE_MISSING NONE, '', CAPTURE_MISSING NONE, CAPTURE_MISSING NONE",
        "CAPTURE_FAILED,        '', ORPHAN_AUTHORIZATION VOID, ORPHAN_CAPTURE REFUND, '', ''",
        "VOIDED,                '', ORPHAN_AUTHORIZATION VOID, ORPHAN_CAPTURE REFUND, '', ''",
        "ABANDONED,             '', ORPHAN_AUTHORIZATION VOID, ORPHAN_CAPTURE REFUND, '', ''",
        "EXPIRED,               '', ORPHAN_AUTHORIZATION VOID, ORPHAN_CAPTURE REFUND, '', ''",
    })
    void eachStateAgainstEachAnswer(
            PaymentState state, String open, String held, String taken, String gone, String missing) {
        assertEquals(open, found(ours(state), theirs(OPEN)), "open");
        assertEquals(held, found(ours(state), theirs(HELD)), "held");
        assertEquals(taken, found(ours(state), theirs(TAKEN)), "taken");
        assertEquals(gone, found(ours(state), theirs(GONE)), "gone");
        assertEquals(missing, text(compare(Optional.of(ours(state)), Optional.empty())), "missing");
    }

    @Test
    void theTableNamesEveryState() {
        assertEquals(15, PaymentState.values().length);
        assertEquals(4, Standing.values().length);
    }

    @ParameterizedTest
    @CsvSource({"OPEN, ''", "HELD, ORPHAN_AUTHORIZATION VOID", "TAKEN, ORPHAN_CAPTURE REFUND", "GONE, ''"})
    void anIntentOfAPaymentThatWeDoNotHave(Standing standing, String expected) {
        assertEquals(expected, text(compare(Optional.empty(), Optional.of(theirs(standing)))));
    }

    @ParameterizedTest
    @EnumSource(Standing.class)
    void anIntentOfAnotherSystemIsNeverTouched(Standing standing) {
        GatewayIntent foreign = BothBooks.of(null, theirs(standing));

        assertEquals("", text(compare(Optional.empty(), Optional.of(foreign))));
        assertEquals("FOREIGN_ANSWER NONE", found(ours(VOIDED), foreign));
        assertEquals("", found(ours(VOIDED, "pi_2", 0, 0, false), foreign));
    }

    @Test
    void anIntentOfAnotherPaymentIsNotComparedWithThisOne() {
        assertEquals("FOREIGN_ANSWER NONE", found(ours(CAPTURED), BothBooks.of(OTHER, theirs(TAKEN))));
    }

    @ParameterizedTest
    @EnumSource(Standing.class)
    void whatIsYoungIsNoOrphan(Standing standing) {
        GatewayIntent young = BothBooks.secondsOld(Reconciliation.SETTLED_SECONDS - 1, theirs(standing));
        GatewayIntent tomorrow = BothBooks.secondsOld(-90_000, theirs(standing));

        for (GatewayIntent early : List.of(young, tomorrow)) {
            assertEquals("", text(compare(Optional.empty(), Optional.of(early))));
            assertEquals("", found(ours(VOIDED), early));
            assertTrue(Reconciliation.mustWait(Optional.empty(), Optional.of(early), NOW));
        }
        assertFalse(Reconciliation.mustWait(Optional.empty(), Optional.of(theirs(standing)), NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, SECOND_INTENT NONE",
        "HELD, SECOND_INTENT NONE + ORPHAN_AUTHORIZATION VOID",
        "TAKEN, SECOND_INTENT NONE + ORPHAN_CAPTURE REFUND",
        "GONE, ''"
    })
    void aSecondIntentOfAPaymentIsEnded(Standing standing, String expected) {
        for (PaymentState state : List.of(CAPTURED, VOIDED, REQUIRES_ACTION, UNKNOWN_CAPTURE)) {
            assertEquals(expected, found(ours(state), theirs("pi_2", standing, 1_800, 0)), state.name());
        }
    }

    @Test
    void whatWasGivenBackIsNoOrphanAnyMore() {
        assertEquals("", found(ours(VOIDED), theirs("pi_1", TAKEN, 1_800, 1_800)));
        assertEquals("", found(ours(CAPTURED), theirs("pi_2", TAKEN, 1_800, 1_800)));
        assertEquals("ORPHAN_CAPTURE REFUND", found(ours(VOIDED), theirs("pi_1", TAKEN, 1_800, 1_799)));
    }

    @Test
    void moneyOfAnotherAmountIsNeverAttached() {
        GatewayIntent more = theirs("pi_1", TAKEN, 1_801, 0);

        assertEquals("AMOUNT_DIFFERS NONE", found(ours(UNKNOWN_CAPTURE), more));
        assertEquals("AMOUNT_DIFFERS NONE", found(ours(UNKNOWN_CAPTURE), BothBooks.inDollars(theirs(TAKEN))));
        assertEquals("AMOUNT_DIFFERS NONE", found(ours(CAPTURED), more));
        assertEquals("AMOUNT_DIFFERS NONE", found(ours(CAPTURED), BothBooks.inDollars(theirs(TAKEN))));
    }

    @Test
    void anIntentWhoseNameWeNeverHeardIsAskedAbout() {
        assertEquals(
                "ORPHAN_CAPTURE ASK",
                found(ours(PaymentState.UNKNOWN_AUTHORIZATION, null, 0, 0, false), theirs("pi_9", TAKEN, 1_800, 0)));
        assertEquals("", text(compare(Optional.of(ours(REQUIRES_ACTION, null, 0, 0, false)), Optional.empty())));
    }

    @Test
    void refundsAreCompared() {
        GatewayIntent half = theirs("pi_1", TAKEN, 1_800, 900);

        assertEquals("", found(ours(CAPTURED, "pi_1", 1_800, 900, false), half));
        assertEquals("REFUND_DIFFERS NONE", found(ours(CAPTURED), half));
        assertEquals("REFUND_DIFFERS NONE", found(ours(CAPTURED, "pi_1", 1_800, 900, false), theirs(TAKEN)));
        assertEquals("", found(ours(CAPTURED, "pi_1", 1_800, 0, true), half));
    }

    @Test
    void aDisputeIsShown() {
        assertEquals("DISPUTED NONE", found(ours(CAPTURED), BothBooks.disputed(theirs(TAKEN))));
    }

    @Test
    void thePolicyMayLeaveOrphanCapturesToAHuman() {
        Reconciliation report = new Reconciliation(OrphanCapture.REPORT);
        Optional<GatewayIntent> taken = Optional.of(theirs(TAKEN));

        assertEquals("ORPHAN_CAPTURE NONE", text(report.compare(Optional.empty(), taken, NOW)));
        assertEquals("ORPHAN_CAPTURE NONE", text(report.compare(Optional.of(ours(ABANDONED)), taken, NOW)));
        assertEquals("ORPHAN_CAPTURE NONE", text(report.compare(Optional.of(ours(UNKNOWN_CAPTURE)), taken, NOW)));
        assertEquals(OrphanCapture.REPORT, OrphanCapture.named("report"));
        assertEquals(OrphanCapture.ATTACH_OR_REFUND, OrphanCapture.named("attach-or-refund"));
    }

    @Test
    void aLookClosesOnlyWhatItCanTellAbout() {
        Optional<OurPayment> ours = Optional.of(ours(CAPTURED));

        assertEquals(Set.of(REF, "pi_1"), Reconciliation.subjects(ours, Optional.of(theirs(TAKEN))));
        assertEquals(Set.of("pi_2"), Reconciliation.subjects(ours, Optional.of(theirs("pi_2", HELD, 1_800, 0))));
        assertEquals(Set.of("pi_1"), Reconciliation.subjects(Optional.empty(), Optional.of(theirs(HELD))));
        assertEquals(Set.of(REF), Reconciliation.subjects(ours, Optional.empty()));
    }

    private String found(OurPayment ours, GatewayIntent theirs) {
        return text(compare(Optional.of(ours), Optional.of(theirs)));
    }

    /** Both sides agree again after these, and yet somebody has to act. */
    @Test
    void noLookClosesWhatOnlyAHumanCanSeeTo() {
        assertEquals(
                Set.of(),
                EnumSet.of(BreakKind.FOREIGN_ANSWER, BreakKind.REFUND_FAILED, BreakKind.TAKEN_AFTER_GIVING_UP).stream()
                        .filter(Reconciliation.KINDS::contains)
                        .collect(Collectors.toSet()));
    }

    private List<Finding> compare(Optional<OurPayment> ours, Optional<GatewayIntent> theirs) {
        return books.compare(ours, theirs, NOW);
    }

    private static String text(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.found().kind() + " " + finding.cure())
                .collect(Collectors.joining(" + "));
    }
}
