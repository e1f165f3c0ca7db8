package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Answer;
import arcade.system.harness.Api;
import arcade.system.harness.Cluster;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Page;
import arcade.system.harness.Purchase;
import arcade.system.harness.Shopper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a careless or hostile client sends: each gets a clear answer, and nothing is ordered that nobody wanted. */
@OnTheCluster
@Order(30)
class BadRequestsIT {

    @Test
    void anUnknownProductIsADesignedPage(Cluster cluster) {
        Shopper shopper = new Shopper(cluster.shop("arcade"));

        Page page = shopper.get("/p/no-such-thing").expect(404);

        assertTrue(page.html().select("a[href=/]").size() > 0, () -> "no way back to the shop from " + page);
        new Api(cluster.shop("arcade")).get("products/no-such-thing").expectProblem(404);
    }

    @Test
    void anUnknownHostIsTold(Cluster cluster) {
        Page page = new Shopper(cluster.shop("nobody")).get("/").expect(404);
        Answer answer = new Api(cluster.shop("nobody")).get("products").expectProblem(404);

        assertFalse(page.html().title().isBlank(), page::toString);
        assertTrue(answer.text("detail").contains("nobody.localhost"), answer::toString);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1000, 999_999_999_999L})
    void anImpossibleQuantityIsRefused(long quantity, Cluster cluster) {
        Api api = new Api(cluster.shop("arcade"));
        String cart = api.cart("MUG-OAT", 2);
        Purchase purchase = shopping(cluster, "quantity@example.com");

        api.post("carts/" + cart + "/lines", Api.key(), Api.line("MUG-OAT", quantity))
                .expectProblem(422);
        Page page = purchase.shopper()
                .submit(purchase.page().form("/cart/change"), Map.of("quantity", Long.toString(quantity), "to", ""));

        assertEquals(2, quantity(api.get("carts/" + cart)));
        assertTrue(quantity == 0 || page.field("quantity").equals("1"), page::toString);
    }

    @Test
    void aPriceThatTheClientSendsIsIgnored(Cluster cluster) {
        Api api = new Api(cluster.shop("arcade"));
        String cart = api.cart("MUG-OAT", 1);
        String tampered = "{\"sku\":\"MUG-OAT\",\"quantity\":1,\"unitMinor\":1,\"price\":0.01}";

        Answer answer =
                api.post("carts/" + cart + "/lines", Api.key(), tampered).expect(200);

        assertEquals(
                1800,
                answer.json()
                        .getAsJsonArray("lines")
                        .get(0)
                        .getAsJsonObject()
                        .get("unitMinor")
                        .getAsLong());
        assertEquals(3600, answer.json().get("itemsMinor").getAsLong());
    }

    @Test
    void aTamperedTotalIsShownAgainInsteadOfOrdered(Cluster cluster) {
        Purchase purchase = shopping(cluster, "tampered@example.com");
        Map<String, String> fields = new LinkedHashMap<>(purchase.buyer());
        fields.put("total", "1");

        Page page = purchase.shopper().submit(purchase.checkout(), fields);

        assertTrue(page.address().getPath().startsWith("/checkout"), page::toString);
        assertTrue(page.text().contains("total changed"), page::toString);
        assertEquals("Grace Guest", page.field("name"), "what was typed is lost");
        assertEquals(0, orders(cluster, "tampered@example.com"));
    }

    @Test
    void aFormWithoutItsTokenIsRefused(Cluster cluster) {
        Purchase purchase = shopping(cluster, "forged@example.com");
        FormElement form = purchase.checkout();
        Map<String, String> fields = new LinkedHashMap<>(purchase.buyer());

        fields.put("csrf", "");
        Page empty = purchase.shopper().submit(form, fields);
        fields.put("csrf", otherToken(cluster));
        Page foreign = purchase.shopper().submit(form, fields);
        form.select("[name=csrf]").remove();
        fields.remove("csrf");
        Page missing = purchase.shopper().submit(form, fields);

        for (Page page : new Page[] {empty, foreign, missing}) {
            page.expect(403);
            assertFalse(page.html().title().isBlank(), page::toString);
        }
        assertEquals(0, orders(cluster, "forged@example.com"));
    }

    @Test
    void aFormOfAnotherSiteIsRefused(Cluster cluster) {
        Shopper shopper = new Shopper(cluster.shop("arcade"));

        Page page = shopper.post(
                "/cart/add",
                Map.of("sku", "MUG-OAT", "quantity", "1"),
                Map.of("Origin", "http://evil.example", "Sec-Fetch-Site", "cross-site"));

        page.expect(403);
        assertTrue(shopper.cookies().isEmpty(), () -> "cookies " + shopper.cookies());
    }

    @Test
    void anExpiredCartIsToldAndNotOrdered(Cluster cluster) {
        Purchase purchase = shopping(cluster, "expired@example.com");
        FormElement form = purchase.checkout();
        Api api = new Api(cluster.shop("arcade"));
        String cart = api.cart("MUG-OAT", 1);
        String expire = "UPDATE cart SET expires_at = '2001-01-01' WHERE token = ?";
        assertEquals(1, cluster.database().update(expire, cart));
        assertEquals(1, cluster.database().update(expire, purchase.page().field("cart")));

        Page page = purchase.place(form).expect(422);
        api.get("carts/" + cart).expectProblem(410);
        Answer checkout = api.post("checkouts", Api.key(), Api.checkout(cart, "pm_card_visa"));

        checkout.expectProblem(checkout.status());
        assertEquals(4, checkout.status() / 100, checkout::toString);
        assertTrue(page.text().toLowerCase().contains("expired"), page::toString);
        assertEquals("expired@example.com", page.field("email"), "what was typed");
        assertEquals(0, orders(cluster, "expired@example.com"));
    }

    @Test
    void aReplayedCheckoutLeadsToItsOrder(Cluster cluster) {
        Purchase purchase = shopping(cluster, "replayed@example.com");
        FormElement form = purchase.checkout();
        purchase.place(form);
        purchase.pay(Purchase.GOOD_CARD);
        purchase.confirmed();
        String order = purchase.order();

        Page replayed = purchase.shopper().submit(form, purchase.buyer()).expect(200);

        assertEquals("/orders/" + order, replayed.address().getPath());
        assertEquals(1, orders(cluster, "replayed@example.com"));
        assertEquals(1, cluster.gateway().captures(order));
    }

    @Test
    void oneKeyForTwoWishesIsRefused(Cluster cluster) {
        Api api = new Api(cluster.shop("arcade"));
        String key = Api.key();
        api.post("checkouts", key, Api.checkout(api.cart("MUG-OAT", 1), "pm_card_visa"))
                .expect(201);

        api.post("checkouts", key, Api.checkout(api.cart("MUG-OAT", 2), "pm_card_visa"))
                .expectProblem(422);

        api.call("POST", "checkouts", Optional.empty(), Api.checkout(api.cart("MUG-OAT", 1), "pm_card_visa"))
                .expectProblem(400);
    }

    @Test
    void nonsenseIsAProblemDocument(Cluster cluster) {
        Api api = new Api(cluster.shop("arcade"));

        api.post("checkouts", Api.key(), "{\"cart\":").expectProblem(400);
        api.get("orders/nothing").expectProblem(404);
        api.get("nowhere").expectProblem(404);
        api.call("DELETE", "products", Optional.empty(), "").expectProblem(405);
    }

    @Test
    void aDeclinedCardIsToldAndAnotherOneTried(Cluster cluster) {
        Api api = new Api(cluster.shop("arcade"));
        Purchase purchase = shopping(cluster, "declined@example.com");
        purchase.place();

        purchase.pay(Purchase.DECLINED_CARD);
        assertTrue(purchase.page().text().toLowerCase().contains("declined"), () -> "not told: " + purchase.page());
        purchase.pay(Purchase.GOOD_CARD);
        purchase.confirmed();

        assertEquals(1, cluster.gateway().captures(purchase.order()));
        assertEquals("PAID", api.get("orders/" + purchase.order()).expect(200).text("state"));
    }

    @Test
    void theRoadsOfOperatorsAreClosedToThePublic(Cluster cluster) {
        Shopper shopper = new Shopper(cluster.shop("arcade"));

        for (String path : new String[] {
            "/internal/status", "/health/ready", "/metrics", "/admin", "/%69nternal/status", "/Internal/status"
        }) {
            shopper.get(path).expect(404);
        }
        assertTrue(new Api(cluster.shop("arcade"))
                .get("openapi")
                .expect(200)
                .response()
                .body()
                .startsWith("openapi: 3"));
        shopper.post(
                        "/webhooks/gateway",
                        Map.of("type", "payment_intent.succeeded"),
                        Map.of("Stripe-Signature", "t=1,v1=00"))
                .expect(400);
    }

    @Test
    void aSecondShopperSeesNothingOfTheFirst(Cluster cluster) {
        shopping(cluster, "first@example.com");
        Shopper second = new Shopper(cluster.shop("arcade"));

        assertFalse(second.get("/cart")
                        .expect(200)
                        .html()
                        .select("form[action^=/checkout], a[href=/checkout]")
                        .size()
                > 0);
    }

    private static Purchase shopping(Cluster cluster, String email) {
        Purchase purchase = new Purchase(new Shopper(cluster.shop("arcade")), email);
        purchase.browse("stoneware-mug");
        purchase.addToCart(1);
        return purchase;
    }

    /** A token that the shop made, but for somebody else's session. */
    private static String otherToken(Cluster cluster) {
        Purchase other = shopping(cluster, "other@example.com");
        other.checkout();
        return other.page().field("csrf");
    }

    private static int quantity(Answer cart) {
        return cart.expect(200)
                .json()
                .getAsJsonArray("lines")
                .get(0)
                .getAsJsonObject()
                .get("quantity")
                .getAsInt();
    }

    private static long orders(Cluster cluster, String email) {
        return cluster.database().number("SELECT COUNT(*) FROM shop_order WHERE email = ?", email);
    }
}
