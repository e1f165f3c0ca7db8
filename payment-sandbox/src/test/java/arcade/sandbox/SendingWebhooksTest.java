package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingWebhooksTest {
    @TempDir
    Path folder;

    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer shop;

    @BeforeEach
    void listen() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/webhooks/gateway", this::receive);
        shop.start();
    }

    @AfterEach
    void stop() {
        shop.stop(0);
    }

    @Test
    void eventsVerifyAndCarryTheResource() throws StripeException, IOException, InterruptedException {
        try (RunningSandbox sandbox = sandbox("payment_intent.amount_capturable_updated")) {
            PaymentIntent intent = sandbox.anAuthorizedIntent();

            Event event = next().verified();

            assertEquals("payment_intent.amount_capturable_updated", event.getType());
            PaymentIntent about = (PaymentIntent)
                    event.getDataObjectDeserializer().getObject().orElseThrow();
            assertEquals(intent.getId(), about.getId());
            assertEquals("requires_capture", about.getStatus());
            assertEquals(
                    event.getId(),
                    sandbox.stripe().v1().events().retrieve(event.getId()).getId());
        }
    }

    @Test
    void aRefusedDeliveryIsRepeated() throws StripeException, IOException, InterruptedException {
        refusals.set(2);
        try (RunningSandbox sandbox = sandbox("charge.succeeded")) {
            sandbox.anAuthorizedIntent();

            String first = next().verified().getId();

            assertEquals(first, next().verified().getId());
            assertEquals(first, next().verified().getId());
        }
    }

    @Test
    void onlyTheWantedTypesAreSent() throws StripeException, IOException, InterruptedException {
        try (RunningSandbox sandbox = sandbox("charge.captured,charge.refunded")) {
            sandbox.aCapturedIntent();

            assertEquals("charge.captured", next().verified().getType());
            assertTrue(deliveries.isEmpty());
        }
    }

    @Test
    void anAnswerDoesNotWaitForTheShop() throws StripeException, IOException {
        shop.stop(0);
        try (RunningSandbox sandbox = sandbox("charge.succeeded")) {
            assertEquals("requires_capture", sandbox.anAuthorizedIntent().getStatus());
        }
    }

    @Test
    void theVersionIsTheClientsOwn() {
        assertEquals(com.stripe.Stripe.API_VERSION, arcade.sandbox.ledger.Event.API_VERSION);
    }

    private RunningSandbox sandbox(String types) throws IOException {
        return RunningSandbox.start(
                folder.resolve("ledger.jsonl"),
                Clock.systemUTC(),
                "--webhook-url",
                "http://127.0.0.1:" + shop.getAddress().getPort() + "/webhooks/gateway",
                "--webhook-secret",
                RunningSandbox.WEBHOOK_SECRET,
                "--webhook-events",
                types);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            deliveries.add(new Delivery(body, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
            exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 500 : 200, -1);
        }
    }

    private Delivery next() throws InterruptedException {
        Delivery delivery = deliveries.poll(10, TimeUnit.SECONDS);
        assertNotEquals(null, delivery, "no webhook within 10 s");
        return delivery;
    }

    private record Delivery(String body, String signature) {
        Event verified() throws SignatureVerificationException {
            return Webhook.constructEvent(body, signature, RunningSandbox.WEBHOOK_SECRET);
        }
    }
}
