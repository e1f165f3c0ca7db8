package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InjectingFaultsTest extends SandboxTest {
    private static final String PAY =
            "amount=1200&currency=eur&confirm=true&payment_method=pm_card_visa&metadata[order]=o1";

    @ParameterizedTest
    @ValueSource(strings = {"timeout", "close", "half_body"})
    void theMoneyMovesThoughNobodyIsTold(String kind) {
        sandbox.faults(rule(kind, "\"millis\":50"));

        assertThrows(AssertionError.class, () -> pay("k1"));

        assertEquals(2, sandbox.ledger().size());
        assertEquals("{\"create/" + kind + "\":1}", sandbox.injected());
        sandbox.faults("");
        assertEquals(
                "true", pay("k1").headers().firstValue("Idempotent-Replayed").orElse(""));
        assertEquals(2, sandbox.ledger().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout", "close"})
    void nothingMovesWhenTheFaultComesFirst(String kind) {
        sandbox.faults(rule(kind, "\"millis\":50,\"applied\":false"));

        assertThrows(AssertionError.class, () -> pay("k1"));

        assertTrue(sandbox.ledger().isEmpty());
        sandbox.faults("");
        assertTrue(pay("k1").headers().firstValue("Idempotent-Replayed").isEmpty());
    }

    @Test
    void aTimeoutHoldsTheConnectionAsLongAsItSays() {
        sandbox.faults(rule("timeout", "\"millis\":400"));
        long start = System.nanoTime();

        assertThrows(AssertionError.class, () -> pay("k1"));

        assertTrue(millisSince(start) >= 400, "closed after " + millisSince(start) + " ms");
    }

    @Test
    void anErrorAfterTheChargeIsStoredAndReplayed() {
        sandbox.faults(rule("error", "\"status\":503"));
        HttpResponse<String> first = pay("k1");
        sandbox.faults("");

        HttpResponse<String> second = pay("k1");

        assertEquals(503, first.statusCode());
        assertTrue(first.body().contains("api_error"), first.body());
        assertEquals(503, second.statusCode());
        assertEquals(first.body(), second.body());
        assertEquals("true", second.headers().firstValue("Idempotent-Replayed").orElse(""));
        assertEquals(2, sandbox.ledger().size());
    }

    @Test
    void theStoredErrorSurvivesARestart() throws java.io.IOException {
        sandbox.faults(rule("error", "\"status\":500"));
        pay("k1");
        sandbox.close();

        start();

        assertEquals(500, pay("k1").statusCode());
        assertEquals(2, sandbox.ledger().size());
    }

    @Test
    void anErrorNeverReplacesAnAnswerThatIsStored() {
        HttpResponse<String> first = pay("k1");
        sandbox.faults(rule("error", "\"status\":500"));

        assertEquals(first.body(), pay("k1").body());
        assertEquals("{}", sandbox.injected());
    }

    @Test
    void anErrorThatComesFirstIsNotStored() {
        sandbox.faults(rule("error", "\"applied\":false"));
        assertEquals(500, pay("k1").statusCode());
        assertTrue(sandbox.ledger().isEmpty());
        sandbox.faults("");

        assertEquals(200, pay("k1").statusCode());
    }

    @Test
    void tooManyRequestsAreTurnedAwayAndNotStored() {
        sandbox.faults(rule("rate_limit", "\"applied\":true"));
        assertEquals(429, pay("k1").statusCode());
        assertTrue(sandbox.ledger().isEmpty());
        sandbox.faults("");

        assertEquals(200, pay("k1").statusCode());
    }

    @Test
    void aPageForPeopleIsNoJson() {
        sandbox.faults(rule("html", "\"status\":200"));

        HttpResponse<String> answer = pay("k1");

        assertEquals(200, answer.statusCode());
        assertEquals("text/html", answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.body().startsWith("<html>"));
        assertEquals(2, sandbox.ledger().size());
    }

    @Test
    void anAnswerThatIsLateIsTheRightOne() {
        sandbox.faults(rule("latency", "\"millis\":300"));
        long start = System.nanoTime();

        HttpResponse<String> answer = pay("k1");

        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() >= 300);
        assertEquals(200, answer.statusCode());
        assertEquals("{\"create/latency\":1}", sandbox.injected());
    }

    @Test
    void otherOperationsAreLeftAlone() {
        sandbox.faults("{\"operation\":\"capture\",\"kind\":\"close\"}");

        assertEquals(200, pay("k1").statusCode());
    }

    @Test
    void whatCannotBeUnderstoodIsAnsweredPlainly() {
        sandbox.faults(rule("close", "\"millis\":0"));

        assertEquals(400, sandbox.api("/v1/payment_intents", "amuont=1", "k1").statusCode());
    }

    @Test
    void aBadSetIsRefusedAndChangesNothing() {
        sandbox.faults(rule("close", "\"millis\":7"));

        HttpResponse<String> refusal = sandbox.control("POST", "/_ctl/faults", "{\"rules\":[{\"operation\":\"pay\"}]}");

        assertEquals(400, refusal.statusCode());
        assertTrue(refusal.body().contains("rules[0].operation must be one of create, "), refusal.body());
        assertTrue(sandbox.control("GET", "/_ctl/faults", "").body().contains("\"millis\":7"));
    }

    @Test
    void deletingEndsAllFaultsButNotTheirCount() {
        sandbox.faults(rule("error", "\"status\":500"));
        pay("k1");

        String set = sandbox.control("DELETE", "/_ctl/faults", "").body();

        assertTrue(set.contains("\"rules\":[]"), set);
        assertEquals(200, pay("k2").statusCode());
        assertEquals("{\"create/error\":1}", sandbox.injected());
    }

    @Test
    void theSetIsShownAsItIs() {
        String set = "{\"seed\":42,\"rules\":[{\"operation\":\"session.create\",\"kind\":\"other_intent\","
                + "\"probability\":0.25,\"applied\":true,\"millis\":0,\"status\":200}],"
                + "\"webhooks\":{\"drop\":0.1,\"duplicate\":0.2,\"shuffle\":0.5,\"delayMillis\":9}}";

        assertEquals(set, sandbox.control("POST", "/_ctl/faults", set).body().strip());
        assertFalse(sandbox.control("GET", "/_ctl/faults", "").body().contains("create/"));
    }

    private HttpResponse<String> pay(String key) {
        return sandbox.api("/v1/payment_intents", PAY, key);
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }

    private static String rule(String kind, String more) {
        return "{\"operation\":\"create\",\"kind\":\"" + kind + "\"," + more + "}";
    }
}
