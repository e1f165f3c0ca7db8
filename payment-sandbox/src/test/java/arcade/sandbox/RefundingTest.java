package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import org.junit.jupiter.api.Test;

class RefundingTest extends SandboxTest {
    @Test
    void aFullRefundGivesEverythingBack() throws StripeException {
        PaymentIntent captured = sandbox.aCapturedIntent();

        Refund refund = refund(captured, null);

        assertEquals(2500, refund.getAmount());
        assertEquals("succeeded", refund.getStatus());
        assertTrue(sandbox.stripe()
                .v1()
                .charges()
                .retrieve(captured.getLatestCharge())
                .getRefunded());
    }

    @Test
    void partialRefundsAddUpToTheCaptureAndNoFurther() throws StripeException {
        PaymentIntent captured = sandbox.aCapturedIntent();
        refund(captured, 1000L);
        refund(captured, 1500L);

        var refused = assertThrows(InvalidRequestException.class, () -> refund(captured, 1L));

        assertEquals("charge_already_refunded", refused.getCode());
        assertEquals(2, list(captured));
    }

    @Test
    void moreThanIsLeftIsRefused() throws StripeException {
        PaymentIntent captured = sandbox.aCapturedIntent();
        refund(captured, 2000L);

        assertThrows(InvalidRequestException.class, () -> refund(captured, 501L));

        assertEquals(1, list(captured));
    }

    @Test
    void whatWasNotCapturedCannotBeRefunded() throws StripeException {
        PaymentIntent authorized = sandbox.anAuthorizedIntent();

        var refused = assertThrows(InvalidRequestException.class, () -> refund(authorized, null));

        assertTrue(refused.getMessage().contains("does not have a successful charge to refund"));
    }

    private Refund refund(PaymentIntent intent, Long amount) throws StripeException {
        return sandbox.stripe()
                .v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(intent.getId())
                        .setAmount(amount)
                        .build());
    }

    private int list(PaymentIntent intent) throws StripeException {
        return sandbox.stripe()
                .v1()
                .refunds()
                .list(RefundListParams.builder()
                        .setPaymentIntent(intent.getId())
                        .build())
                .getData()
                .size();
    }
}
