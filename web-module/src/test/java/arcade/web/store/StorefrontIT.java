package arcade.web.store;

import static arcade.web.store.Browser.field;
import static arcade.web.store.Browser.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.importing.Posted;
import arcade.testing.TestRelease;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A shopper's browser in front of the whole release: sessions, cookies, forms, refusals. One class for all of it, and long for that:
 * each class of in-container tests starts a server of its own.
 */
@ExtendWith(ArquillianExtension.class)
class StorefrontIT {
    private static final String HOST = "front.localhost";
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
        operate("PUT", "internal/v1/stores/front", "application/json", BodyPublishers.ofString("""
                {"name": "Front", "tagline": "Cups", "currency": "EUR", "locale": "en-IE", "country": "DE",
                 "look": "arcade", "domains": ["%s"], "categories": [{"handle": "cups", "title": "Cups"}],
                 "shipping": [{"country": "DE", "amountMinor": 490, "transitDays": {"least": 1, "most": 3}},
                              {"country": "AT", "amountMinor": 690}],
                 "dispatch": {"timeZone": "Europe/Berlin", "cutOff": "14:00", "handlingDays": 1},
                 "taxPercent": {"DE": 19, "AT": 20}}""".formatted(HOST)));
        operate(
                "POST",
                "internal/v1/stores/front/imports",
                "application/zip",
                BodyPublishers.ofFile(
                        Posted.products("Handle,Title,Type,Variant SKU,Variant Price", "mug,Mug,Cups,MUG,18")
                                .zip()));
        browser = new Browser(base, HOST);
    }

    /** The page as it is once the index behind it is up to date, which takes a moment after each import. */
    private HttpResponse<String> settled(Browser visitor, String path) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        HttpResponse<String> page = visitor.get(path);
        while (!header(page, "Cache-Control").startsWith("public")) {
            assertTrue(Instant.now().isBefore(deadline), "never current: " + path);
            LockSupport.parkNanos(50_000_000);
            page = visitor.get(path);
        }
        return page;
    }

    @Test
    void whoOnlyLooksHasNeitherSessionNorCookieAndPagesMayBeCached() throws Exception {
        for (String path : List.of("/", "/c/cups", "/p/mug", "/p/mug?variant=nothing", "/robots.txt", "/sitemap.xml")) {
            HttpResponse<String> page = settled(browser, path);

            assertEquals(200, page.statusCode(), path);
            assertTrue(header(page, "Cache-Control").startsWith("public, max-age=0, s-maxage="), path);
            assertEquals(List.of(), page.headers().allValues("Set-Cookie"), path);
        }
        for (String path : List.of("/cart", "/search?q=mug", "/search", "/nothing", "/c/nothing", "/p/nothing")) {
            assertEquals(List.of(), browser.get(path).headers().allValues("Set-Cookie"), path);
        }
    }

    @Test
    void anAddressWithSignsThatNoHandleHasIsOfNoPage() throws Exception {
        for (String path : List.of("/p/gr%C3%BCn", "/c/gr%C3%BCn", "/p/%F0%9F%8D%B5", "/api/v1/products/gr%C3%BCn")) {
            assertEquals(404, browser.get(path).statusCode(), path);
        }
        assertEquals(200, browser.get("/search?q=gr%C3%BCn&category=gr%C3%BCn").statusCode());
    }

    @Test
    void everyAnswerHasStrictHeaders() throws Exception {
        for (String path : List.of("/", "/cart", "/nothing", "/orders/xyz", "/pages/cart/cart.xhtml", "/error")) {
            HttpResponse<String> page = browser.get(path);

            assertTrue(header(page, "Content-Security-Policy").contains("frame-ancestors 'none'"), path);
            assertEquals("nosniff", header(page, "X-Content-Type-Options"), path);
            assertFalse(page.body().contains("Exception"), path);
        }
    }

    @Test
    void aStoreSpeaksItsOwnLanguage() throws Exception {
        operate("PUT", "internal/v1/stores/vorne", "application/json", BodyPublishers.ofString("""
                {"name": "Vorne", "tagline": "Tassen", "currency": "EUR", "locale": "de-DE", "country": "DE",
                 "look": "arcade", "domains": ["vorne.localhost"], "categories": [{"handle": "tassen", "title": "Tassen"}],
                 "shipping": [{"country": "DE", "amountMinor": 490}], "taxPercent": {"DE": 19}}"""));
        operate(
                "POST",
                "internal/v1/stores/vorne/imports",
                "application/zip",
                BodyPublishers.ofFile(Posted.products(
                                "Handle,Title,Type,Variant SKU,Variant Price", "tasse,Tasse,Tassen,TASSE,1234.5")
                        .zip()));
        Browser german = new Browser(base, "vorne.localhost");

        String product = german.get("/p/tasse").body();
        String cart = german.get("/cart").body();

        assertTrue(product.contains("lang=\"de-DE\""), product);
        assertTrue(product.contains("In den Warenkorb") && product.contains("1.234,50\u00a0€"), product);
        assertTrue(product.contains("4,90\u00a0€ nach Deutschland"), product);
        assertTrue(cart.contains("Ihr Warenkorb ist leer"), cart);
        assertTrue(german.get("/c/tassen").body().contains("1 Artikel"), "the list is not counted in German");
        assertFalse(product.contains("Add to cart"), product);
    }

    @Test
    void aPhotographComesInTheWidthThatABrowserChooses() throws Exception {
        ByteArrayOutputStream photograph = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(700, 700, BufferedImage.TYPE_INT_RGB), "jpg", photograph);
        operate(
                "POST",
                "internal/v1/stores/front/imports",
                "application/zip",
                BodyPublishers.ofFile(Posted.products(
                                "Handle,Title,Type,Variant SKU,Variant Price,Image Src",
                                "print,Print,Cups,PRINT,30,print.jpg")
                        .with("print.jpg", photograph.toByteArray())
                        .zip()));

        for (String path : List.of("/p/print", "/c/cups")) {
            String choice = found(browser.get(path), "srcset=\"([^\"]*)\"");
            assertTrue(
                    choice.matches("/media/([0-9a-f]{64})-320 320w, /media/\\1-640 640w, /media/\\1.jpg 700w"), choice);
            HttpResponse<String> small = browser.get(choice.substring(0, choice.indexOf(' ')));
            assertEquals(200, small.statusCode());
            assertTrue(header(small, "Content-Type").startsWith("image/jpeg"), header(small, "Content-Type"));
            assertEquals("public, max-age=31536000, immutable", header(small, "Cache-Control"));
        }
        String page = browser.get("/p/print").body();
        assertTrue(page.matches("(?s).*<a class=\"zoom\" href=\"/media/[0-9a-f]{64}.jpg\" data-zoom=.*"), page);
        String drawing = browser.get("/p/mug").body();
        assertFalse(drawing.contains("class=\"zoom\""), drawing);
        assertFalse(drawing.contains("srcset=\"\"") || drawing.contains("fetchpriority=\"\""), drawing);
    }

    /** Which days they are, DeliveryPromiseTest knows. */
    @Test
    void theDaysOfDeliveryAreToldWhereTheyAreKnown() throws Exception {
        String days =
                "(?s).*At your door [A-Z][a-z]{2} [0-9]{1,2}( [A-Z][a-z]{2,3})? – [A-Z][a-z]{2} [0-9]{1,2} [A-Z][a-z]{2,3}<.*";
        String product = browser.get("/p/mug").body();
        browser.post("/cart/add", MUG);
        String cart = browser.get("/cart").body();
        String checkout = browser.get("/checkout").body();

        assertTrue(product.matches(days), product);
        assertTrue(cart.matches(days), cart);
        assertTrue(checkout.matches(days), checkout);
        for (String unknown : List.of("/cart?country=AT", "/checkout?country=AT")) {
            assertFalse(browser.get(unknown).body().contains("At your door"), unknown);
        }
    }

    @Test
    void aListIsNarrowedByTickedBoxesAndEachCanBeTakenBack() throws Exception {
        Browser cups = storeOfCups("narrowed");
        String whole = settled(cups, "/c/cups").body();
        HttpResponse<String> narrowed = cups.get("/c/cups?o.Colour=Sage&o.Colour=Oat&vendor=Kiln&sort=cheapest");
        String page = narrowed.body();

        assertTrue(whole.contains("name=\"o.Colour\" value=\"Sage\""), whole);
        assertTrue(whole.contains("<span>€10 to €20</span> <span class=\"soft\">2</span>"), whole);
        assertFalse(whole.contains("checked="), whole);
        assertTrue(page.contains("name=\"o.Colour\" value=\"Sage\" checked=\"checked\""), page);
        assertTrue(page.contains("2 articles"), page);
        assertTrue(page.contains("href=\"/c/cups?o.Colour=Oat&amp;vendor=Kiln&amp;sort=cheapest\""), page);
        assertTrue(page.contains("href=\"/c/cups?sort=cheapest\""), page);
        assertTrue(page.contains("name=\"sort\" value=\"cheapest\""), page);
        assertTrue(page.contains("<link rel=\"canonical\" href=\"http://narrowed.localhost/c/cups\""), page);
        assertEquals("private, no-store", header(narrowed, "Cache-Control"));
        String none = cups.get("/c/cups?o.Colour=Oat&vendor=Blech").body();
        assertTrue(none.contains("Nothing has all of that."), none);
    }

    @Test
    void aSearchIsNarrowedSuggestedAndGuessed() throws Exception {
        Browser cups = storeOfCups("searched");
        settled(cups, "/c/cups");

        String found = cups.get("/search?q=mug").body();
        String guessed = cups.get("/search?q=sgea").body();
        HttpResponse<String> suggested = cups.get("/search/suggest?q=mu");

        assertTrue(found.contains("name=\"q\" value=\"mug\"") && found.contains("value=\"Blech\""), found);
        assertTrue(guessed.contains("Did you mean <a href=\"/search?q=sage\">sage</a>?"), guessed);
        assertEquals(
                "{\"suggestions\":[{\"title\":\"Oat Mug\",\"href\":\"/p/oat\"},{\"title\":\"Sage Mug\",\"href\":\"/p/sage\"},"
                        + "{\"title\":\"Tin Mug\",\"href\":\"/p/tin\"}]}",
                suggested.body());
        assertEquals("public, max-age=0, s-maxage=60", header(suggested, "Cache-Control"));
        assertEquals(
                "{\"suggestions\":[{\"title\":\"Cups\",\"href\":\"/c/cups\"}]}",
                cups.get("/search/suggest?q=cu").body());
        assertEquals(
                "{\"suggestions\":[]}", cups.get("/search/suggest?q=%3Cscript").body());
    }

    @Test
    void aProductTellsSearchEnginesAndFriendsWhatItIs() throws Exception {
        Browser cups = storeOfCups("told");

        String page = cups.get("/p/sage").body();

        assertTrue(page.contains("<meta property=\"og:type\" content=\"product\""), page);
        assertTrue(page.contains("\"@type\":\"BreadcrumbList\""), page);
        assertTrue(page.contains("\"item\":\"http://told.localhost/c/cups\""), page);
        assertTrue(page.contains("\"price\":\"12.00\",\"priceCurrency\":\"EUR\""), page);
    }

    private Browser storeOfCups(String code) throws Exception {
        operate("PUT", "internal/v1/stores/" + code, "application/json", BodyPublishers.ofString("""
                {"name": "Cups", "tagline": "Cups", "currency": "EUR", "locale": "en-IE", "country": "DE",
                 "look": "arcade", "domains": ["%s.localhost"], "categories": [{"handle": "cups", "title": "Cups"}],
                 "shipping": [{"country": "DE", "amountMinor": 490}], "taxPercent": {"DE": 19}}""".formatted(code)));
        operate(
                "POST",
                "internal/v1/stores/" + code + "/imports",
                "application/zip",
                BodyPublishers.ofFile(Posted.products(
                                "Handle,Title,Type,Vendor,Option1 Name,Option1 Value,Variant SKU,Variant Price",
                                "oat,Oat Mug,Cups,Kiln,Colour,Oat,OAT,18",
                                "sage,Sage Mug,Cups,Kiln,Colour,Sage,SAGE,12",
                                "tin,Tin Mug,Cups,Blech,Colour,Sage,TIN,9")
                        .zip()));
        return new Browser(base, code + ".localhost");
    }

    @Test
    void anAddressOfNoShopSaysSo() throws Exception {
        HttpResponse<String> page = new Browser(base, "nobody.localhost").get("/");

        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("There is no shop at this address"), page.body());
    }

    @Test
    void theFirstArticleIsTakenWhenTheBrowserVouchesForThePage() throws Exception {
        assertEquals(403, browser.postFromNowhere("/cart/add", MUG).statusCode());
        assertEquals(
                403, browser.postFrom("http://evil.example", "/cart/add", MUG).statusCode());
        assertFalse(browser.hasCookie("JSESSIONID"));

        HttpResponse<String> added = browser.post("/cart/add", MUG);

        assertEquals(303, added.statusCode());
        assertTrue(browser.hasCookie("JSESSIONID"));
        String cookie = added.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("cart="))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
        HttpResponse<String> page = browser.get("/p/mug");
        assertEquals("private, no-store", header(page, "Cache-Control"));
    }

    @Test
    void everyOtherFormNeedsTheTokenOfItsSession() throws Exception {
        browser.post("/cart/add", MUG);
        Map<String, String> remove = Map.of("sku", "MUG", "to", "0");
        Browser other = new Browser(base, HOST);
        other.post("/cart/add", MUG);
        String foreign = field(other.get("/cart"), "csrf");

        assertEquals(403, browser.post("/cart/change", remove).statusCode());
        HttpResponse<String> refused = browser.post("/cart/change", with(remove, "csrf", foreign));
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("Open the page anew"), refused.body());
        assertTrue(browser.get("/cart").body().contains("€36.00"));

        String own = field(browser.get("/cart"), "csrf");
        assertEquals(
                303, browser.post("/cart/change", with(remove, "csrf", own)).statusCode());
        assertTrue(browser.get("/cart").body().contains("Your cart is empty"));
    }

    @Test
    void theCartOutlivesTheSession() throws Exception {
        browser.post("/cart/add", MUG);
        browser.forgetSession();

        HttpResponse<String> cart = browser.get("/cart");

        assertTrue(cart.body().contains("€36.00"), cart.body());
        assertTrue(browser.hasCookie("JSESSIONID"));
    }

    @Test
    void anImpossibleQuantityChangesNothingAndSaysWhy() throws Exception {
        for (String quantity : List.of("-1", "0", "1000", "99999999999999", "x", "")) {
            HttpResponse<String> answer = browser.post("/cart/add", Map.of("sku", "MUG", "quantity", quantity));

            assertEquals("/cart?notice=quantity", header(answer, "Location"), quantity);
            assertFalse(browser.hasCookie("cart"), quantity);
        }
    }

    @Test
    void aFormSentTwiceGetsOneOrder() throws Exception {
        Map<String, String> form = checkout();
        String action = form.remove("action");

        HttpResponse<String> first = browser.post(action, form);
        HttpResponse<String> second = browser.post(action, form);

        assertEquals(303, first.statusCode());
        assertEquals(header(first, "Location"), header(second, "Location"));
        String order = header(first, "Location").replace("/pay", "");
        assertTrue(browser.get(order).body().contains("Lindenweg 4"));
        assertEquals(404, new Browser(base, "nobody.localhost").get(order).statusCode());
        assertEquals(order, header(browser.get("/checkout"), "Location"));
    }

    @Test
    void aTotalThatWasTamperedWithIsShownAgain() throws Exception {
        Map<String, String> form = checkout();
        String action = form.remove("action");

        HttpResponse<String> cheaper = browser.post(action, with(form, "total", "1"));
        HttpResponse<String> elsewhere = browser.post(action, with(form, "country", "AT"));

        assertEquals(422, cheaper.statusCode());
        assertTrue(cheaper.body().contains("The total changed"), cheaper.body());
        assertEquals("4090", field(cheaper, "total"));
        assertEquals("4290", field(elsewhere, "total"));
    }

    @Test
    void whatIsMissingIsSaidBesideTheFieldAndTheRestIsKept() throws Exception {
        Map<String, String> form = checkout();
        String action = form.remove("action");

        HttpResponse<String> page = browser.post(action, with(with(form, "email", "nobody"), "city", ""));

        assertEquals(422, page.statusCode());
        assertTrue(page.body().contains("id=\"email-error\""), page.body());
        assertTrue(page.body().contains("Please enter the town or city."), page.body());
        assertTrue(page.body().contains("value=\"Lindenweg 4\""), page.body());
        assertEquals(action, found(page, "action=\"(/checkout\\?key=[^\"]*)\""));
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

    private void operate(String method, String path, String type, BodyPublisher body) throws Exception {
        HttpResponse<String> answer = new Operator(base).call(method, path, type, body);
        assertEquals(200, answer.statusCode(), answer.body());
    }
}
