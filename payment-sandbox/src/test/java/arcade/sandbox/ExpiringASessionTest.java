package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import org.junit.jupiter.api.Test;

class ExpiringASessionTest extends SandboxTest {
    @Test
    void anExpiredSessionTakesNoCard() throws StripeException {
        Session session = sandbox.aSession();

        Session expired = sandbox.stripe().v1().checkout().sessions().expire(session.getId());

        assertEquals("expired", expired.getStatus());
        assertEquals(
                410, sandbox.post(session.getUrl(), RunningSandbox.GOOD_CARD).statusCode());
        assertTrue(sandbox.ledger().isEmpty());
    }

    @Test
    void expiringCancelsTheIntentOfADeclinedCard() throws StripeException {
        Session session = sandbox.aSession();
        sandbox.post(session.getUrl(), RunningSandbox.DECLINED_CARD);

        sandbox.stripe().v1().checkout().sessions().expire(session.getId());

        assertEquals("canceled", sandbox.read(session).getPaymentIntentObject().getStatus());
    }

    @Test
    void aCompleteSessionCannotExpire() throws StripeException {
        Session session = sandbox.aSession();
        sandbox.post(session.getUrl(), RunningSandbox.GOOD_CARD);

        assertThrows(
                InvalidRequestException.class,
                () -> sandbox.stripe().v1().checkout().sessions().expire(session.getId()));
    }

    @Test
    void theIntentOfAnOpenSessionIsOnlyTheSessions() throws StripeException {
        Session session = sandbox.aSession();
        sandbox.post(session.getUrl(), RunningSandbox.DECLINED_CARD);
        PaymentIntent intent = sandbox.read(session).getPaymentIntentObject();

        assertThrows(InvalidRequestException.class, () -> sandbox.confirm(intent, "pm_card_visa"));
    }
}
