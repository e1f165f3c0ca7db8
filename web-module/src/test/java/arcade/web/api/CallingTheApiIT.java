package arcade.web.api;

import static arcade.web.store.Rows.change;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.testing.TestRelease;
import arcade.web.api.Api.Reply;
import jakarta.json.JsonObject;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API over HTTP, on a node without a till: payments stay REQUESTED. */
@ExtendWith(ArquillianExtension.class)
class CallingTheApiIT {
    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(ApiApplication.class).war();
    }

    @ArquillianResource
    private URL node;

    private Api api;
    private Api otherShop;

    @BeforeEach
    void openShops() throws Exception {
        api = TestShop.open(node, "api-one");
        otherShop = TestShop.open(node, "api-two");
    }

    @Test
    void aCartBecomesAnOrder() throws Exception {
        Reply start = api.post("/api/v1/carts", null);
        assertEquals(201, start.status(), start.response()::body);
        String cart = start.json().getString("token");
        Reply added = api.post("/api/v1/carts/" + cart + "/lines", "{\"sku\":\"MUG-BLUE\",\"quantity\":2,\"price\":1}");
        Reply placed = api.post("/api/v1/checkouts", Api.checkout(cart, ",\"expectedTotalMinor\":2990"));

        assertTrue(start.header("Location").endsWith("/api/v1/carts/" + cart));
        assertEquals(2990, added.json().getInt("totalMinor"));
        assertEquals(201, placed.status(), placed.response()::body);
        assertEquals("no-store", placed.header("Cache-Control"));
        JsonObject order = placed.json();
        assertEquals("PLACED", order.getString("state"));
        assertTrue(order.isNull("number"));
        assertEquals(2990, order.getInt("totalMinor"));
        assertEquals("REQUESTED", order.getJsonObject("payment").getString("state"));
        assertEquals(
                order, api.get("/api/v1/orders/" + order.getString("token")).json());
        assertEquals(
                404, otherShop.get("/api/v1/orders/" + order.getString("token")).status());
        assertTrue(placed.response().headers().allValues("Set-Cookie").isEmpty(), "the API keeps no session");
    }

    @Test
    void aReplayedCheckoutGetsTheSameAnswer() throws Exception {
        String cart = api.cartWith("MUG-BLUE", 1);
        String key = UUID.randomUUID().toString();

        Reply first = api.post("/api/v1/checkouts", Api.checkout(cart, ""), key);
        Reply second = api.post("/api/v1/checkouts", Api.checkout(cart, ""), key);
        Reply other = api.post("/api/v1/checkouts", Api.checkout(cart, ",\"note\":1"), key);

        assertEquals(201, second.status());
        assertEquals(first.response().body(), second.response().body());
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals("", first.header("Idempotent-Replayed"));
        assertEquals("true", second.header("Idempotent-Replayed"));
        assertEquals(422, other.status());
        assertEquals("idempotency-key-reused", other.problem());
    }

    @Test
    void theSameKeyAtOnceHasOneEffect() throws Exception {
        String cart = api.newCart();
        String key = UUID.randomUUID().toString();
        ExecutorService clients = Executors.newFixedThreadPool(6);
        List<Future<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            replies.add(clients.submit(
                    () -> api.post("/api/v1/carts/" + cart + "/lines", "{\"sku\":\"MUG-BLUE\",\"quantity\":1}", key)));
        }
        int first = 0;
        for (Future<Reply> reply : replies) {
            assertEquals(200, reply.get().status(), reply.get().response()::body);
            first += reply.get().header("Idempotent-Replayed").isEmpty() ? 1 : 0;
        }
        clients.shutdown();

        assertEquals(1, first);
        JsonObject line =
                api.get("/api/v1/carts/" + cart).json().getJsonArray("lines").getJsonObject(0);
        assertEquals(1, line.getInt("quantity"));
    }

    @Test
    void aRefusalIsNotKeptUnderItsKey() throws Exception {
        String cart = api.newCart();
        String key = UUID.randomUUID().toString();

        assertEquals(
                "cart-empty",
                api.post("/api/v1/checkouts", Api.checkout(cart, ""), key).problem());
        api.post("/api/v1/carts/" + cart + "/lines", "{\"sku\":\"MUG-BLUE\",\"quantity\":1}");

        assertEquals(
                201, api.post("/api/v1/checkouts", Api.checkout(cart, ""), key).status());
    }

    @Test
    void aWaitEndsWhenItsTimeIsOver() throws Exception {
        String cart = api.cartWith("MUG-BLUE", 1);
        Instant before = Instant.now();

        Reply placed = api.post(
                "/api/v1/checkouts", Api.checkout(cart, ""), UUID.randomUUID().toString(), "Prefer", "wait=1");

        assertEquals(201, placed.status());
        assertEquals("wait=1", placed.header("Preference-Applied"));
        assertTrue(Duration.between(before, Instant.now()).toMillis() >= 1000);
    }

    @Test
    void productsAreForSharedCaches() throws Exception {
        Reply list = api.get("/api/v1/products?q=mug&size=5");
        Reply product = api.get("/api/v1/products/mug");

        assertEquals(
                "mug", list.json().getJsonArray("products").getJsonObject(0).getString("handle"));
        assertTrue(list.header("Cache-Control").contains("s-maxage=10"));
        assertEquals(2, product.json().getJsonArray("variants").size());
        assertTrue(product.json().getJsonArray("variants").getJsonObject(0).getBoolean("inStock"));
    }

    @Test
    void whatIsWrongWithALineIsAProblem() throws Exception {
        String lines = "/api/v1/carts/" + api.cartWith("MUG-BLUE", 999) + "/lines";
        Map<String, String> bodies = Map.ofEntries(
                Map.entry("{", "400 malformed-json"),
                Map.entry("", "400 malformed-json"),
                Map.entry("[]", "400 malformed-json"),
                Map.entry("{\"a\":" + "[".repeat(5000), "400 malformed-json"),
                Map.entry("{\"sku\":\"MUG-RED\",\"quantity\":1}x", "400 malformed-json"),
                Map.entry("{\"sku\":\"MUG-RED\"}", "400 wrong-member"),
                Map.entry("{\"sku\":7,\"quantity\":1}", "400 wrong-member"),
                Map.entry("{\"sku\":\"MUG-RED\",\"quantity\":\"1\"}", "400 wrong-member"),
                Map.entry("{\"sku\":\"MUG-RED\",\"quantity\":1.5}", "400 wrong-member"),
                Map.entry("{\"sku\":\"MUG-RED\",\"quantity\":0}", "422 quantity"),
                Map.entry("{\"sku\":\"MUG-RED\",\"quantity\":-1}", "422 quantity"),
                Map.entry("{\"sku\":\"MUG-RED\",\"quantity\":1e999999999}", "422 quantity"),
                Map.entry("{\"sku\":\"MUG-BLUE\",\"quantity\":1}", "422 quantity"),
                Map.entry("{\"sku\":\"NOPE\",\"quantity\":1}", "422 no-such-sku"),
                Map.entry(" ".repeat(20_000), "413 body-too-large"));

        for (Map.Entry<String, String> body : bodies.entrySet()) {
            Reply reply = api.post(lines, body.getKey());
            assertEquals(body.getValue(), reply.status() + " " + reply.problem(), body.getKey());
            assertEquals(reply.status(), reply.json().getInt("status"));
        }
        String line = "{\"sku\":\"MUG-RED\",\"quantity\":1}";
        assertEquals(
                "idempotency-key",
                api.call("POST", lines, line, "Content-Type", "application/json")
                        .problem());
        assertEquals(
                "unsupported-media-type",
                api.call("POST", lines, line, "Content-Type", "text/plain").problem());
    }

    @Test
    void whatIsWrongWithACheckoutIsAProblem() throws Exception {
        String cart = api.cartWith("MUG-RED", 4);
        String short1 = Api.checkout(cart, "");

        assertProblem("409 not-enough", api.post("/api/v1/checkouts", short1));
        assertProblem("400 wrong-member", api.post("/api/v1/checkouts", short1.replace("pm_card", "4242")));
        assertProblem("400 wrong-member", api.post("/api/v1/checkouts", "{\"cart\":\"x\"}"));
        assertProblem("422 invalid-checkout", api.post("/api/v1/checkouts", short1.replace("@", " at ")));
        assertProblem("422 no-delivery", api.post("/api/v1/checkouts", short1.replace("\"DE\"", "\"AQ\"")));
        assertProblem("404 no-such-cart", otherShop.post("/api/v1/checkouts", short1));
        api.call(
                "PUT",
                "/api/v1/carts/" + cart + "/lines/MUG-RED",
                "{\"quantity\":1}",
                "Content-Type",
                "application/json");
        Reply tampered = api.post("/api/v1/checkouts", Api.checkout(cart, ",\"expectedTotalMinor\":1"));
        assertProblem("409 total-changed", tampered);
        assertEquals(1790, tampered.json().getInt("totalMinor"));
        Reply placed = api.post("/api/v1/checkouts", short1);
        Reply again = api.post("/api/v1/checkouts", short1);
        assertProblem("409 cart-ordered", again);
        assertEquals(placed.json().getString("token"), again.json().getString("order"));
    }

    @Test
    void whatIsNotThereIsAProblem() throws Exception {
        String cart = api.cartWith("MUG-BLUE", 1);

        assertProblem("404 unknown-host", new Api(node, "nobody.example").get("/api/v1/products"));
        assertProblem("404 not-found", api.get("/api/v1/nothing"));
        assertProblem("404 no-such-product", api.get("/api/v1/products/nope"));
        assertProblem("404 no-such-category", api.get("/api/v1/products?category=nope"));
        assertProblem("400 wrong-parameter", api.get("/api/v1/products?page=0"));
        assertProblem("404 no-such-cart", api.get("/api/v1/carts/nope"));
        assertProblem("404 no-such-cart", otherShop.get("/api/v1/carts/" + cart));
        assertProblem("404 not-in-cart", api.call("DELETE", "/api/v1/carts/" + cart + "/lines/MUG-RED", null));
        assertProblem("404 no-such-order", api.get("/api/v1/orders/nope"));
        assertProblem("405 method-not-allowed", api.call("DELETE", "/api/v1/products", null));
        assertProblem("406 not-acceptable", api.get("/api/v1/products", "Accept", "text/html"));
        change("UPDATE cart SET expires_at = '2001-01-01' WHERE token = ?", cart);
        assertProblem("410 cart-expired", api.get("/api/v1/carts/" + cart));
        assertProblem("410 cart-expired", api.post("/api/v1/checkouts", Api.checkout(cart, "")));
    }

    @Test
    void everyOperationIsDescribed() throws Exception {
        String description = api.get("/api/v1/openapi").response().body();

        for (String operation : List.of(
                "listProducts",
                "seeProduct",
                "startCart",
                "seeCart",
                "addToCart",
                "changeLine",
                "removeLine",
                "placeOrder",
                "seeOrder",
                "cancelOrder",
                "tryAnotherCard")) {
            assertTrue(description.contains("operationId: " + operation), operation);
        }
        assertFalse(description.contains("/internal"), "the operator's addresses are nobody's business");
    }

    private static void assertProblem(String expected, Reply reply) {
        assertEquals(expected, reply.status() + " " + reply.problem());
    }
}
