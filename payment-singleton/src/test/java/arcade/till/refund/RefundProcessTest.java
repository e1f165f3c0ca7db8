package arcade.till.refund;

import static arcade.payment.RefundState.REFUNDED;
import static arcade.payment.RefundState.REFUNDING;
import static arcade.payment.RefundState.REFUND_FAILED;
import static arcade.payment.RefundState.REQUESTED;
import static arcade.payment.RefundState.UNKNOWN_REFUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.payment.RefundState;
import arcade.till.payment.AskSchedule;
import arcade.till.payment.BreakKind;
import arcade.till.testing.ARefund;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of refunds: what a due one needs, and what each answer makes of each state. */
class RefundProcessTest {
    private static final RefundAnswer DONE = new RefundAnswer.Done("re_1");
    private static final RefundAnswer PENDING = new RefundAnswer.Pending("re_1");
    private static final RefundAnswer FAILED = new RefundAnswer.Failed("re_1", "lost_or_stolen_card");
    private static final RefundAnswer NOT_EXECUTED = new RefundAnswer.NotExecuted();
    private static final RefundAnswer FOREIGN = new RefundAnswer.Foreign("another amount");
    private static final RefundAnswer UNKNOWN = new RefundAnswer.Unknown("timeout");

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, REFUNDING, REFUND",
        "REFUNDING, UNKNOWN_REFUND, ASK",
        "UNKNOWN_REFUND, UNKNOWN_REFUND, ASK",
        "REFUNDED, REFUNDED, ASK",
        "REFUND_FAILED, REFUND_FAILED, NOTHING"
    })
    void whatADueRefundNeeds(RefundState state, RefundState becomes, String call) {
        RefundChange change = RefundProcess.begin(ARefund.in(state).row());

        assertEquals(becomes, change.state());
        assertEquals(call, change.next().map(RefundOperation::name).orElse("NOTHING"));
    }

    @Test
    void whatTheGatewayIsKnownToHaveIsAskedAboutAndNotUnknown() {
        RefundChange change =
                RefundProcess.begin(ARefund.in(REFUNDING).named("re_1").row());

        assertEquals(REFUNDING, change.state());
        assertEquals(Optional.of(RefundOperation.ASK), change.next());
    }

    @ParameterizedTest
    @CsvSource({
        "REFUNDING, REFUND, DONE, REFUNDED",
        "REFUNDING, REFUND, PENDING, REFUNDING",
        "REFUNDING, REFUND, FAILED, REFUND_FAILED",
        "REFUNDING, REFUND, NOT_EXECUTED, UNKNOWN_REFUND",
        "REFUNDING, REFUND, FOREIGN, UNKNOWN_REFUND",
        "REFUNDING, REFUND, UNKNOWN, UNKNOWN_REFUND",
        "REFUNDING, ASK, DONE, REFUNDED",
        "REFUNDING, ASK, PENDING, REFUNDING",
        "REFUNDING, ASK, FAILED, REFUND_FAILED",
        "REFUNDING, ASK, NOT_EXECUTED, REFUNDING",
        "REFUNDING, ASK, FOREIGN, REFUNDING",
        "REFUNDING, ASK, UNKNOWN, REFUNDING",
        "UNKNOWN_REFUND, ASK, DONE, REFUNDED",
        "UNKNOWN_REFUND, ASK, PENDING, REFUNDING",
        "UNKNOWN_REFUND, ASK, FAILED, REFUND_FAILED",
        "UNKNOWN_REFUND, ASK, NOT_EXECUTED, REFUNDING",
        "UNKNOWN_REFUND, ASK, FOREIGN, UNKNOWN_REFUND",
        "UNKNOWN_REFUND, ASK, UNKNOWN, UNKNOWN_REFUND",
        "REFUNDED, ASK, DONE, REFUNDED",
        "REFUNDED, ASK, PENDING, REFUNDED",
        "REFUNDED, ASK, FAILED, REFUND_FAILED",
        "REFUNDED, ASK, NOT_EXECUTED, REFUNDED",
        "REFUNDED, ASK, FOREIGN, REFUNDED",
        "REFUNDED, ASK, UNKNOWN, REFUNDED"
    })
    void whatEachAnswerMakesOfEachState(
            RefundState state, RefundOperation operation, String answer, RefundState becomes) {
        RefundChange change = RefundProcess.after(ARefund.in(state).row(), operation, answers(answer));

        assertEquals(becomes, change.state());
    }

    @Test
    void onlyTheAnswerDoneGivesMoneyBackAndItEndsThere() {
        RefundChange change = RefundProcess.after(ARefund.in(REFUNDING).row(), RefundOperation.REFUND, DONE);

        assertEquals("re_1", change.gatewayRefund());
        assertNull(change.dueIn());
        assertEquals(Optional.empty(), change.next());
        assertEquals(Optional.empty(), change.found());
    }

    @Test
    void aFailureIsForAHuman() {
        RefundChange change = RefundProcess.after(ARefund.in(REFUNDING).row(), RefundOperation.REFUND, FAILED);

        assertEquals("lost_or_stolen_card", change.failure());
        assertEquals(BreakKind.REFUND_FAILED, change.found().orElseThrow().kind());
        assertEquals(change.row().ref().value(), change.found().orElseThrow().subject());
    }

    @Test
    void moneyThatComesBackLaterIsForAHumanToo() {
        RefundChange change =
                RefundProcess.after(ARefund.in(REFUNDED).named("re_1").row(), RefundOperation.ASK, FAILED);

        assertEquals(List.of(REFUND_FAILED), change.path());
        assertEquals(BreakKind.REFUND_FAILED, change.found().orElseThrow().kind());
    }

    @Test
    void anotherAnswerThanAskedForIsNotBelievedAndForAHuman() {
        RefundChange change = RefundProcess.after(ARefund.in(REFUNDING).row(), RefundOperation.REFUND, FOREIGN);

        assertEquals(List.of(UNKNOWN_REFUND), change.path());
        assertNull(change.gatewayRefund());
        assertEquals(BreakKind.FOREIGN_ANSWER, change.found().orElseThrow().kind());
    }

    @Test
    void whatWasNotExecutedIsSentAgainUnderItsOwnKey() {
        RefundRow row =
                ARefund.in(UNKNOWN_REFUND).keySentSecondsAgo(23 * 3600 - 1).row();

        RefundStep again = RefundProcess.after(row, RefundOperation.ASK, NOT_EXECUTED)
                .step()
                .orElseThrow();

        assertEquals(RefundOperation.REFUND, again.operation());
        assertEquals("refund:" + row.ref(), again.refund().key());
    }

    @Test
    void anOldKeyIsNeverSentAgain() {
        RefundRow row = ARefund.in(UNKNOWN_REFUND).keySentSecondsAgo(23 * 3600).row();

        RefundChange change = RefundProcess.after(row, RefundOperation.ASK, NOT_EXECUTED);

        assertEquals(Optional.empty(), change.next());
        assertEquals(REFUND_FAILED, change.state());
        assertEquals(BreakKind.REFUND_FAILED, change.found().orElseThrow().kind());
    }

    @Test
    void whatIsUnknownIsAskedAboutByTheScheduleAndThenToldToAHuman() {
        RefundRow row = ARefund.in(REFUNDING).row();
        RefundChange lost = RefundProcess.after(row, RefundOperation.REFUND, UNKNOWN);
        assertEquals(AskSchedule.next(0), lost.dueIn());

        RefundChange first = RefundProcess.after(ARefund.in(UNKNOWN_REFUND).row(), RefundOperation.ASK, UNKNOWN);
        assertEquals(AskSchedule.next(1), first.dueIn());
        assertEquals(Optional.empty(), first.found());

        RefundChange last =
                RefundProcess.after(ARefund.in(UNKNOWN_REFUND).asked(4).row(), RefundOperation.ASK, UNKNOWN);
        assertEquals(BreakKind.UNRESOLVED, last.found().orElseThrow().kind());
        assertEquals(3600, last.dueIn().toSeconds());
    }

    @Test
    void sendingAgainAndAgainDoesNotHideItFromAHuman() {
        RefundRow hourOld = ARefund.in(REFUNDING).keySentSecondsAgo(3600).row();

        RefundChange lost = RefundProcess.after(hourOld, RefundOperation.REFUND, UNKNOWN);

        assertEquals(BreakKind.UNRESOLVED, lost.found().orElseThrow().kind());
        assertEquals(3600, lost.dueIn().toSeconds());
    }

    @Test
    void aCallThatActsIsWrittenDownFirstAndAQuestionIsNot() {
        assertTrue(RefundProcess.begin(ARefund.in(REQUESTED).row())
                        .step()
                        .orElseThrow()
                        .attempt()
                != null);
        assertNull(RefundProcess.begin(ARefund.in(UNKNOWN_REFUND).row())
                .step()
                .orElseThrow()
                .attempt());
    }

    private static RefundAnswer answers(String name) {
        return switch (name) {
            case "DONE" -> DONE;
            case "PENDING" -> PENDING;
            case "FAILED" -> FAILED;
            case "NOT_EXECUTED" -> NOT_EXECUTED;
            case "FOREIGN" -> FOREIGN;
            case "UNKNOWN" -> UNKNOWN;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
