package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** More calls hang than the gateway has threads. */
class HoldingConnectionsTest extends SandboxTest {
    private static final int HANGING = 300;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void theOthersAreServedMeanwhile() {
        sandbox.faults("{\"operation\":\"create\",\"kind\":\"timeout\",\"millis\":60000}");
        for (int i = 0; i < HANGING; i++) {
            call("/v1/payment_intents", "amount=1200&currency=eur", "k" + i);
        }
        awaitInjected("{\"create/timeout\":" + HANGING + "}");

        Instant start = Instant.now();
        HttpResponse<String> answer = sandbox.api("/v1/customers", "name=A", "other");

        assertEquals(200, answer.statusCode());
        assertTrue(Duration.between(start, Instant.now()).toSeconds() < 10, "it waited for those that hang");
    }

    @Test
    void aCallThatIsHeldBackHoldsItsKey() {
        sandbox.faults("{\"operation\":\"other\",\"kind\":\"latency\",\"millis\":3000,\"applied\":false}");
        CompletableFuture<HttpResponse<String>> first = call("/v1/customers", "name=A", "k1");
        awaitInjected("{\"other/latency\":1}");
        sandbox.faults("");

        HttpResponse<String> second = sandbox.api("/v1/customers", "name=A", "k1");

        assertEquals(409, second.statusCode());
        assertTrue(second.body().contains("idempotency_key_in_use"), second.body());
        assertEquals(200, first.join().statusCode());
        assertEquals(
                first.join().body(),
                sandbox.api("/v1/customers", "name=A", "k1").body());
    }

    private CompletableFuture<HttpResponse<String>> call(String path, String form, String key) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url(path)))
                .header("Authorization", "Bearer " + RunningSandbox.KEY)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private void awaitInjected(String counts) {
        Instant deadline = Instant.now().plusSeconds(30);
        while (!sandbox.injected().equals(counts)) {
            assertTrue(Instant.now().isBefore(deadline), "not all hang within 30 s: " + sandbox.injected());
        }
    }
}
