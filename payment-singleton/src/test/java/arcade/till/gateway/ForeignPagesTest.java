package arcade.till.gateway;

import static arcade.payment.PaymentState.AUTHORIZING;
import static arcade.payment.PaymentState.REQUIRES_ACTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import arcade.shared.Token;
import arcade.till.payment.Answer;
import arcade.till.payment.Operation;
import arcade.till.payment.PaymentRow;
import arcade.till.testing.APayment;
import arcade.till.testing.RecordedGateway;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gateway shows another hosted page than the one it was asked for, or one whose intent is not what the page was made for. */
class ForeignPagesTest {
    private final PaymentRow opening =
            APayment.onTheHostedPage().in(AUTHORIZING).row();
    private final PaymentRow waiting =
            APayment.onTheHostedPage().in(REQUIRES_ACTION).row().named(null, "cs_1");

    @Test
    void ofAnotherOrderIsNotShownToTheShopper() {
        String page = page("cs_9", Token.random(), "open", "null");

        assertInstanceOf(Answer.Foreign.class, say(page, Operation.OPEN_PAGE, opening));
    }

    @Test
    void underAnotherNameIsNotBelieved() {
        String page = page("cs_9", waiting.orderRef(), "expired", "null");

        assertInstanceOf(Answer.Foreign.class, say(page, Operation.ASK, waiting));
    }

    @Test
    void overOtherMoneyIsNotShownToTheShopper() {
        for (String money : List.of("1801,eur", "1800,usd", "null,eur")) {
            String page = page("cs_9", opening.orderRef(), "open", "null", money.split(",")[0], money.split(",")[1]);

            assertInstanceOf(Answer.Foreign.class, say(page, Operation.OPEN_PAGE, opening), money);
        }
        String right = page("cs_9", opening.orderRef(), "open", "null");
        assertInstanceOf(Answer.WaitsForShopper.class, say(right, Operation.OPEN_PAGE, opening));
    }

    @Test
    void whoseIntentIsOverOtherMoneyIsNotBelieved() {
        for (String intent : List.of(
                intent(waiting.ref(), 1_801, "eur"),
                intent(waiting.ref(), 1_800, "usd"),
                intent(Token.random(), 1_800, "eur"))) {
            String page = page("cs_1", waiting.orderRef(), "complete", intent);

            assertInstanceOf(Answer.Foreign.class, say(page, Operation.ASK, waiting), intent);
        }
        String right = page("cs_1", waiting.orderRef(), "complete", intent(waiting.ref(), 1_800, "eur"));
        assertEquals(new Answer.Authorized("pi_1"), say(right, Operation.ASK, waiting));
    }

    private static Answer say(String answer, Operation operation, PaymentRow payment) {
        return RecordedGateway.answering(200, answer).gateway().perform(operation, payment);
    }

    private static String page(String id, Token order, String status, String intent) {
        return page(id, order, status, intent, "1800", "eur");
    }

    private static String page(String id, Token order, String status, String intent, String total, String currency) {
        return "{\"id\":\"" + id + "\",\"object\":\"checkout.session\",\"status\":\"" + status
                + "\",\"client_reference_id\":\"" + order + "\",\"payment_intent\":" + intent
                + ",\"amount_total\":" + total + ",\"currency\":\"" + currency
                + "\",\"url\":\"http://gateway.invalid/pay/" + id + "\"}";
    }

    private static String intent(Token payment, long amount, String currency) {
        return "{\"id\":\"pi_1\",\"object\":\"payment_intent\",\"status\":\"requires_capture\",\"amount\":" + amount
                + ",\"amount_received\":0,\"currency\":\"" + currency + "\",\"metadata\":{\"payment\":\"" + payment
                + "\"}}";
    }
}
