package arcade.web.api;

import static arcade.web.store.Rows.change;
import static arcade.web.store.Rows.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.testing.TestRelease;
import arcade.web.api.Api.Reply;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Blue mugs at 12.50; the coupon TENTH takes 10 % off articles for 20.00 or more. */
@ExtendWith(ArquillianExtension.class)
class CouponsOfTheApiIT {
    @ArquillianResource
    private URL node;

    private Api shop;

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(CartsResource.class).war();
    }

    @BeforeEach
    void open() throws Exception {
        shop = TestShop.open(node, "couponapi");
        if (operate("GET", "", null).json().getJsonArray("promotions").isEmpty()) {
            assertEquals(
                    201,
                    operate("POST", "", rule("\"coupon\":\"TENTH\",\"leastMinor\":2000"))
                            .status());
        }
        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        while (redeem(shop.newCart(), "TENTH").status() != 200) {
            assertTrue(Instant.now().isBefore(deadline), "the coupon does not come into force");
            Thread.sleep(100);
        }
    }

    @Test
    void aCouponIsKeptAndTheCartSaysWhatBecameOfIt() throws Exception {
        String cart = shop.cartWith("MUG-BLUE", 1);

        JsonObject tooLittle = redeem(cart, "tenth").json();
        assertEquals("TOO_LITTLE", tooLittle.getJsonObject("coupon").getString("state"));
        assertEquals(2000, tooLittle.getJsonObject("coupon").getInt("leastMinor"));
        assertEquals(1250 + 490, tooLittle.getInt("totalMinor"));
        shop.post("/api/v1/carts/" + cart + "/lines", "{\"sku\":\"MUG-BLUE\",\"quantity\":1}");
        JsonObject applied = shop.get("/api/v1/carts/" + cart).json();

        assertEquals("APPLIED", applied.getJsonObject("coupon").getString("state"));
        assertEquals(2500, applied.getInt("itemsMinor"));
        assertEquals(250, applied.getInt("discountMinor"));
        assertEquals(
                "A tenth off",
                applied.getJsonArray("discounts").getJsonObject(0).getString("label"));
        assertEquals(2250 + 490, applied.getInt("totalMinor"));
        JsonObject without =
                shop.call("DELETE", "/api/v1/carts/" + cart + "/coupon", null).json();
        assertEquals(JsonValue.NULL, without.get("coupon"));
        assertEquals(2500 + 490, without.getInt("totalMinor"));
    }

    @Test
    void whatIsNoCouponIsRefused() throws Exception {
        String cart = shop.cartWith("MUG-BLUE", 1);

        assertEquals("no-such-coupon", redeem(cart, "NONE").problem());
        assertEquals("no-such-coupon", redeem(cart, "").problem());
        assertEquals("no-such-coupon", redeem(cart, "x".repeat(5000)).problem());
        assertEquals("no-such-cart", redeem("0".repeat(26), "TENTH").problem());
        Reply wrong = shop.call(
                "PUT", "/api/v1/carts/" + cart + "/coupon", "{\"code\":7}", "Content-Type", "application/json");
        assertEquals("wrong-member", wrong.problem());
    }

    @Test
    void theOrderShowsItsDiscounts() throws Exception {
        String cart = shop.cartWith("MUG-BLUE", 2);
        redeem(cart, "TENTH");

        JsonObject order = shop.post("/api/v1/checkouts", Api.checkout(cart, ",\"expectedTotalMinor\":2740"))
                .json();

        assertEquals(2740, order.getInt("totalMinor"), order::toString);
        assertEquals(2500, order.getInt("itemsMinor"));
        assertEquals(250, order.getInt("discountMinor"));
        assertEquals(250, order.getJsonArray("lines").getJsonObject(0).getInt("discountMinor"));
        assertEquals(250, order.getJsonArray("discounts").getJsonObject(0).getInt("amountMinor"));
    }

    @Test
    void aCouponThatIsOverIsAConflictThatTellsTheTotal() throws Exception {
        String cart = shop.cartWith("MUG-BLUE", 2);
        change("UPDATE cart SET coupon = 'GONE' WHERE token = ?", cart);

        Reply refused = shop.post("/api/v1/checkouts", Api.checkout(cart, ""));
        Reply accepted = shop.post("/api/v1/checkouts", Api.checkout(cart, ",\"expectedTotalMinor\":2990"));

        assertEquals(409, refused.status());
        assertEquals("coupon-not-valid", refused.problem());
        assertEquals(2990, refused.json().getInt("totalMinor"));
        assertEquals(201, accepted.status());
    }

    @Test
    void theBillsAddressIsCheckedLikeTheOther() throws Exception {
        String cart = shop.cartWith("MUG-BLUE", 1);
        String nowhere = ",\"billing\":{\"name\":\"Office\",\"line1\":\"Road 2\",\"postalCode\":\"1\","
                + "\"city\":\"Bern\",\"country\":\"XX\"}";

        Reply refused = shop.post("/api/v1/checkouts", Api.checkout(cart, nowhere));
        Reply wrong = shop.post("/api/v1/checkouts", Api.checkout(cart, ",\"billing\":\"here\""));
        Reply placed = shop.post("/api/v1/checkouts", Api.checkout(cart, nowhere.replace("XX", "CH")));

        assertEquals(422, refused.status());
        assertEquals(
                "billingCountry",
                refused.json().getJsonArray("errors").getJsonObject(0).getString("field"));
        assertEquals("wrong-member", wrong.problem());
        assertEquals(201, placed.status(), placed.response()::body);
        assertEquals(
                "Office",
                text(
                        "SELECT billing_name FROM shop_order WHERE ref = ?",
                        placed.json().getString("token")));
    }

    @Test
    void aRuleIsChangedByTheVersionItWasReadWith() throws Exception {
        JsonObject made = operate(
                        "POST", "", rule("\"coupon\":\"SOON\",\"from\":\"2099-01-01T00:00:00Z\",\"mostUses\":5"))
                .json();
        String path = "/" + made.getInt("id");
        String ended = rule("\"active\":false,\"version\":" + made.getInt("version"));

        assertEquals("SOON", made.getString("coupon"));
        assertEquals(5, made.getInt("mostUses"));
        Reply changed = operate("PUT", path, ended);
        assertEquals(200, changed.status(), changed.response()::body);
        assertEquals(false, changed.json().getBoolean("active"));
        assertEquals("changed-meanwhile", operate("PUT", path, ended).problem());
        assertEquals("no-such-promotion", operate("PUT", "/999999", ended).problem());
    }

    @Test
    void whatCanBeNoRuleIsRefusedWithAReason() throws Exception {
        for (String wrong : new String[] {
            "\"basisPoints\":0",
            "\"basisPoints\":10001",
            "\"basisPoints\":99999999999",
            "\"coupon\":\"two words\"",
            "\"from\":\"tomorrow\"",
            "\"mostUses\":0",
            "\"leastMinor\":-1",
            "\"kind\":\"GIFT\"",
            "\"category\":\"a\",\"product\":\"b\""
        }) {
            assertEquals("promotion-refused", operate("POST", "", rule(wrong)).problem(), wrong);
        }
        assertEquals("wrong-member", operate("POST", "", rule("\"stacks\":1")).problem());
        assertEquals(
                401,
                shop.call(
                                "POST",
                                "/internal/v1/stores/couponapi/promotions",
                                rule(""),
                                "Content-Type",
                                "application/json")
                        .status());
    }

    /** A tenth off, but for what is said otherwise: the last of two members of one name counts. */
    private static String rule(String more) {
        return "{\"name\":\"A tenth off\",\"kind\":\"PERCENTAGE\",\"basisPoints\":1000"
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private Reply operate(String method, String path, String body) throws Exception {
        return shop.call(
                method,
                "/internal/v1/stores/couponapi/promotions" + path,
                body,
                "Content-Type",
                "application/json",
                "Authorization",
                TestShop.OPERATOR);
    }

    private Reply redeem(String cart, String code) throws Exception {
        return shop.call(
                "PUT",
                "/api/v1/carts/" + cart + "/coupon",
                "{\"code\":\"" + code + "\"}",
                "Content-Type",
                "application/json");
    }
}
