package arcade.sandbox.clients;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Keeps each event as it came, bytes and signature, for a client to verify with its own means. */
final class WebhookBox implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<JsonObject> events = new ArrayList<>();

    WebhookBox() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/webhook", this::receive);
        server.createContext("/next", this::hand);
        server.start();
    }

    String address() {
        return url() + "/webhook";
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The body and the signature of the event of a type about a resource; waits for it. */
    synchronized JsonObject event(String type, String about) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Optional<JsonObject> found = find(type, about);
        while (found.isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("no event " + type + " about " + about + " within 20 s");
            }
            wait(left);
            found = find(type, about);
        }
        return found.get();
    }

    private Optional<JsonObject> find(String type, String about) {
        return events.stream()
                .filter(event -> event.get("body").getAsString().contains("\"type\":\"" + type + "\"")
                        && event.get("body").getAsString().contains("\"id\":\"" + about + "\""))
                .findFirst();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonObject event = new JsonObject();
            event.addProperty("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            event.addProperty("signature", exchange.getRequestHeaders().getFirst("Stripe-Signature"));
            synchronized (this) {
                events.add(event);
                notifyAll();
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void hand(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] query = exchange.getRequestURI().getQuery().split("[=&]");
            byte[] body = event(query[1], query[3]).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
