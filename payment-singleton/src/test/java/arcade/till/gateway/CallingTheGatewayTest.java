package arcade.till.gateway;

import static arcade.payment.PaymentState.AUTHORIZING;
import static arcade.payment.PaymentState.CAPTURING;
import static arcade.payment.PaymentState.UNKNOWN_AUTHORIZATION;
import static arcade.payment.PaymentState.VOIDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import arcade.till.payment.Answer;
import arcade.till.payment.Operation;
import arcade.till.payment.PaymentRow;
import arcade.till.testing.APayment;
import arcade.till.testing.RecordedGateway;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes over the wire, and what becomes of an answer that is none. */
class CallingTheGatewayTest {
    private final PaymentRow authorizing = APayment.byToken().in(AUTHORIZING).row();
    private final PaymentRow capturing =
            APayment.byToken().in(CAPTURING).withIntent("pi_1").row();

    @Test
    void aCallThatIsSentAgainCarriesTheSameKeys() {
        for (Operation operation : List.of(Operation.AUTHORIZE, Operation.CAPTURE)) {
            PaymentRow row = operation == Operation.CAPTURE ? capturing : authorizing;
            RecordedGateway wire = RecordedGateway.answering(200, held());

            wire.gateway().perform(operation, row);
            List<String> once = List.copyOf(wire.calls);
            wire.calls.clear();
            wire.gateway().perform(operation, row);

            assertEquals(once, wire.calls, operation.toString());
        }
    }

    @Test
    void everyCallThatActsCarriesAKeyOfItsPayment() {
        RecordedGateway wire = RecordedGateway.answering(200, held());

        wire.gateway().perform(Operation.AUTHORIZE, authorizing);
        wire.gateway().perform(Operation.CAPTURE, capturing);

        assertEquals(
                List.of(
                        "POST /v1/payment_intents create:" + authorizing.ref(),
                        "POST /v1/payment_intents/pi_1/confirm confirm:" + authorizing.ref() + ":1",
                        "POST /v1/payment_intents/pi_1/capture capture:" + capturing.ref()),
                wire.calls);
    }

    @Test
    void anotherCardIsConfirmedOnTheSameIntent() {
        PaymentRow second =
                APayment.byToken().in(AUTHORIZING).withIntent("pi_1").attempt(2).row();
        RecordedGateway wire = RecordedGateway.answering(200, held());

        wire.gateway().perform(Operation.AUTHORIZE, second);

        assertEquals(List.of("POST /v1/payment_intents/pi_1/confirm confirm:" + second.ref() + ":2"), wire.calls);
    }

    @Test
    void silenceIsUnknownAndNeverANo() {
        assertInstanceOf(
                Answer.Unknown.class, RecordedGateway.silent().gateway().perform(Operation.AUTHORIZE, authorizing));
        assertInstanceOf(
                Answer.Unknown.class, RecordedGateway.silent().gateway().perform(Operation.CAPTURE, capturing));
    }

    @Test
    void whatCannotBeReadIsUnknown() {
        String error = "{\"error\":{\"type\":\"api_error\",\"message\":\"Something went wrong\"}}";
        for (RecordedGateway wire : List.of(
                RecordedGateway.answering(500, error),
                RecordedGateway.answering(503, ""),
                RecordedGateway.answering(502, "<html>Bad gateway</html>"),
                RecordedGateway.answering(200, "<html>Welcome</html>"),
                RecordedGateway.answering(200, held().substring(0, 40)))) {
            assertInstanceOf(Answer.Unknown.class, wire.gateway().perform(Operation.AUTHORIZE, authorizing));
            assertInstanceOf(Answer.Unknown.class, wire.gateway().perform(Operation.CAPTURE, capturing));
        }
    }

    @Test
    void anAnswerAboutAnotherPaymentIsForeign() {
        PaymentRow row = authorizing;
        for (String body : List.of(
                intent("pi_1", APayment.byToken().row(), 1800, "eur", "requires_capture"),
                intent("pi_1", row, 1801, "eur", "requires_capture"),
                intent("pi_1", row, 1800, "usd", "requires_capture"))) {
            RecordedGateway wire = RecordedGateway.answering(200, body);

            assertInstanceOf(Answer.Foreign.class, wire.gateway().perform(Operation.AUTHORIZE, row), body);
        }
        String otherIntent = intent("pi_2", capturing, 1800, "eur", "succeeded");

        assertInstanceOf(
                Answer.Foreign.class,
                RecordedGateway.answering(200, otherIntent).gateway().perform(Operation.CAPTURE, capturing));
    }

    @Test
    void whatIsGivenUpIsCancelledUnderItsOwnKey() {
        PaymentRow voiding =
                APayment.byToken().in(VOIDING).withIntent("pi_1").givenUp().row();
        RecordedGateway wire = RecordedGateway.answering(200, intent("pi_1", voiding, 1800, "eur", "canceled"));

        Answer answer = wire.gateway().perform(Operation.VOID, voiding);

        assertInstanceOf(Answer.Closed.class, answer);
        assertEquals(List.of("POST /v1/payment_intents/pi_1/cancel cancel:" + voiding.ref()), wire.calls);
    }

    @Test
    void aNoWhoseAnswerWasLostIsReadOffItsIntent() {
        PaymentRow lost =
                APayment.byToken().in(UNKNOWN_AUTHORIZATION).withIntent("pi_1").row();

        Answer answer =
                RecordedGateway.answering(200, declined(lost, "pm_1")).gateway().perform(Operation.ASK, lost);

        assertEquals(new Answer.Declined("pi_1", "insufficient_funds"), answer);
    }

    @Test
    void theNoToAnEarlierCardIsNotTheAnswerToThisOne() {
        PaymentRow lost = APayment.byToken()
                .in(UNKNOWN_AUTHORIZATION)
                .withIntent("pi_1")
                .attempt(2)
                .row();

        Answer earlier = RecordedGateway.answering(200, declined(lost, "pm_of_the_first"))
                .gateway()
                .perform(Operation.ASK, lost);
        Answer own = RecordedGateway.answering(200, declined(lost, lost.methodToken()))
                .gateway()
                .perform(Operation.ASK, lost);

        assertEquals(new Answer.NotExecuted("pi_1"), earlier);
        assertInstanceOf(Answer.Declined.class, own);
    }

    private static String declined(PaymentRow payment, String method) {
        String body = intent("pi_1", payment, 1800, "eur", "requires_payment_method");
        return body.substring(0, body.length() - 1) + ",\"last_payment_error\":{\"type\":\"card_error\","
                + "\"code\":\"card_declined\",\"decline_code\":\"insufficient_funds\",\"payment_method\":{\"id\":\""
                + method + "\",\"object\":\"payment_method\"}}}";
    }

    @Test
    void whoseNameNeverArrivedIsFoundInTheListOnceItsKeyBroughtNothing() {
        PaymentRow nameless =
                APayment.byToken().in(UNKNOWN_AUTHORIZATION).asked(1).row();
        PaymentRow other = APayment.byToken().row();
        RecordedGateway wire = RecordedGateway.answering(
                200,
                "{\"object\":\"list\",\"has_more\":false,\"data\":["
                        + intent("pi_8", other, 1800, "eur", "succeeded") + ","
                        + intent("pi_7", nameless, 1800, "eur", "requires_payment_method") + "]}");

        Answer answer = wire.gateway().perform(Operation.ASK, nameless);

        assertEquals(new Answer.NotExecuted("pi_7"), answer);
        assertEquals(List.of("GET /v1/payment_intents without key"), wire.calls);
        long sent = APayment.SENT_AT.getEpochSecond();
        assertEquals(
                "created[gte]=" + (sent - 30) + "&created[lte]=" + (sent + 60) + "&limit=100",
                URLDecoder.decode(wire.queries.get(0), StandardCharsets.UTF_8));
    }

    @Test
    void itsKeyIsTriedBeforeTheListIsSearched() {
        RecordedGateway wire = RecordedGateway.silent();

        Answer answer = wire.gateway()
                .perform(
                        Operation.ASK,
                        APayment.byToken().in(UNKNOWN_AUTHORIZATION).row());

        assertEquals(new Answer.NotExecuted(null), answer);
        assertEquals(List.of(), wire.calls);
    }

    private String held() {
        return intent("pi_1", authorizing, 1800, "eur", "requires_capture");
    }

    private static String intent(String id, PaymentRow payment, long amount, String currency, String status) {
        return "{\"id\":\"" + id + "\",\"object\":\"payment_intent\",\"status\":\"" + status + "\",\"amount\":" + amount
                + ",\"amount_received\":0,\"currency\":\"" + currency + "\",\"metadata\":{\"payment\":\""
                + payment.ref() + "\"}}";
    }
}
