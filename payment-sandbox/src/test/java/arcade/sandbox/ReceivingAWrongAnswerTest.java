package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import org.junit.jupiter.api.Test;

/** The answer is about something else; what was done, and what is stored, is right. */
class ReceivingAWrongAnswerTest extends SandboxTest {
    @Test
    void itTellsOfAnotherIntent() throws StripeException {
        PaymentIntent other = sandbox.anIntent();
        PaymentIntent mine = sandbox.anIntent();
        sandbox.faults("{\"operation\":\"confirm\",\"kind\":\"other_intent\"}");

        PaymentIntent told = sandbox.confirm(mine, "pm_card_visa");

        assertEquals(other.getId(), told.getId());
        assertEquals("requires_capture", read(mine).getStatus());
        assertEquals("{\"confirm/other_intent\":1}", sandbox.injected());
    }

    @Test
    void whereThereIsNoOtherItTellsOfOneThatNeverWas() throws StripeException {
        sandbox.faults("{\"operation\":\"create\",\"kind\":\"other_intent\"}");

        PaymentIntent told = sandbox.anIntent();

        assertTrue(told.getMetadata().isEmpty());
        assertNotEquals(
                told.getId(),
                sandbox.stripe().v1().paymentIntents().list().getData().get(0).getId());
    }

    @Test
    void aSessionNamesAnotherIntent() throws StripeException {
        PaymentIntent other = sandbox.anIntent();
        Session session = sandbox.aSession();
        sandbox.post(session.getUrl(), RunningSandbox.GOOD_CARD);
        sandbox.faults("{\"operation\":\"session.retrieve\",\"kind\":\"other_intent\"}");

        assertEquals(other.getId(), sandbox.read(session).getPaymentIntent());
    }

    @Test
    void itTellsOfAnotherAmount() throws StripeException {
        PaymentIntent intent = sandbox.anAuthorizedIntent();
        sandbox.faults("{\"operation\":\"capture\",\"kind\":\"other_amount\"}");

        PaymentIntent told = sandbox.stripe().v1().paymentIntents().capture(intent.getId());

        assertEquals(2501, told.getAmount());
        assertEquals(2501, told.getAmountReceived());
        assertEquals(0, told.getAmountCapturable());
        assertEquals(2500, read(intent).getAmountReceived());
    }

    @Test
    void itTellsOfAnotherCurrency() throws StripeException {
        PaymentIntent intent = sandbox.anAuthorizedIntent();
        sandbox.faults("{\"operation\":\"retrieve\",\"kind\":\"other_currency\"}");

        assertEquals("usd", read(intent).getCurrency());
        sandbox.faults("");
        assertEquals("eur", read(intent).getCurrency());
    }

    private PaymentIntent read(PaymentIntent intent) throws StripeException {
        return sandbox.stripe().v1().paymentIntents().retrieve(intent.getId());
    }
}
