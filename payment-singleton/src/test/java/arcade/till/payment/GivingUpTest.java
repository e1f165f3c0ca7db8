package arcade.till.payment;

import static arcade.payment.PaymentState.ABANDONED;
import static arcade.payment.PaymentState.AUTHORIZED;
import static arcade.payment.PaymentState.AUTHORIZING;
import static arcade.payment.PaymentState.CAPTURED;
import static arcade.payment.PaymentState.CAPTURING;
import static arcade.payment.PaymentState.DECLINED;
import static arcade.payment.PaymentState.REQUESTED;
import static arcade.payment.PaymentState.REQUIRES_ACTION;
import static arcade.payment.PaymentState.UNKNOWN_AUTHORIZATION;
import static arcade.payment.PaymentState.UNKNOWN_CAPTURE;
import static arcade.payment.PaymentState.UNKNOWN_VOID;
import static arcade.payment.PaymentState.VOIDED;
import static arcade.payment.PaymentState.VOIDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.payment.PaymentState;
import arcade.shared.Money;
import arcade.till.testing.APayment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An order that is cancelled or left is closed at the gateway first, and only then its stock is free. */
class GivingUpTest {
    private static final Answer TIMEOUT = new Answer.Unknown("timeout");

    @Test
    void whatCouldStillBePaidIsClosedAtTheGatewayFirst() {
        for (PaymentState state : List.of(REQUIRES_ACTION, AUTHORIZED)) {
            Change change = PaymentProcess.begin(given(state));

            assertEquals(List.of(VOIDING), change.path(), state.name());
            assertEquals(Optional.of(Operation.VOID), change.next());
        }
    }

    @Test
    void whatWasNeverSentNeedsNoClosing() {
        Change change = PaymentProcess.begin(APayment.byToken().givenUp().row());

        assertEquals(REQUESTED, change.row().state());
        assertEquals(List.of(ABANDONED), change.path());
        assertTrue(change.next().isEmpty());
    }

    @Test
    void aDeclinedCardLeavesAnIntentThatMustNotBeChargedLater() {
        PaymentRow declined = APayment.byToken()
                .in(DECLINED)
                .withIntent("pi_1")
                .withoutToken()
                .row();

        assertEquals(List.of(VOIDING), PaymentProcess.begin(declined).path());
    }

    @Test
    void anotherCardThatComesTooLateIsNotTried() {
        Change change = PaymentProcess.begin(
                APayment.byToken().in(DECLINED).withIntent("pi_1").givenUp().row());

        assertEquals(Optional.of(Operation.VOID), change.next());
    }

    @Test
    void whileItIsUnknownItIsOnlyAskedAbout() {
        for (PaymentState state : List.of(UNKNOWN_AUTHORIZATION, UNKNOWN_VOID, UNKNOWN_CAPTURE)) {
            assertEquals(
                    Optional.of(Operation.ASK),
                    PaymentProcess.begin(given(state)).next());
        }
    }

    @Test
    void aHoldThatTheAnswerShowsIsLetGoAndNotCaptured() {
        Change change =
                PaymentProcess.after(given(UNKNOWN_AUTHORIZATION), Operation.ASK, new Answer.Authorized("pi_1"));

        assertEquals(List.of(AUTHORIZED, VOIDING), change.path());
        assertEquals(Optional.of(Operation.VOID), change.next());
    }

    @Test
    void whoGivesUpWhileHisCardIsAskedIsNotCharged() {
        PaymentRow row = APayment.byToken().in(AUTHORIZING).row();
        Answer held = new Answer.Authorized("pi_1");
        Change before = PaymentProcess.after(row, Operation.AUTHORIZE, held);
        Outcome outcome = new Outcome(new Step(row, Operation.AUTHORIZE, "a"), held, before);

        Change change = outcome.change(Set.of(row.id()));

        assertEquals(List.of(AUTHORIZED, VOIDING), change.path());
        assertEquals(before.id(), change.id());
        assertEquals(List.of(AUTHORIZED, CAPTURING), outcome.change(Set.of()).path());
    }

    /** Kept for another card, it could be charged though its order was cancelled. */
    @Test
    void whoGivesUpWhileHisCardIsDeclinedIsKeptForNoOtherCard() {
        Answer no = new Answer.Declined("pi_1", "insufficient_funds");
        for (PaymentRow row : List.of(
                APayment.byToken().in(AUTHORIZING).row(),
                APayment.byToken().in(UNKNOWN_AUTHORIZATION).row())) {
            Operation operation = row.state() == AUTHORIZING ? Operation.AUTHORIZE : Operation.ASK;
            Change before = PaymentProcess.after(row, operation, no);
            Outcome outcome = new Outcome(new Step(row, operation, null), no, before);

            assertEquals(
                    Duration.ofMinutes(30),
                    outcome.change(Set.of()).dueIn(),
                    row.state().name());
            assertEquals(
                    Duration.ZERO,
                    outcome.change(Set.of(row.id())).dueIn(),
                    row.state().name());
        }
    }

    @Test
    void onlyTheGatewaysWordEndsIt() {
        PaymentRow voiding = given(VOIDING);

        assertEquals(
                List.of(VOIDED),
                PaymentProcess.after(voiding, Operation.VOID, new Answer.Closed("abandoned"))
                        .path());
        assertEquals(
                List.of(UNKNOWN_VOID),
                PaymentProcess.after(voiding, Operation.VOID, TIMEOUT).path());
        assertEquals(List.of(UNKNOWN_VOID), PaymentProcess.begin(voiding).path());
    }

    @Test
    void anUnknownClosingIsClosedAgainHoweverOld() {
        PaymentRow old = APayment.byToken()
                .in(UNKNOWN_VOID)
                .withIntent("pi_1")
                .givenUp()
                .hoursOld(50)
                .row();
        for (Answer open : List.of(new Answer.Authorized("pi_1"), new Answer.NotExecuted("pi_1"))) {
            Change change = PaymentProcess.after(old, Operation.ASK, open);

            assertEquals(List.of(VOIDING), change.path());
            assertEquals(Optional.of(Operation.VOID), change.next());
        }
    }

    @Test
    void whatHasNoNameAndIsOldIsNotMadeAgain() {
        PaymentRow nameless =
                APayment.byToken().in(UNKNOWN_VOID).givenUp().hoursOld(23).row();

        Change change = PaymentProcess.after(nameless, Operation.ASK, new Answer.NotExecuted(null));

        assertEquals(List.of(), change.path());
        assertTrue(change.next().isEmpty());
    }

    @Test
    void moneyThatWasTakenBeforeItCouldBeLetGoCountsAndIsShown() {
        Answer taken = new Answer.Captured("pi_1", Money.of(1_800, "EUR"));

        Change change = PaymentProcess.after(given(VOIDING), Operation.VOID, taken);

        assertEquals(List.of(CAPTURED), change.path());
        assertEquals(
                BreakKind.TAKEN_AFTER_GIVING_UP, change.found().orElseThrow().kind());
    }

    @Test
    void anAnswerAboutSomethingElseIsNeverBelieved() {
        Answer foreign = new Answer.Foreign("other");

        Change authorizing =
                PaymentProcess.after(APayment.byToken().in(AUTHORIZING).row(), Operation.AUTHORIZE, foreign);
        Change capturing = PaymentProcess.after(
                APayment.byToken().in(CAPTURING).withIntent("pi_1").row(), Operation.CAPTURE, foreign);

        assertEquals(List.of(UNKNOWN_AUTHORIZATION), authorizing.path());
        assertEquals(List.of(UNKNOWN_CAPTURE), capturing.path());
        assertEquals(BreakKind.FOREIGN_ANSWER, capturing.found().orElseThrow().kind());
    }

    @Test
    void aGatewayThatSaysYesAndDoesNothingIsNotPestered() {
        PaymentRow unknown = APayment.byToken()
                .in(UNKNOWN_CAPTURE)
                .withIntent("pi_1")
                .asked(1)
                .row();

        Change again = PaymentProcess.after(unknown, Operation.ASK, new Answer.Authorized("pi_1"));
        Change silent = PaymentProcess.after(again.step().orElseThrow().payment(), Operation.CAPTURE, TIMEOUT);

        assertEquals(Optional.of(Operation.CAPTURE), again.next());
        assertEquals(Duration.ofSeconds(45), silent.dueIn());
    }

    @Test
    void whatStaysUnknownForAnHourIsShownToAHuman() {
        PaymentRow unknown = APayment.byToken().in(UNKNOWN_CAPTURE).asked(4).row();

        Change change = PaymentProcess.after(unknown, Operation.ASK, TIMEOUT);

        assertEquals(BreakKind.UNRESOLVED, change.found().orElseThrow().kind());
    }

    private static PaymentRow given(PaymentState state) {
        return APayment.byToken().in(state).withIntent("pi_1").givenUp().row();
    }
}
