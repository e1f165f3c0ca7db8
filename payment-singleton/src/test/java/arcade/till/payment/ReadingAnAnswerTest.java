package arcade.till.payment;

import static arcade.payment.PaymentState.ABANDONED;
import static arcade.payment.PaymentState.AUTHORIZED;
import static arcade.payment.PaymentState.AUTHORIZING;
import static arcade.payment.PaymentState.CAPTURED;
import static arcade.payment.PaymentState.CAPTURING;
import static arcade.payment.PaymentState.DECLINED;
import static arcade.payment.PaymentState.REQUIRES_ACTION;
import static arcade.payment.PaymentState.UNKNOWN_AUTHORIZATION;
import static arcade.payment.PaymentState.UNKNOWN_CAPTURE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.shared.Money;
import arcade.till.testing.APayment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingAnAnswerTest {
    private static final Answer TIMEOUT = new Answer.Unknown("timeout");

    @Test
    void anAuthorizedPaymentIsCapturedAtOnce() {
        Change change = after(authorizing(), Operation.AUTHORIZE, new Answer.Authorized("pi_1"));

        assertEquals(List.of(AUTHORIZED, CAPTURING), change.path());
        assertEquals(Optional.of(Operation.CAPTURE), change.next());
        assertEquals("pi_1", change.step().orElseThrow().payment().intent());
    }

    @Test
    void aTimeoutIsUnknownAndNeverDeclined() {
        assertEquals(
                List.of(UNKNOWN_AUTHORIZATION),
                after(authorizing(), Operation.AUTHORIZE, TIMEOUT).path());
        assertEquals(
                List.of(UNKNOWN_CAPTURE),
                after(capturing(), Operation.CAPTURE, TIMEOUT).path());
    }

    @Test
    void anUnansweredLookAtWhatWaitsForItsShopperDelaysTheNextOneByNothing() {
        PaymentRow waiting =
                APayment.onTheHostedPage().in(REQUIRES_ACTION).asked(20).row();

        assertEquals(
                Duration.ofMinutes(2), after(waiting, Operation.ASK, TIMEOUT).dueIn());
        assertEquals(
                Duration.ofMinutes(2),
                after(waiting, Operation.ASK, new Answer.Foreign("other")).dueIn());
    }

    @Test
    void anotherAmountThanWasAskedForIsUnknown() {
        Answer other = new Answer.Captured("pi_1", Money.of(1_801, "EUR"));

        assertEquals(
                List.of(UNKNOWN_CAPTURE),
                after(capturing(), Operation.CAPTURE, other).path());
    }

    @Test
    void theWholeAmountIsCaptured() {
        Answer captured = new Answer.Captured("pi_1", Money.of(1_800, "EUR"));

        assertEquals(
                List.of(CAPTURED),
                after(capturing(), Operation.CAPTURE, captured).path());
    }

    @Test
    void aCallThatTheGatewayNeverSawIsSentAgainUnderItsOwnKey() {
        PaymentRow unknown =
                APayment.byToken().in(UNKNOWN_AUTHORIZATION).attempt(2).row();

        Change change = after(unknown, Operation.ASK, new Answer.NotExecuted("pi_1"));
        Step again = change.step().orElseThrow();

        assertEquals(List.of(AUTHORIZING), change.path());
        assertEquals("confirm:" + unknown.ref() + ":2", again.operation().key(again.payment()));
    }

    @Test
    void aCaptureThatTheGatewayNeverSawIsSentAgainUnderItsOwnKey() {
        PaymentRow unknown = APayment.byToken().in(UNKNOWN_CAPTURE).row();

        Step again = after(unknown, Operation.ASK, new Answer.Authorized("pi_1"))
                .step()
                .orElseThrow();

        assertEquals("capture:" + unknown.ref(), again.operation().key(again.payment()));
    }

    @Test
    void nothingIsSentAgainOnceTheGatewayForgetsKeys() {
        PaymentRow old =
                APayment.byToken().in(UNKNOWN_AUTHORIZATION).hoursOld(23).row();

        Change change = after(old, Operation.ASK, new Answer.NotExecuted("pi_1"));

        assertEquals(List.of(), change.path());
        assertTrue(change.next().isEmpty());
    }

    @Test
    void anUnknownOutcomeIsAskedAboutOnTheWrittenSchedule() {
        // Five seconds after it became unknown comes the first question; these are the pauses to the next ones, so that
        // they come 15 s, 60 s, 5 min and 1 h after it, and then each hour.
        List<Long> seconds = List.of(10L, 45L, 240L, 3300L, 3600L);
        for (int asked = 0; asked < seconds.size(); asked++) {
            PaymentRow unknown =
                    APayment.byToken().in(UNKNOWN_CAPTURE).asked(asked).row();

            Change change = after(unknown, Operation.ASK, TIMEOUT);

            assertEquals(Duration.ofSeconds(seconds.get(asked)), change.dueIn());
            assertEquals(asked + 1, change.asked());
        }
    }

    @Test
    void theHostedPageWaitsForItsShopper() {
        PaymentRow opening = APayment.onTheHostedPage().in(AUTHORIZING).row();

        Change change = after(
                opening, Operation.OPEN_PAGE, new Answer.WaitsForShopper(null, "cs_1", "http://gateway/pay/cs_1"));

        assertEquals(List.of(REQUIRES_ACTION), change.path());
        assertEquals("cs_1", change.learned().session());
        assertEquals("http://gateway/pay/cs_1", change.learned().hostedUrl());
    }

    @Test
    void anExpiredHostedPageAbandonsTheOrder() {
        PaymentRow waiting = APayment.onTheHostedPage().in(REQUIRES_ACTION).row();

        assertEquals(
                List.of(ABANDONED),
                after(waiting, Operation.ASK, new Answer.Closed("expired")).path());
    }

    @Test
    void aDeclineKeepsTheOrderForAnotherCard() {
        Change change = after(authorizing(), Operation.AUTHORIZE, new Answer.Declined("pi_1", "insufficient_funds"));

        assertEquals(List.of(DECLINED), change.path());
        assertEquals("insufficient_funds", change.learned().reason());
        assertEquals(PaymentProcess.ANOTHER_CARD, change.dueIn());
    }

    @Test
    void noChangeCanTakeAnIllegalPath() {
        PaymentRow requested = APayment.byToken().row();

        assertThrows(
                IllegalStateException.class,
                () -> Change.of(requested, List.of(CAPTURED), Learned.NOTHING, 1, 0, null, Optional.empty()));
    }

    private static Change after(PaymentRow row, Operation operation, Answer answer) {
        return PaymentProcess.after(row, operation, answer);
    }

    private static PaymentRow authorizing() {
        return APayment.byToken().in(AUTHORIZING).row();
    }

    private static PaymentRow capturing() {
        return APayment.byToken().in(CAPTURING).withIntent("pi_1").row();
    }
}
