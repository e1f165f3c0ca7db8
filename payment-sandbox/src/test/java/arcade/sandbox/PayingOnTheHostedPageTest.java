package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class PayingOnTheHostedPageTest extends SandboxTest {
    @Test
    void thePageShowsWhatIsPaid() throws StripeException {
        HttpResponse<String> page = sandbox.get(sandbox.aSession().getUrl());

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Pay €53.90"));
        assertTrue(page.body().contains("Mug &quot;Harbour&quot; &amp; &lt;b&gt;"));
        assertTrue(page.body().contains("A-7F3K2"));
        assertTrue(page.body().contains("href=\"http://shop.localhost:8080/cart\""));
    }

    @Test
    void noScriptAndNoForeignFormIsAllowed() throws StripeException {
        String policy = sandbox.get(sandbox.aSession().getUrl())
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");

        assertTrue(policy.startsWith("default-src 'none'; style-src 'self'"), policy);
        assertTrue(policy.endsWith("form-action 'self' http://shop.localhost:8080"), policy);
    }

    @Test
    void aGoodCardLeadsToTheShopAndWaitsForCapture() throws StripeException {
        Session session = sandbox.aSession();
        assertNull(session.getPaymentIntent());

        HttpResponse<String> answer = sandbox.post(session.getUrl(), RunningSandbox.GOOD_CARD);

        assertEquals(303, answer.statusCode());
        assertEquals("http://shop.localhost:8080/orders/t?s=" + session.getId(), RunningSandbox.location(answer));
        Session paid = sandbox.read(session);
        assertEquals("complete", paid.getStatus());
        assertEquals("unpaid", paid.getPaymentStatus());
        assertEquals("requires_capture", paid.getPaymentIntentObject().getStatus());
        assertEquals("p1", paid.getPaymentIntentObject().getMetadata().get("payment"));
    }

    @Test
    void theSessionIsPaidOnceItsIntentIsCaptured() throws StripeException {
        Session session = sandbox.aSession();
        sandbox.post(session.getUrl(), RunningSandbox.GOOD_CARD);

        sandbox.stripe().v1().paymentIntents().capture(sandbox.read(session).getPaymentIntent());

        assertEquals("paid", sandbox.read(session).getPaymentStatus());
    }

    @Test
    void aDoubleClickPaysOnce() throws StripeException {
        Session session = sandbox.aSession();
        HttpResponse<String> first = sandbox.post(session.getUrl(), RunningSandbox.GOOD_CARD);

        HttpResponse<String> second = sandbox.post(session.getUrl(), RunningSandbox.GOOD_CARD);

        assertEquals(RunningSandbox.location(first), RunningSandbox.location(second));
        assertEquals(1, sandbox.ledger().size());
    }

    @Test
    void aDeclinedCardIsExplainedAndAnotherIsTriedOnTheSameIntent() throws StripeException {
        Session session = sandbox.aSession();

        HttpResponse<String> declined = sandbox.post(session.getUrl(), RunningSandbox.DECLINED_CARD);

        assertEquals("/pay/" + session.getId(), RunningSandbox.location(declined));
        assertTrue(sandbox.get(session.getUrl()).body().contains("Your card was declined."));
        String intent = sandbox.read(session).getPaymentIntent();
        sandbox.post(session.getUrl(), RunningSandbox.GOOD_CARD);
        assertEquals(intent, sandbox.read(session).getPaymentIntent());
        assertEquals("complete", sandbox.read(session).getStatus());
    }

    @Test
    void aMistypedNumberIsExplainedAndNothingIsTried() throws StripeException {
        Session session = sandbox.aSession();

        HttpResponse<String> page = sandbox.post(session.getUrl(), "number=4242424242424241&expiry=12/34&cvc=123");

        assertEquals(422, page.statusCode());
        assertTrue(page.body().contains("Your card number is incorrect."));
        assertFalse(page.body().contains("4242424242424241"));
        assertNull(sandbox.read(session).getPaymentIntent());
    }

    @Test
    void anOldCardIsExplained() throws StripeException {
        HttpResponse<String> page =
                sandbox.post(sandbox.aSession().getUrl(), "number=4242424242424242&expiry=01/20&cvc=123");

        assertTrue(page.body().contains("expiration year is invalid"));
    }

    @Test
    void anUnknownAddressIsAnswered() {
        assertEquals(404, sandbox.get(sandbox.url("/pay/cs_test_none")).statusCode());
        assertEquals(
                404, sandbox.get(sandbox.url("/authenticate/pi_x_secret_y")).statusCode());
        assertEquals(404, sandbox.get(sandbox.url("/")).statusCode());
    }

    @Test
    void lineItemsAreShownWhenAskedFor() throws StripeException {
        Session session = sandbox.aSession();

        assertNull(sandbox.read(session).getLineItems());
        var items = sandbox.stripe()
                .v1()
                .checkout()
                .sessions()
                .retrieve(
                        session.getId(),
                        SessionRetrieveParams.builder().addExpand("line_items").build())
                .getLineItems();
        assertNotNull(items);
        assertEquals(4900, items.getData().get(0).getAmountTotal());
    }
}
