package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentUpdateParams;
import org.junit.jupiter.api.Test;

class PayingByTokenTest extends SandboxTest {
    @Test
    void aGoodCardIsAuthorizedAndWaitsForItsCapture() throws StripeException {
        PaymentIntent intent = sandbox.anAuthorizedIntent();

        assertEquals("requires_capture", intent.getStatus());
        assertEquals(2500, intent.getAmountCapturable());
        assertEquals("p1", intent.getMetadata().get("payment"));
        assertTrue(sandbox.ledger().get(0).contains("\"type\":\"authorized\""));
    }

    @Test
    void captureTakesTheMoney() throws StripeException {
        PaymentIntent intent = sandbox.aCapturedIntent();

        assertEquals("succeeded", intent.getStatus());
        assertEquals(2500, intent.getAmountReceived());
        Charge charge = sandbox.stripe().v1().charges().retrieve(intent.getLatestCharge());
        assertTrue(charge.getCaptured());
        assertEquals(intent.getId(), charge.getPaymentIntent());
    }

    @Test
    void aSmallerCaptureLetsTheRestGo() throws StripeException {
        PaymentIntent authorized = sandbox.anAuthorizedIntent();

        PaymentIntent intent = sandbox.stripe()
                .v1()
                .paymentIntents()
                .capture(
                        authorized.getId(),
                        PaymentIntentCaptureParams.builder()
                                .setAmountToCapture(2000L)
                                .build());

        assertEquals(2000, intent.getAmountReceived());
        assertTrue(sandbox.ledger().get(2).contains("\"type\":\"voided\""));
        assertTrue(sandbox.ledger().get(2).contains("\"amount\":500"));
    }

    @Test
    void capturingMoreThanAuthorizedIsRefused() throws StripeException {
        PaymentIntent authorized = sandbox.anAuthorizedIntent();

        var refused = assertThrows(
                InvalidRequestException.class,
                () -> sandbox.stripe()
                        .v1()
                        .paymentIntents()
                        .capture(
                                authorized.getId(),
                                PaymentIntentCaptureParams.builder()
                                        .setAmountToCapture(2501L)
                                        .build()));

        assertEquals("amount_too_large", refused.getCode());
    }

    @Test
    void aSecondCaptureIsRefusedAndShowsTheIntent() throws StripeException {
        PaymentIntent captured = sandbox.aCapturedIntent();

        var refused = assertThrows(
                InvalidRequestException.class,
                () -> sandbox.stripe().v1().paymentIntents().capture(captured.getId()));

        assertEquals("payment_intent_unexpected_state", refused.getCode());
        assertEquals("succeeded", refused.getStripeError().getPaymentIntent().getStatus());
        assertEquals(2, sandbox.ledger().size());
    }

    @Test
    void cancelVoidsTheAuthorization() throws StripeException {
        PaymentIntent authorized = sandbox.anAuthorizedIntent();

        PaymentIntent intent = sandbox.stripe()
                .v1()
                .paymentIntents()
                .cancel(
                        authorized.getId(),
                        PaymentIntentCancelParams.builder()
                                .setCancellationReason(PaymentIntentCancelParams.CancellationReason.ABANDONED)
                                .build());

        assertEquals("canceled", intent.getStatus());
        assertEquals("abandoned", intent.getCancellationReason());
        assertTrue(sandbox.ledger().get(1).contains("\"type\":\"voided\""));
    }

    @Test
    void aCapturedIntentCannotBeCanceled() throws StripeException {
        PaymentIntent captured = sandbox.aCapturedIntent();

        assertThrows(
                InvalidRequestException.class,
                () -> sandbox.stripe().v1().paymentIntents().cancel(captured.getId()));
    }

    @Test
    void creationConfirmsAtOnceWhenAsked() throws StripeException {
        PaymentIntent intent = sandbox.stripe()
                .v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(1000L)
                        .setCurrency("gbp")
                        .setPaymentMethod("pm_card_visa")
                        .setConfirm(true)
                        .addExpand("latest_charge")
                        .build());

        assertEquals("succeeded", intent.getStatus());
        assertEquals(1000, intent.getLatestChargeObject().getAmountCaptured());
        assertEquals(2, sandbox.ledger().size());
    }

    @Test
    void anOpenIntentCanBeChanged() throws StripeException {
        PaymentIntent intent = sandbox.stripe()
                .v1()
                .paymentIntents()
                .update(
                        sandbox.anIntent().getId(),
                        PaymentIntentUpdateParams.builder()
                                .setAmount(3000L)
                                .putMetadata("note", "n")
                                .build());

        assertEquals(3000, intent.getAmount());
        assertEquals("o1", intent.getMetadata().get("order"));
        assertEquals("n", intent.getMetadata().get("note"));
    }

    @Test
    void confirmingWithoutAMethodIsRefused() throws StripeException {
        PaymentIntent intent = sandbox.anIntent();

        assertThrows(
                InvalidRequestException.class,
                () -> sandbox.stripe().v1().paymentIntents().confirm(intent.getId()));
    }

    @Test
    void expandShowsTheCharge() throws StripeException {
        PaymentIntent authorized = sandbox.anAuthorizedIntent();

        PaymentIntent intent = sandbox.stripe()
                .v1()
                .paymentIntents()
                .retrieve(
                        authorized.getId(),
                        PaymentIntentRetrieveParams.builder()
                                .addExpand("latest_charge")
                                .build());

        assertEquals(
                "4242",
                intent.getLatestChargeObject()
                        .getPaymentMethodDetails()
                        .getCard()
                        .getLast4());
        assertNull(authorized.getLatestChargeObject());
    }
}
