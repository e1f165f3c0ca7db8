package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class PayingOnTheHostedPageTest extends SandboxTest {
    private static final String GOOD_CARD = "number=4242+4242+4242+4242&expiry=12+/+34&cvc=123";
    private static final String DECLINED_CARD = "number=4000000000000002&expiry=12/34&cvc=123";
    private static final String CARD_WITH_3D_SECURE = "number=4000002760003184&expiry=1234&cvc=123";

    @Test
    void thePageShowsWhatIsPaid() throws StripeException {
        HttpResponse<String> page = sandbox.get(aSession().getUrl());

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Pay €53.90"));
        assertTrue(page.body().contains("Mug &quot;Harbour&quot; &amp; &lt;b&gt;"));
        assertTrue(page.body().contains("A-7F3K2"));
        assertTrue(page.body().contains("href=\"http://shop.localhost:8080/cart\""));
    }

    @Test
    void noScriptAndNoForeignFormIsAllowed() throws StripeException {
        String policy = sandbox.get(aSession().getUrl())
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");

        assertTrue(policy.startsWith("default-src 'none'; style-src 'self'"), policy);
        assertTrue(policy.endsWith("form-action 'self' http://shop.localhost:8080"), policy);
    }

    @Test
    void aGoodCardLeadsToTheShopAndWaitsForCapture() throws StripeException {
        Session session = aSession();
        assertNull(session.getPaymentIntent());

        HttpResponse<String> answer = sandbox.post(session.getUrl(), GOOD_CARD);

        assertEquals(303, answer.statusCode());
        assertEquals("http://shop.localhost:8080/orders/t?s=" + session.getId(), location(answer));
        Session paid = read(session);
        assertEquals("complete", paid.getStatus());
        assertEquals("unpaid", paid.getPaymentStatus());
        assertEquals("requires_capture", paid.getPaymentIntentObject().getStatus());
        assertEquals("p1", paid.getPaymentIntentObject().getMetadata().get("payment"));
    }

    @Test
    void theSessionIsPaidOnceItsIntentIsCaptured() throws StripeException {
        Session session = aSession();
        sandbox.post(session.getUrl(), GOOD_CARD);

        sandbox.stripe().v1().paymentIntents().capture(read(session).getPaymentIntent());

        assertEquals("paid", read(session).getPaymentStatus());
    }

    @Test
    void aDoubleClickPaysOnce() throws StripeException {
        Session session = aSession();
        HttpResponse<String> first = sandbox.post(session.getUrl(), GOOD_CARD);

        HttpResponse<String> second = sandbox.post(session.getUrl(), GOOD_CARD);

        assertEquals(location(first), location(second));
        assertEquals(1, sandbox.ledger().size());
    }

    @Test
    void aDeclinedCardIsExplainedAndAnotherIsTriedOnTheSameIntent() throws StripeException {
        Session session = aSession();

        HttpResponse<String> declined = sandbox.post(session.getUrl(), DECLINED_CARD);

        assertEquals("/pay/" + session.getId(), location(declined));
        assertTrue(sandbox.get(session.getUrl()).body().contains("Your card was declined."));
        String intent = read(session).getPaymentIntent();
        sandbox.post(session.getUrl(), GOOD_CARD);
        assertEquals(intent, read(session).getPaymentIntent());
        assertEquals("complete", read(session).getStatus());
    }

    @Test
    void aMistypedNumberIsExplainedAndNothingIsTried() throws StripeException {
        Session session = aSession();

        HttpResponse<String> page = sandbox.post(session.getUrl(), "number=4242424242424241&expiry=12/34&cvc=123");

        assertEquals(422, page.statusCode());
        assertTrue(page.body().contains("Your card number is incorrect."));
        assertFalse(page.body().contains("4242424242424241"));
        assertNull(read(session).getPaymentIntent());
    }

    @Test
    void anOldCardIsExplained() throws StripeException {
        HttpResponse<String> page = sandbox.post(aSession().getUrl(), "number=4242424242424242&expiry=01/20&cvc=123");

        assertTrue(page.body().contains("expiration year is invalid"));
    }

    @Test
    void threeDSecureCompletedPays() throws StripeException {
        Session session = aSession();
        String challenge = sandbox.url(location(sandbox.post(session.getUrl(), CARD_WITH_3D_SECURE)));
        assertTrue(sandbox.get(challenge).body().contains("Is this you?"));
        assertEquals("requires_action", read(session).getPaymentIntentObject().getStatus());

        HttpResponse<String> answer = sandbox.post(challenge, "answer=complete");

        assertEquals("/pay/" + session.getId(), location(answer));
        assertEquals(303, sandbox.get(session.getUrl()).statusCode());
        assertEquals("complete", read(session).getStatus());
    }

    @Test
    void threeDSecureRefusedLetsAnotherCardBeTried() throws StripeException {
        Session session = aSession();
        String challenge = sandbox.url(location(sandbox.post(session.getUrl(), CARD_WITH_3D_SECURE)));

        sandbox.post(challenge, "answer=fail");

        assertTrue(sandbox.get(session.getUrl()).body().contains("unable to authenticate"));
        assertTrue(sandbox.ledger().isEmpty());
        sandbox.post(session.getUrl(), GOOD_CARD);
        assertEquals("complete", read(session).getStatus());
    }

    @Test
    void anExpiredSessionTakesNoCard() throws StripeException {
        Session session = aSession();

        Session expired = sandbox.stripe().v1().checkout().sessions().expire(session.getId());

        assertEquals("expired", expired.getStatus());
        assertEquals(410, sandbox.post(session.getUrl(), GOOD_CARD).statusCode());
        assertTrue(sandbox.ledger().isEmpty());
    }

    @Test
    void expiringCancelsTheIntentOfADeclinedCard() throws StripeException {
        Session session = aSession();
        sandbox.post(session.getUrl(), DECLINED_CARD);

        sandbox.stripe().v1().checkout().sessions().expire(session.getId());

        assertEquals("canceled", read(session).getPaymentIntentObject().getStatus());
    }

    @Test
    void aCompleteSessionCannotExpire() throws StripeException {
        Session session = aSession();
        sandbox.post(session.getUrl(), GOOD_CARD);

        assertThrows(
                InvalidRequestException.class,
                () -> sandbox.stripe().v1().checkout().sessions().expire(session.getId()));
    }

    @Test
    void theIntentOfAnOpenSessionIsOnlyTheSessions() throws StripeException {
        Session session = aSession();
        sandbox.post(session.getUrl(), DECLINED_CARD);
        PaymentIntent intent = read(session).getPaymentIntentObject();

        assertThrows(InvalidRequestException.class, () -> sandbox.confirm(intent, "pm_card_visa"));
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
        Session session = aSession();

        assertNull(read(session).getLineItems());
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

    private Session aSession() throws StripeException {
        return sandbox.stripe()
                .v1()
                .checkout()
                .sessions()
                .create(SessionCreateParams.builder()
                        .setMode(SessionCreateParams.Mode.PAYMENT)
                        .setSuccessUrl("http://shop.localhost:8080/orders/t?s={CHECKOUT_SESSION_ID}")
                        .setCancelUrl("http://shop.localhost:8080/cart")
                        .setClientReferenceId("A-7F3K2")
                        .addLineItem(line("Mug \"Harbour\" & <b>", 2450, 2))
                        .addLineItem(line("Shipping", 490, 1))
                        .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                                .setCaptureMethod(SessionCreateParams.PaymentIntentData.CaptureMethod.MANUAL)
                                .putMetadata("payment", "p1")
                                .build())
                        .build());
    }

    private static SessionCreateParams.LineItem line(String name, long unitAmount, long quantity) {
        var product = SessionCreateParams.LineItem.PriceData.ProductData.builder()
                .setName(name)
                .build();
        var price = SessionCreateParams.LineItem.PriceData.builder()
                .setCurrency("eur")
                .setUnitAmount(unitAmount)
                .setProductData(product)
                .build();
        return SessionCreateParams.LineItem.builder()
                .setPriceData(price)
                .setQuantity(quantity)
                .build();
    }

    private Session read(Session session) throws StripeException {
        return sandbox.stripe()
                .v1()
                .checkout()
                .sessions()
                .retrieve(
                        session.getId(),
                        SessionRetrieveParams.builder()
                                .addExpand("payment_intent")
                                .build());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
