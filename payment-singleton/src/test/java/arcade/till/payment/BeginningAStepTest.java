package arcade.till.payment;

import static arcade.payment.PaymentState.ABANDONED;
import static arcade.payment.PaymentState.AUTHORIZING;
import static arcade.payment.PaymentState.CAPTURED;
import static arcade.payment.PaymentState.CAPTURING;
import static arcade.payment.PaymentState.DECLINED;
import static arcade.payment.PaymentState.REQUIRES_ACTION;
import static arcade.payment.PaymentState.UNKNOWN_AUTHORIZATION;
import static arcade.payment.PaymentState.UNKNOWN_CAPTURE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.till.testing.APayment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BeginningAStepTest {
    @Test
    void theIntentionComesBeforeTheCall() {
        Change byToken = PaymentProcess.begin(APayment.byToken().row());
        Change hosted = PaymentProcess.begin(APayment.onTheHostedPage().row());

        assertEquals(List.of(AUTHORIZING), byToken.path());
        assertEquals(Optional.of(Operation.AUTHORIZE), byToken.next());
        assertEquals(List.of(AUTHORIZING), hosted.path());
        assertEquals(Optional.of(Operation.OPEN_PAGE), hosted.next());
    }

    @Test
    void whatADeadTillHadInFlightIsUnknownAndAskedAbout() {
        Change authorizing =
                PaymentProcess.begin(APayment.byToken().in(AUTHORIZING).row());
        Change capturing = PaymentProcess.begin(APayment.byToken().in(CAPTURING).row());

        assertEquals(List.of(UNKNOWN_AUTHORIZATION), authorizing.path());
        assertEquals(Optional.of(Operation.ASK), authorizing.next());
        assertEquals(List.of(UNKNOWN_CAPTURE), capturing.path());
        assertEquals(Optional.of(Operation.ASK), capturing.next());
    }

    @Test
    void anUnknownOutcomeIsOnlyAskedAbout() {
        for (var state : List.of(UNKNOWN_AUTHORIZATION, UNKNOWN_CAPTURE, REQUIRES_ACTION)) {
            Change change = PaymentProcess.begin(APayment.byToken().in(state).row());

            assertEquals(List.of(), change.path());
            assertEquals(Optional.of(Operation.ASK), change.next());
        }
    }

    @Test
    void aDeclinedPaymentTakesAnotherCardUnderAnotherKeyOnTheSameIntent() {
        PaymentRow declined = APayment.byToken().in(DECLINED).withIntent("pi_1").row();

        Step step = PaymentProcess.begin(declined).step().orElseThrow();

        assertEquals("pi_1", step.payment().intent());
        assertEquals("confirm:" + declined.ref() + ":2", step.operation().key(step.payment()));
    }

    @Test
    void aDeclinedPaymentWithoutAnotherCardIsAbandoned() {
        Change change = PaymentProcess.begin(
                APayment.byToken().in(DECLINED).withoutToken().row());

        assertEquals(List.of(ABANDONED), change.path());
        assertTrue(change.next().isEmpty());
    }

    @Test
    void whatIsOverIsLeftAlone() {
        Change change = PaymentProcess.begin(APayment.byToken().in(CAPTURED).row());

        assertEquals(List.of(), change.path());
        assertTrue(change.next().isEmpty());
        assertNull(change.dueIn());
    }
}
