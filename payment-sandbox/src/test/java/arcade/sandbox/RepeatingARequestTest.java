package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.exception.StripeException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepeatingARequestTest extends SandboxTest {
    private static final String PAY =
            "amount=1200&currency=eur&confirm=true&payment_method=pm_card_visa&metadata[order]=o1";

    @Test
    void theSameKeyReplaysStatusAndBody() {
        var first = sandbox.api("/v1/payment_intents", PAY, "k1");

        var second = sandbox.api("/v1/payment_intents", PAY, "k1");

        assertEquals(first.body(), second.body());
        assertEquals("true", second.headers().firstValue("Idempotent-Replayed").orElse(""));
        assertEquals(first.headers().firstValue("Request-Id"), second.headers().firstValue("Original-Request"));
        assertEquals(2, sandbox.ledger().size());
    }

    @Test
    void theOrderOfParametersDoesNotMatter() {
        sandbox.api("/v1/customers", "name=A&email=a@example.org", "k1");

        var second = sandbox.api("/v1/customers", "email=a@example.org&name=A", "k1");

        assertEquals("true", second.headers().firstValue("Idempotent-Replayed").orElse(""));
    }

    @Test
    void aDeclineIsReplayedToo() throws StripeException {
        String confirm = "/v1/payment_intents/" + sandbox.anIntent().getId() + "/confirm";
        var first = sandbox.api(confirm, "payment_method=pm_card_chargeDeclined", "k1");

        var second = sandbox.api(confirm, "payment_method=pm_card_chargeDeclined", "k1");

        assertEquals(402, second.statusCode());
        assertEquals(first.body(), second.body());
        assertEquals("true", second.headers().firstValue("Idempotent-Replayed").orElse(""));
    }

    @Test
    void otherParametersUnderTheSameKeyAreAnError() {
        sandbox.api("/v1/payment_intents", PAY, "k1");

        var other = sandbox.api("/v1/payment_intents", PAY.replace("1200", "1300"), "k1");

        assertEquals(400, other.statusCode());
        assertEquals("idempotency_error", error(other).get("type").getAsString());
        assertEquals(2, sandbox.ledger().size());
    }

    @Test
    void anotherEndpointUnderTheSameKeyIsAnError() {
        sandbox.api("/v1/customers", "name=A", "k1");

        assertEquals(400, sandbox.api("/v1/payment_methods", "name=A", "k1").statusCode());
    }

    @Test
    void whatFailedValidationIsNotStored() {
        assertEquals(
                400, sandbox.api("/v1/payment_intents", "currency=eur", "k1").statusCode());

        assertEquals(200, sandbox.api("/v1/payment_intents", PAY, "k1").statusCode());
    }

    @Test
    void manyAtOnceTakeTheMoneyOnce() throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(16);
        Callable<HttpResponse<String>> pay = () -> sandbox.api("/v1/payment_intents", PAY, "k1");
        List<Future<HttpResponse<String>>> calls =
                clients.invokeAll(Stream.generate(() -> pay).limit(64).toList());
        clients.shutdown();

        for (Future<HttpResponse<String>> call : calls) {
            HttpResponse<String> answer = call.get();
            assertTrue(
                    answer.statusCode() == 200
                            || error(answer).get("code").getAsString().equals("idempotency_key_in_use"),
                    answer.body());
        }
        assertEquals(2, sandbox.ledger().size());
    }

    @Test
    void aKeyIsForgottenAfterADay() throws java.io.IOException {
        SettableClock clock = new SettableClock(Instant.parse("2026-11-20T10:00:00Z"));
        try (RunningSandbox other = RunningSandbox.start(folder.resolve("other"), clock)) {
            other.api("/v1/payment_intents", PAY, "k1");

            clock.advance(Duration.ofHours(23));
            var replayed = other.api("/v1/payment_intents", PAY, "k1");
            clock.advance(Duration.ofHours(2));
            var fresh = other.api("/v1/payment_intents", PAY, "k1");

            assertTrue(replayed.headers().firstValue("Idempotent-Replayed").isPresent());
            assertTrue(fresh.headers().firstValue("Idempotent-Replayed").isEmpty());
            assertEquals(4, other.ledger().size());
        }
    }

    private static JsonObject error(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject().getAsJsonObject("error");
    }
}
