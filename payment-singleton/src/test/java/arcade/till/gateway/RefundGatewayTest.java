package arcade.till.gateway;

import static arcade.payment.RefundState.REFUNDING;
import static arcade.payment.RefundState.UNKNOWN_REFUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.till.refund.RefundAnswer;
import arcade.till.refund.RefundOperation;
import arcade.till.refund.RefundRow;
import arcade.till.testing.ARefund;
import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is sent to the gateway for a refund, and how its answers are read. */
class RefundGatewayTest {
    private final RefundRow row = ARefund.in(REFUNDING).row();
    private final Carrier carrier = new Carrier();
    private final RefundGateway gateway = new RefundGateway(new Gateway("http://gateway", "sk_test_1", carrier));

    @Test
    void aRefundIsSentUnderItsOwnKeyWithItsNames() {
        carrier.answers(200, refund(row, "succeeded", 500));

        assertEquals(new RefundAnswer.Done("re_1"), gateway.perform(RefundOperation.REFUND, row));

        assertEquals(List.of("POST /v1/refunds refund:" + row.ref()), carrier.sent);
        assertTrue(carrier.body.contains("metadata[refund]=" + row.ref()), carrier.body);
        assertTrue(carrier.body.contains("metadata[payment]=" + row.paymentRef()), carrier.body);
        assertTrue(carrier.body.contains("metadata[order]=" + row.orderRef()), carrier.body);
        assertTrue(carrier.body.contains("amount=500"), carrier.body);
        assertTrue(carrier.body.contains("payment_intent=" + ARefund.INTENT), carrier.body);
    }

    @Test
    void pendingAndFailedAreReadAsSuch() {
        carrier.answers(200, refund(row, "pending", 500));
        carrier.answers(200, refund(row, "failed", 500));

        assertEquals(new RefundAnswer.Pending("re_1"), gateway.perform(RefundOperation.REFUND, row));
        assertEquals(new RefundAnswer.Failed("re_1", "failed"), gateway.perform(RefundOperation.REFUND, row));
    }

    @Test
    void noAnswerIsNeverAFailure() {
        carrier.answers(-1, "");
        carrier.answers(500, "{\"error\":{\"type\":\"api_error\",\"message\":\"sorry\"}}");
        carrier.answers(
                429, "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"rate_limit\",\"message\":\"slow\"}}");
        carrier.answers(409, "{\"error\":{\"type\":\"idempotency_error\",\"message\":\"in use\"}}");
        carrier.answers(200, "<html>good morning</html>");
        carrier.answers(200, refund(row, "succeeded", 500).substring(0, 40));
        carrier.answers(200, "{}");

        for (int i = 0; i < 7; i++) {
            assertInstanceOf(RefundAnswer.Unknown.class, gateway.perform(RefundOperation.REFUND, row), "answer " + i);
        }
    }

    @Test
    void anotherAmountIntentOrRefundIsForeign() {
        carrier.answers(200, refund(row, "succeeded", 501));
        carrier.answers(200, refund(row, "succeeded", 500).replace(ARefund.INTENT, "pi_other"));
        carrier.answers(200, refund(row, "succeeded", 500).replace("eur", "usd"));
        carrier.answers(200, refund(ARefund.in(REFUNDING).row(), "succeeded", 500));

        for (int i = 0; i < 4; i++) {
            assertInstanceOf(RefundAnswer.Foreign.class, gateway.perform(RefundOperation.REFUND, row), "answer " + i);
        }
    }

    @Test
    void aNamelessRefundIsLookedForAmongAllOfItsIntent() {
        RefundRow lost = ARefund.in(UNKNOWN_REFUND).row();
        carrier.answers(200, list(false, refund(row, "succeeded", 500), refund(lost, "succeeded", 500)));
        carrier.answers(200, list(false, refund(row, "succeeded", 500)));
        carrier.answers(200, list(true, refund(row, "succeeded", 500)));
        carrier.answers(200, list(false, refund(row, "succeeded", 500).replace(ARefund.INTENT, "pi_other")));

        assertEquals(new RefundAnswer.Done("re_1"), gateway.perform(RefundOperation.ASK, lost));
        assertEquals(new RefundAnswer.NotExecuted(), gateway.perform(RefundOperation.ASK, lost));
        assertInstanceOf(RefundAnswer.Unknown.class, gateway.perform(RefundOperation.ASK, lost));
        assertInstanceOf(RefundAnswer.Foreign.class, gateway.perform(RefundOperation.ASK, lost));
        assertEquals("GET /v1/refunds null", carrier.sent.get(0));
    }

    @Test
    void aNamedRefundIsAskedForByItsName() {
        RefundRow named = ARefund.in(REFUNDING).named("re_1").row();
        carrier.answers(200, refund(named, "succeeded", 500));

        assertEquals(new RefundAnswer.Done("re_1"), gateway.perform(RefundOperation.ASK, named));
        assertEquals(List.of("GET /v1/refunds/re_1 null"), carrier.sent);
    }

    @Test
    void aRefusalIsDefiniteOnlyWhenTheListShowsNothing() {
        String refusal =
                "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"charge_already_refunded\",\"message\":\"no\"}}";
        carrier.answers(400, refusal);
        carrier.answers(200, list(false));
        carrier.answers(400, refusal);
        carrier.answers(200, list(false, refund(row, "succeeded", 500)));
        carrier.answers(400, refusal);
        carrier.answers(-1, "");

        assertEquals(
                new RefundAnswer.Failed(null, "charge_already_refunded"), gateway.perform(RefundOperation.REFUND, row));
        assertEquals(new RefundAnswer.Done("re_1"), gateway.perform(RefundOperation.REFUND, row));
        assertInstanceOf(RefundAnswer.Unknown.class, gateway.perform(RefundOperation.REFUND, row));
    }

    private static String refund(RefundRow row, String status, long amount) {
        return "{\"id\":\"re_1\",\"object\":\"refund\",\"status\":\"" + status + "\",\"amount\":" + amount
                + ",\"currency\":\"eur\",\"payment_intent\":\"" + row.intent() + "\",\"metadata\":{\"refund\":\""
                + row.ref() + "\"}}";
    }

    private static String list(boolean more, String... refunds) {
        return "{\"object\":\"list\",\"url\":\"/v1/refunds\",\"has_more\":" + more + ",\"data\":["
                + String.join(",", refunds) + "]}";
    }

    /** Answers what it was told to, in that order; a status below zero is no answer. */
    private static final class Carrier extends HttpClient {
        private final Deque<Map.Entry<Integer, String>> answers = new ArrayDeque<>();
        private final List<String> sent = new ArrayList<>();
        private String body = "";

        void answers(int status, String text) {
            answers.add(Map.entry(status, text));
        }

        @Override
        public StripeResponse request(StripeRequest request) throws ApiConnectionException {
            sent.add(request.method() + " " + request.url().getPath() + " "
                    + request.headers().firstValue("Idempotency-Key").orElse(null));
            if (request.content() != null) {
                body = java.net.URLDecoder.decode(
                        new String(request.content().byteArrayContent(), StandardCharsets.UTF_8),
                        StandardCharsets.UTF_8);
            }
            Map.Entry<Integer, String> answer = answers.remove();
            if (answer.getKey() < 0) {
                throw new ApiConnectionException("timeout");
            }
            return new StripeResponse(answer.getKey(), HttpHeaders.of(Map.of()), answer.getValue());
        }
    }
}
