package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentIntentListParams;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettingTheClockTest extends SandboxTest {
    private static final long DAY_AND_AN_HOUR = 90_000;

    @Test
    void itSaysTheTime() {
        long now = set(DAY_AND_AN_HOUR);

        assertEquals(Instant.now().getEpochSecond() + DAY_AND_AN_HOUR, now, 5);
        assertEquals(now, time(sandbox.control("GET", "/_ctl/clock", "")), 5);
    }

    @Test
    void theOffsetReplacesTheOneBefore() {
        set(DAY_AND_AN_HOUR);

        assertEquals(Instant.now().getEpochSecond(), set(0), 5);
    }

    @Test
    void aKeyOfYesterdayIsForgotten() {
        sandbox.api("/v1/customers", "name=A", "k1");
        set(80_000);
        assertTrue(isReplayed("k1"));

        set(DAY_AND_AN_HOUR);

        assertTrue(!isReplayed("k1"));
    }

    @Test
    void aKeyIsForgottenInTimeThoughTheClockWasSetBack() {
        set(DAY_AND_AN_HOUR);
        sandbox.api("/v1/customers", "name=A", "ahead");
        set(0);
        sandbox.api("/v1/customers", "name=A", "k1");
        set(DAY_AND_AN_HOUR);

        assertTrue(!isReplayed("k1"));
        assertTrue(isReplayed("ahead"));
    }

    @Test
    void aSessionExpiresByIt() throws StripeException {
        Session session = sandbox.aSession();

        set(DAY_AND_AN_HOUR);

        assertEquals("expired", sandbox.read(session).getStatus());
        assertEquals(410, sandbox.get(session.getUrl()).statusCode());
    }

    @Test
    void listsAreInOrderOfTimeThoughTheClockWasSetBack() throws StripeException {
        PaymentIntent now = sandbox.anIntent();
        set(-7_200);
        PaymentIntent earlier = sandbox.anIntent();
        PaymentIntentListParams lastHour = PaymentIntentListParams.builder()
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(Instant.now().getEpochSecond() - 3_600)
                        .build())
                .build();

        assertEquals(
                now.getId(),
                sandbox.stripe()
                        .v1()
                        .paymentIntents()
                        .list(lastHour)
                        .getData()
                        .get(0)
                        .getId());
        assertEquals(
                earlier.getId(),
                sandbox.stripe().v1().paymentIntents().list().getData().get(1).getId());
    }

    @Test
    void aBadOffsetIsRefused() {
        HttpResponse<String> refusal = sandbox.control("POST", "/_ctl/clock", "{\"offsetSeconds\":\"x\"}");

        assertEquals(400, refusal.statusCode());
        assertTrue(refusal.body().contains("offsetSeconds must be a whole number"), refusal.body());
    }

    private boolean isReplayed(String key) {
        return sandbox.api("/v1/customers", "name=A", key)
                .headers()
                .firstValue("Idempotent-Replayed")
                .isPresent();
    }

    private long set(long offsetSeconds) {
        return time(sandbox.control("POST", "/_ctl/clock", "{\"offsetSeconds\": " + offsetSeconds + "}"));
    }

    private static long time(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return JsonParser.parseString(answer.body())
                .getAsJsonObject()
                .get("now")
                .getAsLong();
    }
}
