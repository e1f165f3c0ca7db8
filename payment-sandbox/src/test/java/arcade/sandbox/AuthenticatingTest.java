package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentConfirmParams;
import org.junit.jupiter.api.Test;

class AuthenticatingTest extends SandboxTest {
    @Test
    void theClientIsSentToTheBanksPage() throws StripeException {
        PaymentIntent intent = confirmWithReturn();

        assertEquals("requires_action", intent.getStatus());
        assertEquals("redirect_to_url", intent.getNextAction().getType());
        String page = intent.getNextAction().getRedirectToUrl().getUrl();
        assertTrue(sandbox.get(page).body().contains("€25.00"));
    }

    @Test
    void provingItAuthorizesAndLeadsBack() throws StripeException {
        PaymentIntent intent = confirmWithReturn();

        var answer = sandbox.post(intent.getNextAction().getRedirectToUrl().getUrl(), "answer=complete");

        String back = answer.headers().firstValue("Location").orElse("");
        assertTrue(back.startsWith("http://shop.localhost:8080/back?x=1&payment_intent=" + intent.getId()), back);
        assertTrue(back.endsWith("redirect_status=succeeded"), back);
        assertEquals("requires_capture", read(intent).getStatus());
    }

    @Test
    void refusingItLeavesTheIntentOpen() throws StripeException {
        PaymentIntent intent = confirmWithReturn();

        sandbox.post(intent.getNextAction().getRedirectToUrl().getUrl(), "answer=fail");

        assertEquals("requires_payment_method", read(intent).getStatus());
        assertEquals(
                "payment_intent_authentication_failure",
                read(intent).getLastPaymentError().getCode());
        assertEquals("requires_capture", sandbox.confirm(intent, "pm_card_visa").getStatus());
    }

    @Test
    void aSecondAnswerChangesNothing() throws StripeException {
        PaymentIntent intent = confirmWithReturn();
        String page = intent.getNextAction().getRedirectToUrl().getUrl();
        sandbox.post(page, "answer=complete");

        sandbox.post(page, "answer=fail");

        assertEquals("requires_capture", read(intent).getStatus());
        assertEquals(1, sandbox.ledger().size());
    }

    @Test
    void anotherCardMayBeTriedInstead() throws StripeException {
        PaymentIntent intent = confirmWithReturn();

        assertEquals("requires_capture", sandbox.confirm(intent, "pm_card_visa").getStatus());
    }

    private PaymentIntent confirmWithReturn() throws StripeException {
        return sandbox.stripe()
                .v1()
                .paymentIntents()
                .confirm(
                        sandbox.anIntent().getId(),
                        PaymentIntentConfirmParams.builder()
                                .setPaymentMethod("pm_card_authenticationRequired")
                                .setReturnUrl("http://shop.localhost:8080/back?x=1")
                                .build());
    }

    private PaymentIntent read(PaymentIntent intent) throws StripeException {
        return sandbox.stripe().v1().paymentIntents().retrieve(intent.getId());
    }
}
