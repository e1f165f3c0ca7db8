package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ThreeDSecureOnTheHostedPageTest extends SandboxTest {
    @Test
    void threeDSecureCompletedPays() throws StripeException {
        Session session = sandbox.aSession();
        String challenge = sandbox.url(
                RunningSandbox.location(sandbox.post(session.getUrl(), RunningSandbox.CARD_WITH_3D_SECURE)));
        assertTrue(sandbox.get(challenge).body().contains("Is this you?"));
        assertEquals(
                "requires_action",
                sandbox.read(session).getPaymentIntentObject().getStatus());

        HttpResponse<String> answer = sandbox.post(challenge, "answer=complete");

        assertEquals("/pay/" + session.getId(), RunningSandbox.location(answer));
        assertEquals(303, sandbox.get(session.getUrl()).statusCode());
        assertEquals("complete", sandbox.read(session).getStatus());
    }

    @Test
    void threeDSecureRefusedLetsAnotherCardBeTried() throws StripeException {
        Session session = sandbox.aSession();
        String challenge = sandbox.url(
                RunningSandbox.location(sandbox.post(session.getUrl(), RunningSandbox.CARD_WITH_3D_SECURE)));

        sandbox.post(challenge, "answer=fail");

        assertTrue(sandbox.get(session.getUrl()).body().contains("unable to authenticate"));
        assertTrue(sandbox.ledger().isEmpty());
        sandbox.post(session.getUrl(), RunningSandbox.GOOD_CARD);
        assertEquals("complete", sandbox.read(session).getStatus());
    }
}
