package arcade.operations.node;

import arcade.operations.home.Machine;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a node whether it may have shoppers. Payara answers UP before it has an application; that is no readiness. */
public final class Readiness {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private static final int OK = 200;

    private final URI address;
    private String answer = "no answer";

    public Readiness(Machine node) {
        this.address = URI.create(node.url() + "/health/ready");
    }

    public boolean ready() {
        try {
            HttpResponse<String> response = HTTP.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(2))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            answer = response.statusCode() + " " + response.body();
            return response.statusCode() == OK && hasChecks(response.body());
        } catch (IOException e) {
            answer = "no answer";
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The last answer as it came, for a message. */
    public String answer() {
        return answer;
    }

    /** True when the server answered in place of an application. */
    boolean withoutApplication() {
        return answer.contains("No Application deployed");
    }

    private static boolean hasChecks(String body) {
        try {
            JsonObject health = JsonParser.parseString(body).getAsJsonObject();
            return health.has("checks") && !health.getAsJsonArray("checks").isEmpty();
        } catch (JsonParseException | IllegalStateException e) {
            return false;
        }
    }
}
