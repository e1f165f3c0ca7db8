package arcade.web.store;

import static arcade.web.store.Browser.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.importing.Posted;
import arcade.testing.TestRelease;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The cart in short, as the script asks for it when an article is added; and the cart's page as search engines see it. */
@ExtendWith(ArquillianExtension.class)
class MiniCartIT {
    private static final String HOST = "mini.localhost";

    @ArquillianResource
    private URL base;

    private Browser browser;

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(StorePage.class).war();
    }

    @BeforeEach
    void openStore() throws Exception {
        operate("PUT", "internal/v1/stores/mini", "application/json", BodyPublishers.ofString("""
                {"name": "Mini", "tagline": "Cups", "currency": "EUR", "locale": "en-IE", "country": "DE",
                 "look": "arcade", "domains": ["%s"], "categories": [{"handle": "cups", "title": "Cups"}],
                 "shipping": [{"country": "DE", "amountMinor": 490, "freeFromMinor": 30000}], "taxPercent": {"DE": 19}}""".formatted(HOST)));
        String counted = "shopify,%d,deny,";
        operate(
                "POST",
                "internal/v1/stores/mini/imports",
                "application/zip",
                BodyPublishers.ofFile(Posted.products(
                                "Handle,Title,Type,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,"
                                        + "Variant Inventory Policy,Variant Price",
                                "mug,Mug,Cups,MUG,,,," + 18,
                                "jug,Jug,Cups,JUG,,,," + 30,
                                "pan,Pan,Cups,PAN,,,," + 40,
                                "lid,Lid,Cups,LID,,,," + 5,
                                "tea,Tea & Co,Cups,TEA+1,,,," + 9,
                                "rare,Rare,Cups,RARE," + counted.formatted(3) + 7,
                                "gone,Gone,Cups,GONE," + counted.formatted(0) + 7)
                        .zip()));
        browser = new Browser(base, HOST);
    }

    @Test
    void whatWasAddedIsToldWithThePiecesAndThePriceAndTheWaysOn() throws Exception {
        HttpResponse<String> added = add("MUG", "2");
        HttpResponse<String> part = browser.get(header(added, "Location"));

        assertEquals(303, added.statusCode());
        assertEquals("/cart/mini?notice=added&sku=MUG&pieces=2", header(added, "Location"));
        assertEquals(200, part.statusCode());
        assertEquals("private, no-store", header(part, "Cache-Control"));
        assertTrue(header(part, "Content-Type").startsWith("text/html"), header(part, "Content-Type"));
        assertTrue(part.body().contains(">Added to your cart</h2>"), part.body());
        assertTrue(part.body().contains("2 × €18.00"), part.body());
        assertTrue(part.body().contains("<dt>Subtotal</dt><dd>€36.00</dd>"), part.body());
        assertTrue(part.body().contains("Add articles for €264.00 and delivery is free."), part.body());
        assertTrue(part.body().contains("class=\"count\">2<"), part.body());
        assertTrue(part.body().contains("href=\"/cart\"") && part.body().contains("href=\"/checkout\""), part.body());
        assertFalse(part.body().contains("<html") || part.body().contains("Also in your cart"), part.body());
        assertFalse(part.body().contains(" style=") || part.body().contains("<script"), part.body());
    }

    @Test
    void thePiecesOfBeforeAndTheOtherLinesAreToldInShort() throws Exception {
        for (String sku : List.of("MUG", "JUG", "PAN", "LID", "TEA+1")) {
            add(sku, "1");
        }

        String part = browser.get(header(add("MUG", "2"), "Location")).body();
        String odd = browser.get(header(add("TEA+1", "1"), "Location")).body();

        assertTrue(part.contains("2 × €18.00") && part.contains("Now there are 3 in your cart."), part);
        assertTrue(part.contains("Also in your cart") && part.contains("and 1 more in the cart"), part);
        assertTrue(part.contains(">Lid<") && part.contains(">Tea &amp; Co<") && !part.contains(">Jug<"), part);
        assertTrue(part.contains("<dd>€138.00</dd>"), part);
        assertTrue(odd.contains("Added to your cart") && odd.contains("Now there are 2 in your cart."), odd);
    }

    @Test
    void whatIsNotThereIsToldAndDoesNotLeadToTheCheckout() throws Exception {
        String fewer = browser.get(header(add("RARE", "5"), "Location")).body();
        Browser other = new Browser(base, HOST);
        String none = other.get(header(
                        other.post("/cart/add", Map.of("sku", "GONE", "quantity", "1", "beside", "1")), "Location"))
                .body();

        assertTrue(fewer.contains("Not quite as you wished") && fewer.contains("Only 3"), fewer);
        assertFalse(fewer.contains("/checkout") || fewer.contains("marked articles"), fewer);
        String next = browser.get(header(add("MUG", "1"), "Location")).body();
        assertTrue(next.contains("Added to your cart") && next.contains("marked articles"), next);
        assertFalse(next.contains("/checkout"), next);
        assertTrue(none.contains("Not quite as you wished") && none.contains("Sold out"), none);
        assertFalse(none.contains("/checkout"), none);
    }

    @Test
    void aRefusalIsToldAndTheCartIsAsItWas() throws Exception {
        add("MUG", "1");

        for (Map.Entry<String, String> wish : Map.of("MUG", "999", "NONE", "1").entrySet()) {
            HttpResponse<String> refused = add(wish.getKey(), wish.getValue());
            String part = browser.get(header(refused, "Location")).body();

            assertTrue(header(refused, "Location").startsWith("/cart/mini?notice="), header(refused, "Location"));
            assertTrue(part.contains(">Not added</h2>"), part);
            assertTrue(part.contains("<p class=\"note warn\">"), part);
            assertTrue(part.contains("<dd>€18.00</dd>"), part);
        }
    }

    @Test
    void aBrowserThatKeepsNoCookieIsTold() throws Exception {
        String address = header(add("MUG", "1"), "Location");

        String part = new Browser(base, HOST).get(address).body();

        assertTrue(part.contains(">Not added</h2>") && part.contains("allow cookies"), part);
        assertTrue(part.contains("data-fresh=\"pieces\"") && !part.contains("class=\"count\""), part);
    }

    @Test
    void theAddressCannotClaimMoreThanTheCartHolds() throws Exception {
        add("MUG", "2");

        for (String pieces : List.of("3", "0", "-1", "999999999999", "%3Cb%3E", "")) {
            String part = browser.get("/cart/mini?notice=added&sku=MUG&pieces=" + pieces)
                    .body();
            assertTrue(part.contains("2 × €18.00") && !part.contains("Now there are"), part);
        }
        String nothing =
                browser.get("/cart/mini?notice=%3Cscript%3E&sku=%3Cscript%3E").body();
        assertFalse(nothing.contains("script"), nothing);
    }

    @Test
    void withoutTheScriptAllIsAsBefore() throws Exception {
        HttpResponse<String> added = browser.post("/cart/add", Map.of("sku", "MUG", "quantity", "2"));

        assertEquals(303, added.statusCode());
        assertEquals("/cart?notice=added", header(added, "Location"));
    }

    @Test
    void aForeignPageCannotAddBeside() throws Exception {
        Map<String, String> mug = new HashMap<>(Map.of("sku", "MUG", "quantity", "1", "beside", "1"));

        assertEquals(
                403, browser.postFrom("http://evil.example", "/cart/add", mug).statusCode());
        assertFalse(browser.hasCookie("cart"));
    }

    @Test
    void theCartsPageMayBeFoundUnderItsOneAddress() throws Exception {
        String page = browser.get("/cart?notice=added&country=DE").body();
        String robots = browser.get("/robots.txt").body();

        assertTrue(page.contains("<link rel=\"canonical\" href=\"http://" + HOST + "/cart\""), page);
        assertTrue(
                found(browser.get("/cart"), "name=\"description\" content=\"([^\"]*)\"")
                        .contains("Mini"),
                page);
        assertFalse(page.contains("noindex"), page);
        assertTrue(robots.contains("Disallow: /cart/\n") && !robots.contains("Disallow: /cart\n"), robots);
        List<String> headings = page.lines()
                .flatMap(line -> Pattern.compile("<(h[1-6])[ >]").matcher(line).results())
                .map(heading -> heading.group(1))
                .toList();
        assertEquals(List.of("h1", "h2", "h3"), headings.subList(0, 3), page);
    }

    private HttpResponse<String> add(String sku, String pieces) throws Exception {
        return browser.post("/cart/add", Map.of("sku", sku, "quantity", pieces, "beside", "1"));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private void operate(String method, String path, String type, BodyPublisher body) throws Exception {
        HttpResponse<String> answer = new Operator(base).call(method, path, type, body);
        assertEquals(200, answer.statusCode(), answer.body());
    }
}
