package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisturbingWebhooksTest {
    private static final int EVENTS = 30;

    @TempDir
    Path folder;

    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private HttpServer shop;
    private RunningSandbox sandbox;

    @BeforeEach
    void listen() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", this::receive);
        shop.start();
        String address = "http://127.0.0.1:" + shop.getAddress().getPort() + "/webhooks/gateway";
        sandbox = RunningSandbox.start(
                folder.resolve("ledger.jsonl"),
                Clock.systemUTC(),
                "--webhook-url",
                address,
                "--webhook-secret",
                RunningSandbox.WEBHOOK_SECRET,
                "--webhook-events",
                "payment_intent.created");
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
        shop.stop(0);
    }

    @Test
    void someAreLost() {
        disturb("\"drop\":0.5");

        makeEvents();

        int lost = count("webhook/drop");
        assertTrue(lost > 0 && lost < EVENTS, "lost " + lost);
        awaitReceived(EVENTS - lost);
    }

    @Test
    void someComeTwice() {
        disturb("\"duplicate\":0.5");

        makeEvents();

        int doubled = count("webhook/duplicate");
        assertTrue(doubled > 0 && doubled < EVENTS, "doubled " + doubled);
        awaitReceived(EVENTS + doubled);
        assertEquals(EVENTS, received.stream().distinct().count());
    }

    @Test
    void someAreOvertaken() {
        disturb("\"shuffle\":0.5");

        List<String> made = makeEvents();

        awaitReceived(EVENTS);
        assertNotEquals(made, received);
        assertEquals(made.stream().sorted().toList(), received.stream().sorted().toList());
    }

    @Test
    void allComeLate() {
        disturb("\"delayMillis\":1000");
        Instant start = Instant.now();

        makeEvents();

        awaitReceived(1);
        assertTrue(Duration.between(start, Instant.now()).toMillis() >= 1000);
        awaitReceived(EVENTS);
    }

    private void disturb(String rules) {
        sandbox.control("POST", "/_ctl/faults", "{\"seed\":5,\"webhooks\":{" + rules + "}}");
    }

    /** The intents that were made, in order. */
    private List<String> makeEvents() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            made.add(intent(sandbox.api("/v1/payment_intents", "amount=1200&currency=eur", "k" + i)
                    .body()));
        }
        return made;
    }

    private int count(String fault) {
        return Integer.parseInt(sandbox.injected().replaceAll(".*\"" + fault + "\":([0-9]+).*", "$1"));
    }

    private void awaitReceived(int count) {
        Instant deadline = Instant.now().plusSeconds(20);
        while (received.size() < count) {
            assertTrue(Instant.now().isBefore(deadline), "only " + received.size() + " of " + count + " came");
            Thread.onSpinWait();
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(intent(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static String intent(String json) {
        return json.replaceAll("(?s).*\"id\":\"(pi_\\w+)\",\"object\":\"payment_intent\".*", "$1");
    }
}
