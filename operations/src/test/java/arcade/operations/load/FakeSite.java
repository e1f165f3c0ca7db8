package arcade.operations.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** A site that answers what a test tells it to, in turn; the last answer of an address stays. */
final class FakeSite implements AutoCloseable {
    /** A status of 0 closes the connection without an answer. */
    private record Answer(int status, String body, String header, String value) {}

    private final Map<String, Queue<Answer>> answers = new HashMap<>();
    private final HttpServer server;

    /** {@code METHOD path host cookie body} of each request. */
    final List<String> requests = new ArrayList<>();

    FakeSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", this::answer);
        server.start();
    }

    Target target() {
        return new Target(address(), "arcade.localhost:8080");
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    FakeSite on(String methodAndPath, int status, String body) {
        return on(methodAndPath, status, body, "X-None", "");
    }

    synchronized FakeSite on(String methodAndPath, int status, String body, String header, String value) {
        answers.computeIfAbsent(methodAndPath, unknown -> new ArrayDeque<>())
                .add(new Answer(status, body, header, value));
        return this;
    }

    synchronized FakeSite instead(String methodAndPath, int status, String body) {
        answers.remove(methodAndPath);
        return on(methodAndPath, status, body);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String cookie = exchange.getRequestHeaders().getFirst("Cookie");
        requests.add(call + " " + exchange.getRequestHeaders().getFirst("Host") + (cookie == null ? "" : " " + cookie)
                + (body.isEmpty() ? "" : " " + body));
        Queue<Answer> queue = answers.getOrDefault(
                call, new ArrayDeque<>(List.of(new Answer(404, "nothing at " + call, "X-None", ""))));
        Answer answer = queue.size() > 1 ? queue.remove() : queue.element();
        if (answer.status() != 0) {
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add(answer.header(), answer.value());
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
