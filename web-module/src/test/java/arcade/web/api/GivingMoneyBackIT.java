package arcade.web.api;

import static arcade.web.store.Rows.change;
import static arcade.web.store.Rows.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.testing.TestRelease;
import arcade.web.api.Api.Reply;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
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

/** What an operator asks and what the shopper sees of it, over HTTP, on a node without a till. The order costs 17.40. */
@ExtendWith(ArquillianExtension.class)
class GivingMoneyBackIT {
    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(ApiApplication.class).war();
    }

    @ArquillianResource
    private URL node;

    private Api api;

    @BeforeEach
    void openShop() throws Exception {
        api = TestShop.open(node, "refunding");
    }

    @Test
    void anOperatorGivesPartsBackAndThenAllThatIsLeft() throws Exception {
        String order = aPaidOrder();

        Reply part = refund(order, "{\"amountMinor\":500,\"reason\":\"one broken\"}", key());
        Reply rest = refund(order, "{\"amountMinor\":null,\"reason\":\"sent back\"}", key());

        assertEquals(201, part.status(), part.response()::body);
        assertEquals(500, part.json().getInt("amountMinor"));
        assertEquals("REQUESTED", part.json().getString("state"));
        assertEquals(1240, rest.json().getInt("amountMinor"));
        JsonArray listed = operator("GET", order + "/refunds").json().getJsonArray("refunds");
        assertEquals(List.of(part.json(), rest.json()), listed);
        assertProblem("409 nothing-to-refund", refund(order, "{\"amountMinor\":null,\"reason\":\"x\"}", key()));
    }

    @Test
    void theSameKeyAtOnceIsOneRefund() throws Exception {
        String order = aPaidOrder();
        String key = key();
        ExecutorService clicks = Executors.newFixedThreadPool(8);
        List<Future<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            replies.add(clicks.submit(() -> refund(order, "{\"amountMinor\":500,\"reason\":\"broken\"}", key)));
        }
        int first = 0;
        for (Future<Reply> reply : replies) {
            assertEquals(201, reply.get().status(), reply.get().response()::body);
            first += reply.get().header("Idempotent-Replayed").isEmpty() ? 1 : 0;
        }
        clicks.shutdown();

        assertEquals(1, first);
        assertEquals(
                1,
                operator("GET", order + "/refunds")
                        .json()
                        .getJsonArray("refunds")
                        .size());
        assertProblem("422 idempotency-key-reused", refund(order, "{\"amountMinor\":501,\"reason\":\"broken\"}", key));
    }

    @Test
    void whatCannotBeGivenBackIsAProblem() throws Exception {
        String paid = aPaidOrder();
        String good = "{\"amountMinor\":500,\"reason\":\"broken\"}";

        assertProblem("409 refund-too-much", refund(paid, good.replace("500", "1741"), key()));
        assertProblem("422 refund-amount", refund(paid, good.replace("500", "0"), key()));
        assertProblem("422 refund-reason", refund(paid, "{\"amountMinor\":500}", key()));
        assertProblem("400 wrong-member", refund(paid, "{\"amount\":500,\"reason\":\"broken\"}", key()));
        assertProblem("400 wrong-member", refund(paid, good.replace("500", "5.5"), key()));
        assertProblem("400 malformed-json", refund(paid, "{", key()));
        assertProblem("409 not-captured", refund(anOrder(), good, key()));
        assertProblem("404 no-such-order", refund("nope", good, key()));
        assertProblem("404 no-such-order", refund("0".repeat(26), good, key()));
        assertProblem(
                "400 idempotency-key",
                api.call(
                        "POST",
                        path(paid) + "/refunds",
                        good,
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        TestShop.OPERATOR));
        assertProblem("401 operator-only", api.post(path(paid) + "/refunds", good));
        assertEquals(
                0,
                operator("GET", paid + "/refunds")
                        .json()
                        .getJsonArray("refunds")
                        .size());
    }

    @Test
    void theShopperSeesWhatIsOnItsWayAndWhatWasGivenBack() throws Exception {
        String order = aPaidOrder();
        String done = refund(order, "{\"amountMinor\":500,\"reason\":\"our fault\"}", key())
                .json()
                .getString("refund");
        refund(order, "{\"amountMinor\":300,\"reason\":\"our fault\"}", key());
        String failed = refund(order, "{\"amountMinor\":100,\"reason\":\"our fault\"}", key())
                .json()
                .getString("refund");
        change("UPDATE refund SET state = 'REFUNDED' WHERE ref = ?", done);
        change("UPDATE refund SET state = 'REFUND_FAILED' WHERE ref = ?", failed);

        JsonObject seen = api.get("/api/v1/orders/" + order).json();
        String page = api.get("/orders/" + order).response().body();

        assertEquals(500, seen.getInt("refundedMinor"));
        assertEquals("REFUNDED", seen.getJsonArray("refunds").getJsonObject(0).getString("state"));
        assertEquals(300, seen.getJsonArray("refunds").getJsonObject(1).getInt("amountMinor"));
        assertFalse(seen.toString().contains("our fault"), seen::toString);
        assertTrue(page.contains("<dt>Given back</dt><dd>−€5.00</dd>"), page);
        assertTrue(page.contains("<dt>On its way back to you</dt><dd>−€3.00</dd>"), page);
        assertFalse(page.contains("€1.00"), page);
    }

    @Test
    void whoWaitsWhileTheGatewayIsAwayIsToldSo() throws Exception {
        String order = anOrder();
        change("UPDATE gateway_circuit SET open_since = UTC_TIMESTAMP(6), detail = ?", "no answer");
        try {
            assertTrue(api.get("/orders/" + order)
                    .response()
                    .body()
                    .contains("The payment provider does not answer at the moment."));
            assertFalse(api.get("/api/v1/orders/" + order)
                    .json()
                    .getJsonObject("payment")
                    .isNull("gatewayAwaySince"));
            assertTrue(api.get("/orders/" + aPaidOrder()).response().body().contains("Your order is paid."));
        } finally {
            change("UPDATE gateway_circuit SET open_since = NULL WHERE name = ?", "payments");
        }
        assertTrue(api.get("/api/v1/orders/" + order)
                .json()
                .getJsonObject("payment")
                .isNull("gatewayAwaySince"));
        assertFalse(api.get("/orders/" + order).response().body().contains("payment provider does not answer"));
    }

    @Test
    void whatAHumanMustLookAtIsListedNewestFirst() throws Exception {
        String order = anOrder();
        change(
                "INSERT INTO payment_break (kind, subject, payment_ref, detail, found_at, seen_at)"
                        + " SELECT 'UNRESOLVED', ref, ref, 'nobody knows', '2999-01-01', '2999-01-01' FROM payment WHERE order_ref = ?",
                order);
        change(
                "INSERT INTO payment_break (kind, subject, detail, cure, found_at, seen_at)"
                        + " VALUES ('ORPHAN_AUTHORIZATION', ?, 'held for nobody', 'let go', '2999-01-02', '2999-01-02')",
                "pi_" + order);
        change(
                "INSERT INTO payment_break (kind, subject, detail, found_at, seen_at, closed_at)"
                        + " VALUES ('AMOUNT_DIFFERS', ?, 'over', '2999-01-03', '2999-01-03', '2999-01-03')",
                "pi_" + order);

        JsonObject page = attention("?size=2").json();

        JsonObject newest = page.getJsonArray("items").getJsonObject(0);
        JsonObject older = page.getJsonArray("items").getJsonObject(1);
        assertEquals("ORPHAN_AUTHORIZATION let go", newest.getString("kind") + " " + newest.getString("cure"));
        assertTrue(newest.isNull("payment"));
        assertEquals(order, older.getString("order"));
        assertTrue(older.isNull("cure"));
        assertTrue(page.getInt("total") >= 2);
        assertEquals(
                older, attention("?size=1&page=2").json().getJsonArray("items").getJsonObject(0));
        assertProblem("400 wrong-parameter", attention("?size=0"));
        assertProblem("401 operator-only", api.get("/internal/v1/payments/attention"));
        change("DELETE FROM payment_break WHERE found_at > ?", "2999-01-01 00:00:00");
    }

    @Test
    void whatAHumanSawToIsClosedWithANote() throws Exception {
        String payment = "PAY" + System.nanoTime();
        change(
                "INSERT INTO payment_break (kind, subject, detail, found_at, seen_at)"
                        + " VALUES ('FOREIGN_ANSWER', ?, 'amount 1', '2999-02-01', '2999-02-01')",
                payment);
        String closing = "{\"kind\": \"FOREIGN_ANSWER\", \"subject\": \"" + payment + "\", \"note\": \"%s\"}";

        assertProblem("400 wrong-member", close(closing.formatted(" ")));
        assertProblem("400 wrong-member", close(closing.formatted("x".repeat(91))));
        assertProblem("404 no-such-break", close(closing.formatted("seen").replace(payment, "nobody")));
        assertEquals(payment, newest());
        assertEquals(
                204,
                close(closing.formatted("the gateway's support gave it back")).status());
        assertEquals(204, close(closing.formatted("again")).status());

        assertNotEquals(payment, newest());
        assertEquals(
                "by hand: the gateway's support gave it back",
                text("SELECT cure FROM payment_break WHERE subject = ?", payment));
    }

    private String newest() throws Exception {
        JsonArray items = attention("?size=1").json().getJsonArray("items");
        return items.isEmpty() ? "" : items.getJsonObject(0).getString("subject");
    }

    private Reply close(String body) throws Exception {
        return api.call("POST", "/internal/v1/payments/attention/close", body, "Authorization", TestShop.OPERATOR);
    }

    private String anOrder() throws Exception {
        return api.post("/api/v1/checkouts", Api.checkout(api.cartWith("MUG-BLUE", 1), ""))
                .json()
                .getString("token");
    }

    private String aPaidOrder() throws Exception {
        String order = anOrder();
        change(
                "UPDATE payment SET state = 'CAPTURED', captured_minor = amount_minor, due_at = NULL WHERE order_ref = ?",
                order);
        change("UPDATE shop_order SET state = 'PAID', number = id, paid_at = UTC_TIMESTAMP(6) WHERE ref = ?", order);
        return order;
    }

    private Reply refund(String order, String body, String key) throws Exception {
        return api.post(path(order) + "/refunds", body, key, "Authorization", TestShop.OPERATOR);
    }

    private Reply operator(String method, String rest) throws Exception {
        return api.call(method, path(rest), null, "Authorization", TestShop.OPERATOR);
    }

    private Reply attention(String query) throws Exception {
        return api.call("GET", "/internal/v1/payments/attention" + query, null, "Authorization", TestShop.OPERATOR);
    }

    private static String path(String order) {
        return "/internal/v1/orders/" + order;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void assertProblem(String expected, Reply reply) {
        assertEquals(expected, reply.status() + " " + reply.problem());
    }
}
