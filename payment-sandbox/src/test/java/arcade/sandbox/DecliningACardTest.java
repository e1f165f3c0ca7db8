package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.ChargeListParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecliningACardTest extends SandboxTest {
    @ParameterizedTest
    @CsvSource({
        "pm_card_visa_chargeDeclined, card_declined, generic_decline",
        "pm_card_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds",
        "pm_card_chargeDeclinedExpiredCard, expired_card, expired_card",
        "pm_card_chargeDeclinedIncorrectCvc, incorrect_cvc, incorrect_cvc",
        "pm_card_chargeDeclinedProcessingError, processing_error, processing_error",
    })
    void theErrorSaysWhy(String method, String code, String declineCode) throws StripeException {
        PaymentIntent intent = sandbox.anIntent();

        CardException declined = assertThrows(CardException.class, () -> sandbox.confirm(intent, method));

        assertEquals(402, declined.getStatusCode());
        assertEquals(code, declined.getCode());
        assertEquals(declineCode, declined.getDeclineCode());
        assertEquals(
                "requires_payment_method",
                declined.getStripeError().getPaymentIntent().getStatus());
        assertTrue(sandbox.ledger().isEmpty());
    }

    @Test
    void anotherCardIsTriedOnTheSameIntent() throws StripeException {
        PaymentIntent intent = sandbox.anIntent();
        assertThrows(CardException.class, () -> sandbox.confirm(intent, "pm_card_chargeDeclined"));

        PaymentIntent paid = sandbox.confirm(intent, "pm_card_visa");

        assertEquals("requires_capture", paid.getStatus());
        var charges = sandbox.stripe()
                .v1()
                .charges()
                .list(ChargeListParams.builder()
                        .setPaymentIntent(intent.getId())
                        .build())
                .getData();
        assertEquals(2, charges.size());
        assertEquals("succeeded", charges.get(0).getStatus());
        assertEquals("failed", charges.get(1).getStatus());
    }

    @Test
    void anIntentRemembersItsLastError() throws StripeException {
        PaymentIntent intent = sandbox.anIntent();
        assertThrows(CardException.class, () -> sandbox.confirm(intent, "pm_card_chargeDeclined"));

        PaymentIntent read = sandbox.stripe().v1().paymentIntents().retrieve(intent.getId());

        assertEquals("card_declined", read.getLastPaymentError().getCode());
    }
}
