package arcade.till.simulation;

import static arcade.payment.PaymentState.AUTHORIZING;
import static arcade.payment.PaymentState.UNKNOWN_AUTHORIZATION;
import static arcade.payment.PaymentState.VOIDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import arcade.till.payment.Answer;
import arcade.till.payment.Change;
import arcade.till.payment.Operation;
import arcade.till.payment.PaymentProcess;
import arcade.till.payment.PaymentRow;
import arcade.till.testing.APayment;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A conversation of two calls of which the second comes to nothing. Without the name that the first one taught, nobody could ask
 * about it: an error that the gateway keeps under the second call's key would come again for a day.
 */
class LearningANameTest {
    private final PaymentRow authorizing = APayment.byToken().in(AUTHORIZING).row();

    @Test
    void isNotForgottenWhenTheConfirmationIsNotAnswered() {
        Answer answer = afterTheFirst(authorizing, Operation.AUTHORIZE, intentOf(authorizing));

        assertEquals("pi_1", assertInstanceOf(Answer.Unknown.class, answer).intent());
        assertEquals("pi_1", afterwards(authorizing, answer).learned().intent());
    }

    @Test
    void isNotForgottenWhenTheCancellationIsNotAnswered() {
        PaymentRow voiding = APayment.byToken().in(VOIDING).givenUp().row();

        Answer answer = afterTheFirst(voiding, Operation.VOID, intentOf(voiding));

        assertEquals("pi_1", assertInstanceOf(Answer.Unknown.class, answer).intent());
    }

    @Test
    void isNotBelievedWhenItIsAnotherPaymentsName() {
        SimulatedCall<Answer> call = new SimulatedCall<>(gateway -> gateway.perform(Operation.AUTHORIZE, authorizing));
        call.speak();
        call.hear(
                Optional.of(SimulatedReply.ok(intentOf(APayment.byToken().row()).json())));

        assertInstanceOf(Answer.Foreign.class, call.speak().orElseThrow());
    }

    @Test
    void letsNoOtherPaymentsHoldGo() {
        PaymentRow voiding =
                APayment.onTheHostedPage().in(VOIDING).givenUp().row().named(null, "cs_1");
        SimulatedSession page = new SimulatedSession("cs_1", Map.of("order", voiding.orderRef()), 1_800, "eur", 0);
        page.intent = intentOf(APayment.byToken().row());
        page.intent.confirm("pm_good");
        page.settle();
        SimulatedCall<Answer> call = new SimulatedCall<>(gateway -> gateway.perform(Operation.VOID, voiding));

        call.speak();
        call.hear(Optional.of(SimulatedReply.refusal(400, "invalid_request_error", "x", "the page is complete")));
        call.speak();
        call.hear(Optional.of(SimulatedReply.ok(page.json(true))));

        assertInstanceOf(Answer.Foreign.class, call.speak().orElseThrow());
    }

    @Test
    void beginsTheScheduleAnewForTheCallThatFollows() {
        PaymentRow nameless =
                APayment.byToken().in(UNKNOWN_AUTHORIZATION).asked(2).row();

        Change learned = PaymentProcess.after(nameless, Operation.ASK, new Answer.NotExecuted("pi_1"));
        Change nothing =
                PaymentProcess.after(nameless.named("pi_1", null), Operation.ASK, new Answer.NotExecuted("pi_1"));

        assertEquals(0, learned.asked());
        assertEquals(3, nothing.asked());
    }

    private static Answer afterTheFirst(PaymentRow row, Operation operation, SimulatedIntent intent) {
        SimulatedCall<Answer> call = new SimulatedCall<>(gateway -> gateway.perform(operation, row));
        call.speak();
        call.hear(Optional.of(SimulatedReply.ok(intent.json())));
        call.speak();
        call.hear(Optional.empty());
        return call.speak().orElseThrow();
    }

    private static Change afterwards(PaymentRow row, Answer answer) {
        return PaymentProcess.after(row, Operation.AUTHORIZE, answer);
    }

    private static SimulatedIntent intentOf(PaymentRow row) {
        return new SimulatedIntent(
                "pi_1", Map.of("payment", row.ref()), row.amount().minor(), "eur");
    }
}
