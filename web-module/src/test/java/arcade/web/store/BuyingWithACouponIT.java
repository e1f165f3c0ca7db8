package arcade.web.store;

import static arcade.web.store.Browser.field;
import static arcade.web.store.Browser.found;
import static arcade.web.store.Rows.change;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.importing.Posted;
import arcade.testing.TestRelease;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two mugs at 18.00, delivery for 4.90 or 6.90; the coupon TENTH takes 10 % off, ONCE does so for one order. No script. One class for
 * all of it, and long for that: each class of in-container tests starts a server of its own.
 */
@ExtendWith(ArquillianExtension.class)
class BuyingWithACouponIT {
    private static final String HOST = "coupons.localhost";
    private static final String PROMOTIONS = "internal/v1/stores/coupons/promotions";
    private static final String DETAILS = "(?s)<details.*?</details>";
    private static final Map<String, String> MUG = Map.of("sku", "MUG", "quantity", "2");

    @ArquillianResource
    private URL base;

    private Browser browser;

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(StorePage.class).war();
    }

    @BeforeEach
    void openStore() throws Exception {
        operate("PUT", "internal/v1/stores/coupons", "application/json", BodyPublishers.ofString("""
                {"name": "Coupons", "tagline": "Cups", "currency": "EUR", "locale": "en-IE", "country": "DE",
                 "look": "arcade", "domains": ["%s"], "categories": [{"handle": "cups", "title": "Cups"}],
                 "shipping": [{"country": "DE", "amountMinor": 490, "freeFromMinor": 9000},
                              {"country": "AT", "amountMinor": 690}],
                 "taxPercent": {"DE": 19, "AT": 20}}""".formatted(HOST)));
        price("18");
        if (operate("GET", PROMOTIONS, "application/json", BodyPublishers.noBody())
                .equals("{\"promotions\":[]}")) {
            for (String coupon : new String[] {"\"TENTH\"", "\"ONCE\",\"mostUses\":1"}) {
                operate("POST", PROMOTIONS, "application/json", BodyPublishers.ofString("""
                        {"name": "A tenth off", "kind": "PERCENTAGE", "basisPoints": 1000, "coupon": %s}""".formatted(coupon)));
            }
        }
        browser = new Browser(base, HOST);
        awaitCoupons();
    }

    @Test
    void aCouponOfTheCartIsFoldedAndComesOffAgain() throws Exception {
        browser.post("/cart/add", MUG);
        HttpResponse<String> cart = browser.get("/cart");

        assertTrue(
                found(cart, "(<details[^>]*>)\\s*<summary>Do you have a coupon").equals("<details>"), cart.body());
        assertEquals("/cart", redeemed("tenth"));
        HttpResponse<String> reduced = browser.get("/cart");
        assertTrue(reduced.body().contains("A tenth off"), reduced.body());
        assertTrue(reduced.body().contains("−€3.60"), reduced.body());
        assertTrue(reduced.body().contains("€37.30"), reduced.body());
        assertTrue(reduced.body().contains("TENTH"), reduced.body());
        assertFalse(reduced.body().contains("<details"), "one coupon at a time");
        assertEquals("/cart", header(coupon("without", "1"), "Location"));
        assertFalse(browser.get("/cart").body().contains("A tenth off"));
    }

    @Test
    void aWrongCodeComesBackBesideItsFieldToBeMended() throws Exception {
        browser.post("/cart/add", MUG);

        HttpResponse<String> page = browser.get(redeemed("te\"nth <b>"));

        assertTrue(page.body().contains("id=\"coupon-error\""), page.body());
        assertTrue(page.body().contains("value=\"te&quot;nth &lt;b&gt;\""), page.body());
        assertTrue(page.body().contains("<details open=\"open\">"), page.body());
        assertTrue(page.body().contains("We do not know this coupon"), page.body());
        assertEquals("", header(page, "Location"));
    }

    @Test
    void whatIsMissingOfFreeDeliveryIsTold() throws Exception {
        browser.post("/cart/add", MUG);

        assertTrue(browser.get("/cart").body().contains("Add articles for €54.00 and delivery is free."));
        assertFalse(browser.get("/cart?country=AT").body().contains("and delivery is free"));
    }

    @Test
    void aCouponAtTheCheckoutKeepsWhatWasTyped() throws Exception {
        Map<String, String> form = checkout(browser);
        String action = form.remove("action");

        HttpResponse<String> page = browser.post(action, with(with(form, "coupon", "TENTH"), "redeem", "1"));

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("value=\"Lindenweg 4\""), page.body());
        assertEquals("3730", field(page, "total"));
        assertEquals(action, found(page, "action=\"(/checkout\\?key=[^\"]*)\""));
        HttpResponse<String> placed = browser.post(action, with(form, "total", "3730"));
        HttpResponse<String> order = browser.get(header(placed, "Location").replace("/pay", ""));
        assertTrue(order.body().contains("A tenth off") && order.body().contains("−€3.60"), order.body());
        assertTrue(order.body().contains("€37.30"), order.body());
    }

    @Test
    void aCouponThatWasTypedButNotAppliedIsNotForgotten() throws Exception {
        Map<String, String> form = checkout(browser);
        String action = form.remove("action");

        HttpResponse<String> told = browser.post(action, with(form, "coupon", "TENTH"));
        HttpResponse<String> mistyped = browser.post(action, with(form, "coupon", "TENHT"));

        assertEquals(422, told.statusCode());
        assertTrue(told.body().contains("The total changed"), told.body());
        assertEquals("3730", field(told, "total"));
        assertEquals(422, mistyped.statusCode(), "nothing is ordered for another price than the shopper thinks of");
        assertEquals(303, browser.post(action, with(form, "total", "3730")).statusCode());
    }

    @Test
    void whoComesTooLateForACouponIsToldAndKeepsTheForm() throws Exception {
        change("DELETE FROM promotion_use WHERE promotion_id IN (SELECT id FROM promotion WHERE coupon = 'ONCE')");
        Browser other = new Browser(base, HOST);
        Map<String, String> late = checkout(browser);
        Map<String, String> early = checkout(other);
        String lateAction = late.remove("action");
        String earlyAction = early.remove("action");
        Map<String, String> once = Map.of("coupon", "ONCE", "redeem", "1");
        browser.post(lateAction, with(late, once));
        other.post(earlyAction, with(early, once));
        assertEquals(303, other.post(earlyAction, with(early, "total", "3730")).statusCode());

        HttpResponse<String> refused = browser.post(lateAction, with(late, "total", "3730"));

        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("A discount has been used up meanwhile"), refused.body());
        assertTrue(refused.body().contains("The coupon ONCE has been used"), refused.body());
        assertTrue(refused.body().contains("value=\"Lindenweg 4\""), refused.body());
        assertEquals("4090", field(refused, "total"));
        assertEquals(303, browser.post(lateAction, with(late, "total", "4090")).statusCode());
    }

    @Test
    void theCountryDecidesWithoutAScriptToo() throws Exception {
        Map<String, String> form = checkout(browser);
        String action = form.remove("action");

        HttpResponse<String> page = browser.post(action, with(with(form, "country", "AT"), "update", "1"));

        assertEquals("4290", field(page, "total"));
        assertTrue(page.body().contains("€7.15"), "20 % of tax are in 42.90");
        assertTrue(page.body().contains("value=\"Lindenweg 4\""), page.body());
    }

    @Test
    void theBillGoesWhereTheArticlesGoUnlessSomethingElseIsTyped() throws Exception {
        Map<String, String> form = checkout(browser);
        String action = form.remove("action");
        Map<String, String> office = with(form, Map.of("billingName", "Office", "billingCountry", "CH"));

        HttpResponse<String> incomplete = browser.post(action, office);
        assertEquals(422, incomplete.statusCode());
        assertTrue(incomplete.body().contains("Please enter street and number of the bill."), incomplete.body());
        assertTrue(incomplete.body().contains("<details class=\"billing\" open=\"open\">"), incomplete.body());
        assertTrue(incomplete.body().contains("value=\"Office\""), incomplete.body());
        Map<String, String> whole =
                with(office, Map.of("billingLine1", "Road 2", "billingPostalCode", "3000", "billingCity", "Bern"));
        String order = header(browser.post(action, whole), "Location").replace("/pay", "");
        assertTrue(browser.get(order).body().contains("Road 2"), order);
        assertTrue(browser.get(order).body().contains("Switzerland"), order);
    }

    @Test
    void theCheckoutHasAtMostEightVisibleFields() throws Exception {
        browser.post("/cart/add", MUG);
        String page = browser.get("/checkout").body();
        String main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));

        long fields = Pattern.compile("<(input(?![^>]*type=\"hidden\")|select|textarea)")
                .matcher(main.replaceAll(DETAILS, ""))
                .results()
                .count();

        assertEquals(6, fields, main);
        assertTrue(Pattern.compile(DETAILS).matcher(main).find(), main);
    }

    @Test
    void aPriceThatChangedIsToldBeforeThePayment() throws Exception {
        browser.post("/cart/add", MUG);
        price("20");

        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        while (!browser.get("/cart").body().contains("The price changed since you added it: it was €18.00.")) {
            assertTrue(Instant.now().isBefore(deadline), () -> "the cart does not say that the price changed");
            Thread.sleep(100);
        }
        assertTrue(browser.get("/cart").body().contains("€40.00"));
        assertTrue(browser.get("/checkout").body().contains("it was €18.00."), "the checkout does not say it");
    }

    /** The node reads the revision once a second. */
    private void awaitCoupons() throws Exception {
        Browser scout = new Browser(base, HOST);
        scout.post("/cart/add", MUG);
        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        while (!redeem(scout, "coupon", "TENTH")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .equals("/cart")) {
            assertTrue(Instant.now().isBefore(deadline), "the coupon does not come into force");
            Thread.sleep(100);
        }
    }

    private String redeemed(String code) throws Exception {
        return header(coupon("coupon", code), "Location");
    }

    private HttpResponse<String> coupon(String name, String value) throws Exception {
        return redeem(browser, name, value);
    }

    private static HttpResponse<String> redeem(Browser shopper, String name, String value) throws Exception {
        String csrf = field(shopper.get("/cart"), "csrf");
        return shopper.post("/cart/coupon?key=set", Map.of("csrf", csrf, name, value));
    }

    /** The checkout's form as it is shown for two mugs, filled in; its address is the field {@code action}. */
    private static Map<String, String> checkout(Browser shopper) throws Exception {
        shopper.post("/cart/add", MUG);
        return shopper.checkout();
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        return with(form, Map.of(name, value));
    }

    private static Map<String, String> with(Map<String, String> form, Map<String, String> more) {
        Map<String, String> changed = new HashMap<>(form);
        changed.putAll(more);
        return changed;
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private void price(String price) throws Exception {
        operate(
                "POST",
                "internal/v1/stores/coupons/imports",
                "application/zip",
                BodyPublishers.ofFile(
                        Posted.products("Handle,Title,Type,Variant SKU,Variant Price", "mug,Mug,Cups,MUG," + price)
                                .zip()));
    }

    private String operate(String method, String path, String type, BodyPublisher body) throws Exception {
        HttpResponse<String> answer = new Operator(base).call(method, path, type, body);
        assertTrue(answer.statusCode() < 300, answer.body());
        return answer.body();
    }
}
