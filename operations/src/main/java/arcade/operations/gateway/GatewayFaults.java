package arcade.operations.gateway;

import arcade.operations.home.Failure;
import arcade.operations.home.Machine;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The payment sandbox's faults, at its control port. */
public final class GatewayFaults {
    private static final String INJECTED = "injected";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    public GatewayFaults(Machine gateway) {
        this.address = URI.create("http://" + gateway.address() + ":" + gateway.port("control") + "/_ctl/faults");
    }

    /** Replaces what there was. @throws Failure when the sandbox does not take it */
    public void set(JsonObject faults) throws InterruptedException {
        send(request().POST(BodyPublishers.ofString(faults.toString())).build());
    }

    /** What is set now, in the words that {@link #set} takes. */
    public JsonObject present() throws InterruptedException {
        JsonObject faults = read();
        faults.remove(INJECTED);
        return faults;
    }

    public void clear() throws InterruptedException {
        send(request().DELETE().build());
    }

    /** How often each fault hit since it was set: {@code capture/timeout} → 12. */
    public Map<String, Long> injected() throws InterruptedException {
        Map<String, Long> counts = new TreeMap<>();
        if (read().get(INJECTED) instanceof JsonObject injected) {
            for (Map.Entry<String, JsonElement> entry : injected.entrySet()) {
                counts.put(entry.getKey(), entry.getValue().getAsLong());
            }
        }
        return counts;
    }

    private JsonObject read() throws InterruptedException {
        return send(request().GET().build());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(address).timeout(TIMEOUT);
    }

    private JsonObject send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new Failure(
                        "the payment sandbox does not take " + request.method() + " " + address + ": "
                                + answer.statusCode() + " " + answer.body(),
                        "start this cluster with the present release: './arcade down' and './arcade up'");
            }
            return answer.body().isBlank()
                    ? new JsonObject()
                    : JsonParser.parseString(answer.body()).getAsJsonObject();
        } catch (IOException | JsonParseException | IllegalStateException e) {
            throw new Failure("the payment sandbox's control port fails: " + e, "see './arcade status'", e);
        }
    }
}
