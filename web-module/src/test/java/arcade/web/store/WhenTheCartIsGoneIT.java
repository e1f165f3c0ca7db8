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
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A guest without a script whose cart is not what it was when the page was shown. */
@ExtendWith(ArquillianExtension.class)
class WhenTheCartIsGoneIT {
    private static final String HOST = "scarce.localhost";
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
        operate("PUT", "internal/v1/stores/scarce", "application/json", BodyPublishers.ofString("""
                {"name": "Scarce", "tagline": "Cups", "currency": "EUR", "locale": "en-IE", "country": "DE",
                 "look": "arcade", "domains": ["%s"], "categories": [{"handle": "cups", "title": "Cups"}],
                 "shipping": [{"country": "DE", "amountMinor": 490}], "taxPercent": {"DE": 19}}""".formatted(HOST)));
        operate(
                "POST",
                "internal/v1/stores/scarce/imports",
                "application/zip",
                BodyPublishers.ofFile(Posted.products(
                                "Handle,Title,Type,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price",
                                "mug,Mug,Cups,MUG,shopify,50,18")
                        .zip()));
        pieces(50);
        browser = new Browser(base, HOST);
    }

    @Test
    void whatWasTypedOutlivesAnArticleThatWasSoldToSomebodyElse() throws Exception {
        Map<String, String> form = checkout();
        String action = form.remove("action");
        pieces(1);
        HttpResponse<String> fewer = browser.post(action, form);
        pieces(0);
        HttpResponse<String> none = browser.post(action, form);
        pieces(1);

        assertEquals(422, fewer.statusCode());
        assertTrue(fewer.body().contains("Only 1 left") && fewer.body().contains("Take 1"), fewer.body());
        assertEquals(422, none.statusCode());
        assertTrue(none.body().contains("Sold out since"), none.body());
        for (HttpResponse<String> page : List.of(fewer, none)) {
            assertEquals(action, found(page, "action=\"(/checkout\\?key=[^\"]*)\""));
            for (String typed : List.of("ada@example.com", "Ada", "Lindenweg 4", "Berlin")) {
                assertTrue(page.body().contains("value=\"" + typed + "\""), typed + page.body());
            }
            assertFalse(page.body().contains("Order with obligation to pay"), page.body());
        }

        HttpResponse<String> mended = browser.post(action, with(form, "fit", "MUG"));
        assertEquals(200, mended.statusCode());
        assertTrue(mended.body().contains("Order with obligation to pay"), mended.body());
        HttpResponse<String> placed = browser.post(action, with(form, "total", field(mended, "total")));
        assertTrue(header(placed, "Location").startsWith("/orders/"), placed.body());
    }

    @Test
    void whatWasTypedOutlivesItsCart() throws Exception {
        Map<String, String> form = checkout();
        String action = form.remove("action");
        change("UPDATE cart SET expires_at = UTC_TIMESTAMP(6) - INTERVAL 1 DAY WHERE token = ?", form.get("cart"));

        HttpResponse<String> empty = browser.post(action, form);
        assertEquals(422, empty.statusCode());
        assertTrue(empty.body().contains("your cart has expired"), empty.body());
        assertTrue(empty.body().contains("value=\"Lindenweg 4\""), empty.body());
        browser.post("/cart/add", MUG);
        Map<String, String> on = with(form, "cart", field(empty, "cart"));
        HttpResponse<String> full = browser.post(action, with(on, "update", "2"));

        assertEquals(200, full.statusCode());
        assertTrue(full.body().contains("value=\"Lindenweg 4\""), full.body());
        HttpResponse<String> placed = browser.post(action, with(on, "total", field(full, "total")));
        assertTrue(header(placed, "Location").startsWith("/orders/"), placed.body());
    }

    @Test
    void anOldTabIsToldWhyNothingChanged() throws Exception {
        browser.post("/cart/add", MUG);
        Map<String, String> form = Map.of("csrf", field(browser.get("/cart"), "csrf"), "sku", "MUG");
        Map<String, String> coupon = with(form, "coupon", "TENTH");
        browser.post("/cart/change?key=set", with(form, "to", "0"));

        told("/cart/change", with(form, "quantity", "3"), "not_in_cart", "that article is no longer in your cart");
        change("UPDATE cart SET expires_at = UTC_TIMESTAMP(6) WHERE token = ?", browser.cookie("cart"));
        told("/cart/coupon", coupon, "expired", "that cart has expired");
        // The page has forgotten it by now.
        told("/cart/coupon", coupon, "no_such_cart", "that cart is no longer here");
        told("/cart/change", with(form, "quantity", "3"), "no_such_cart", "that cart is no longer here");
    }

    private void told(String action, Map<String, String> form, String code, String words) throws Exception {
        String back = header(browser.post(action + "?key=set", form), "Location");

        assertTrue(back.startsWith("/cart?notice=" + code), back);
        String page = browser.get(back).body();
        assertTrue(page.contains(words), page);
    }

    /** The checkout's form as it is shown for two mugs, filled in; its address is the field {@code action}. */
    private Map<String, String> checkout() throws Exception {
        browser.post("/cart/add", MUG);
        return browser.checkout();
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> changed = new HashMap<>(form);
        changed.put(name, value);
        return changed;
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** Somebody else bought the others, or gave one back. */
    private static void pieces(int left) throws SQLException {
        change(
                "UPDATE stock SET initial = " + left + " + reserved + sold, on_hand = " + left
                        + " WHERE sku = 'MUG' AND store_id = (SELECT id FROM store WHERE code = ?)",
                "scarce");
    }

    private void operate(String method, String path, String type, BodyPublisher body) throws Exception {
        HttpResponse<String> answer = new Operator(base).call(method, path, type, body);
        assertEquals(200, answer.statusCode(), answer.body());
    }
}
