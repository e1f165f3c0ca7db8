package arcade.system.harness;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** A program that buys: {@code /api/v1} of one shop, through the router. */
public final class Api {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI shop;
    private final int port;

    /** @param shop like {@code http://arcade.localhost:8080} */
    public Api(String shop) {
        this.shop = URI.create(shop);
        this.port = this.shop.getPort();
    }

    private Api(URI shop, int port) {
        this.shop = shop;
        this.port = port;
    }

    /** The same shop, asking this node past the router. */
    public Api at(Machine node) {
        return new Api(shop, node.port("http"));
    }

    public Answer get(String path) {
        return call("GET", path, Optional.empty(), "");
    }

    /** @param path below {@code /api/v1/} */
    public Answer post(String path, String key, String body) {
        return call("POST", path, Optional.of(key), body);
    }

    public Answer call(String method, String path, Optional<String> key, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Host", shop.getAuthority())
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        key.ifPresent(value -> request.header("Idempotency-Key", value));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return sent(request.build());
    }

    /** What only an operator may ask, of a node, past the router. @param path below {@code /internal/v1/} */
    public static Answer operator(Machine node, String token, String path) {
        return sent(HttpRequest.newBuilder(URI.create(node.url() + "/internal/v1/" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private static Answer sent(HttpRequest request) {
        try {
            return new Answer(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A cart with these pieces. @return its token */
    public String cart(String sku, int quantity) {
        String cart = post("carts", key(), "").expect(201).text("token");
        post("carts/" + cart + "/lines", key(), line(sku, quantity)).expect(200);
        return cart;
    }

    public static String line(String sku, long quantity) {
        JsonObject line = new JsonObject();
        line.addProperty("sku", sku);
        line.addProperty("quantity", quantity);
        return line.toString();
    }

    /** The body of a checkout paid by a card that the gateway knows as {@code pm_…}. */
    public static String checkout(String cart, String card) {
        return """
                {"cart":"%s","email":"program@example.com","name":"Ada Program",
                 "address":{"line1":"1 Main Street","postalCode":"10115","city":"Berlin","country":"DE"},
                 "payment":{"method":"token","token":"%s"}}""".formatted(cart, card);
    }

    /** Waits until the order is in this state. */
    public JsonObject awaitOrder(String order, String state, Duration limit) {
        return Waiting.until("order " + order + " is " + state, limit, () -> state(order, state));
    }

    private Optional<JsonObject> state(String order, String wanted) {
        try {
            Answer answer = get("orders/" + order);
            return answer.status() == 200 && answer.text("state").equals(wanted)
                    ? Optional.of(answer.json())
                    : Optional.empty();
        } catch (UncheckedIOException away) {
            return Optional.empty();
        }
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }
}
