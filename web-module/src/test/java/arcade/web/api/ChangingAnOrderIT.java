package arcade.web.api;

import static arcade.web.store.Rows.change;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.testing.TestRelease;
import arcade.web.api.Api.Reply;
import java.net.URL;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cancelling an order and paying it with another card, over HTTP, on a node without a till. */
@ExtendWith(ArquillianExtension.class)
class ChangingAnOrderIT {
    private static final String CARD = "{\"method\":\"token\",\"token\":\"pm_card_mastercard\"}";

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(ApiApplication.class).war();
    }

    @ArquillianResource
    private URL node;

    private Api api;

    @BeforeEach
    void openShop() throws Exception {
        api = TestShop.open(node, "changing");
    }

    @Test
    void anUnpaidOrderIsGivenUpOnceHoweverOftenItIsAsked() throws Exception {
        String order = anOrder();

        Reply first = api.post("/api/v1/orders/" + order + "/cancel", null);
        Reply again = operator(order);

        assertEquals(202, first.status(), first.response()::body);
        assertEquals(order, first.json().getString("token"));
        assertEquals(202, again.status());
        assertEquals("UNDERWAY", again.json().getString("cancellation"));
        change("UPDATE payment SET state = 'VOIDING' WHERE order_ref = ?", order);
        assertTrue(api.get("/orders/" + order).response().body().contains("This order is being cancelled"));
        change("UPDATE payment SET state = 'VOIDED' WHERE order_ref = ?", order);
        assertEquals("OVER", operator(order).json().getString("cancellation"));
    }

    @Test
    void aPaidOrderIsNotCancelledButRefunded() throws Exception {
        String order = anOrder();
        change("UPDATE payment SET state = 'CAPTURED', captured_minor = amount_minor WHERE order_ref = ?", order);

        Reply shopper = api.post("/api/v1/orders/" + order + "/cancel", null);
        Reply operator = operator(order);

        assertProblem("409 already-paid", shopper);
        assertProblem("409 already-paid", operator);
        assertTrue(operator.json().getString("detail").contains("/refunds"), operator.response()::body);
        change("UPDATE payment SET state = 'UNKNOWN_CAPTURE' WHERE order_ref = ?", order);
        assertProblem("409 already-paid", operator(order));
    }

    @Test
    void anotherCardIsTriedOnceAfterADecline() throws Exception {
        String order = aDeclinedOrder();
        String key = UUID.randomUUID().toString();

        Reply first = api.post("/api/v1/orders/" + order + "/payment", CARD, key);
        Reply again = api.post("/api/v1/orders/" + order + "/payment", CARD, key);

        assertEquals(202, first.status(), first.response()::body);
        assertEquals("AUTHORIZING", first.json().getJsonObject("payment").getString("state"));
        assertEquals("true", again.header("Idempotent-Replayed"));
        assertEquals(first.response().body(), again.response().body());
        assertProblem("409 no-other-card", api.post("/api/v1/orders/" + order + "/payment", CARD));
    }

    @Test
    void whoWaitsForAnotherCardIsNotAnsweredWithTheLastOnesDecline() throws Exception {
        String order = aDeclinedOrder();
        long before = System.nanoTime();

        Reply waited = api.post(
                "/api/v1/orders/" + order + "/payment", CARD, UUID.randomUUID().toString(), "Prefer", "wait=1");

        assertTrue(System.nanoTime() - before > 900_000_000L, "did not wait");
        assertEquals("AUTHORIZING", waited.json().getJsonObject("payment").getString("state"));
        assertEquals("wait=1", waited.header("Preference-Applied"));
    }

    @Test
    void whatIsNotDeclinedTakesNoOtherCard() throws Exception {
        String order = anOrder();
        String path = "/api/v1/orders/" + order + "/payment";

        assertProblem("409 no-other-card", api.post(path, CARD));
        String exhausted = aDeclinedOrder();
        change("UPDATE payment SET attempt = 5 WHERE order_ref = ?", exhausted);
        assertProblem("409 no-other-card", api.post("/api/v1/orders/" + exhausted + "/payment", CARD));
        String hosted = aDeclinedOrder();
        change("UPDATE payment SET method = 'HOSTED' WHERE order_ref = ?", hosted);
        assertProblem("409 no-other-card", api.post("/api/v1/orders/" + hosted + "/payment", CARD));
        assertProblem("400 wrong-member", api.post(path, "{\"method\":\"hosted\"}"));
        assertProblem("400 wrong-member", api.post(path, CARD.replace("pm_", "4242")));
        assertProblem("400 idempotency-key", api.call("POST", path, CARD, "Content-Type", "application/json"));
    }

    @Test
    void anotherShopsOrderIsNone() throws Exception {
        Api other = TestShop.open(node, "changing-two");
        String order = aDeclinedOrder();

        assertProblem("404 no-such-order", other.post("/api/v1/orders/" + order + "/cancel", null));
        assertProblem("404 no-such-order", other.post("/api/v1/orders/" + order + "/payment", CARD));
        assertProblem("404 no-such-order", api.post("/api/v1/orders/nope/cancel", null));
        assertProblem("404 no-such-order", operator("0".repeat(26)));
        assertProblem("401 operator-only", api.post("/internal/v1/orders/" + order + "/cancel", null));
        assertEquals(
                "DECLINED",
                api.get("/api/v1/orders/" + order)
                        .json()
                        .getJsonObject("payment")
                        .getString("state"));
    }

    private String anOrder() throws Exception {
        return api.post("/api/v1/checkouts", Api.checkout(api.cartWith("MUG-BLUE", 1), ""))
                .json()
                .getString("token");
    }

    /** As the till leaves it: the declined card is forgotten, and the order is kept for half an hour. */
    private String aDeclinedOrder() throws Exception {
        String order = anOrder();
        change(
                "UPDATE payment SET state = 'DECLINED', method_token = NULL, reason = 'card_declined',"
                        + " due_at = UTC_TIMESTAMP(6) + INTERVAL 30 MINUTE WHERE order_ref = ?",
                order);
        return order;
    }

    private Reply operator(String order) throws Exception {
        return api.call("POST", "/internal/v1/orders/" + order + "/cancel", null, "Authorization", TestShop.OPERATOR);
    }

    private static void assertProblem(String expected, Reply reply) {
        assertEquals(expected, reply.status() + " " + reply.problem());
    }
}
