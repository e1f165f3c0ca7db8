package arcade.web.store;

import static arcade.web.store.Browser.field;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.importing.Posted;
import arcade.testing.TestRelease;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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

/** An owner's shops under three host names, a stranger's under a fourth, and one browser in front of them. */
@ExtendWith(ArquillianExtension.class)
class GoingOnElsewhereIT {
    private static final Map<String, String> MUG = Map.of("sku", "MUG", "quantity", "2");

    @ArquillianResource
    private URL base;

    private Browser here;
    private Browser there;
    private Browser german;

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(StorePage.class).war();
    }

    @BeforeEach
    void openStores() throws Exception {
        store("here", "en-IE", "ada", """
                "here.localhost": "Ireland", "there.localhost": "The other door\"""", "mug,Mug,Cups,MUG,18", "tea,Tea,Cups,TEA,5");
        store("deutsch", "de-DE", "ada", "\"deutsch.localhost\": \"Deutschland\"", "mug,Becher,Cups,MUG,17");
        store("stranger", "en-IE", "bob", "\"stranger.localhost\": \"Bob\"", "mug,Mug,Cups,MUG,1");
        here = browser("here.localhost");
        there = browser("there.localhost");
        german = browser("deutsch.localhost");
    }

    @Test
    void theFootOfAPageNamesWhereOneMayGoOnAndFormsMayLeadThere() throws Exception {
        HttpResponse<String> page = here.get("/");
        HttpResponse<String> alone = browser("stranger.localhost").get("/");

        assertTrue(
                page.body().contains("value=\"there.localhost\" lang=\"en-IE\">The other door</button>"), page.body());
        assertTrue(
                page.body().contains("value=\"deutsch.localhost\" lang=\"de-DE\">Deutschland</button>"), page.body());
        assertFalse(page.body().contains("value=\"here.localhost\""), "a page offers itself");
        assertFalse(page.body().contains("Bob"), "a page offers a stranger's shop");
        assertTrue(
                header(page, "Content-Security-Policy")
                        .contains("form-action 'self' http://deutsch.localhost http://there.localhost;"),
                header(page, "Content-Security-Policy"));
        assertTrue(header(alone, "Content-Security-Policy").contains("form-action 'self';"));
        assertFalse(alone.body().contains("/handover"), alone.body());
    }

    @Test
    void aCartComesAlongToAnotherNameOnce() throws Exception {
        here.post("/cart/add", MUG);
        HttpResponse<String> way = leave("there.localhost");
        HttpResponse<String> arrival = there.get(path(way));
        HttpResponse<String> cart = there.get(header(arrival, "Location"));

        assertEquals(303, way.statusCode());
        assertTrue(
                header(way, "Location").startsWith("http://there.localhost/handover?token="), header(way, "Location"));
        for (HttpResponse<String> answer : List.of(way, arrival)) {
            assertEquals("no-referrer", header(answer, "Referrer-Policy"));
            assertEquals("private, no-store", header(answer, "Cache-Control"));
        }
        assertEquals(303, arrival.statusCode());
        assertEquals("/cart?notice=arrived", header(arrival, "Location"));
        assertTrue(cart.body().contains("Your cart came along.") && cart.body().contains("€36.00"), cart.body());
        assertNotEquals(here.cookie("cart"), there.cookie("cart"));
        assertTrue(here.get("/cart").body().contains("€36.00"), "what was here is gone");
    }

    @Test
    void aSessionThatWasThereGoesOnUnderANewId() throws Exception {
        there.post("/cart/add", Map.of("sku", "TEA", "quantity", "1"));
        String known = there.cookie("JSESSIONID");
        here.post("/cart/add", MUG);

        there.get(path(leave("there.localhost")));

        assertNotEquals(known, there.cookie("JSESSIONID"));
        HttpResponse<String> cart = there.get("/cart");
        assertTrue(cart.body().contains("Mug") && cart.body().contains("Tea"), cart.body());
    }

    @Test
    void aCartOfBeforeTheGridWasLostComesAlongToo() throws Exception {
        here.post("/cart/add", MUG);
        here.forgetSession();

        there.get(path(here.post("/handover", Map.of("to", "there.localhost"))));

        assertTrue(there.get("/cart").body().contains("€36.00"));
    }

    @Test
    void aSisterSellsWhatSheHasAndSaysThatNotAllCame() throws Exception {
        here.post("/cart/add", MUG);
        here.post("/cart/add", Map.of("sku", "TEA", "quantity", "1"));

        HttpResponse<String> arrival = german.get(path(leave("deutsch.localhost")));
        HttpResponse<String> cart = german.get(header(arrival, "Location"));

        assertTrue(cart.body().contains("Becher") && cart.body().contains("34,00"), cart.body());
        assertTrue(cart.body().contains("Nicht alles in Ihrem Warenkorb"), cart.body());
        assertFalse(cart.body().contains("Tea"), cart.body());
    }

    @Test
    void whoHasNothingJustGoesThere() throws Exception {
        assertEquals(
                "http://there.localhost/", header(here.post("/handover", Map.of("to", "there.localhost")), "Location"));
        assertFalse(here.hasCookie("cart"));
    }

    @Test
    void nobodyIsSentToAnyOtherAddress() throws Exception {
        here.post("/cart/add", MUG);
        for (String to : List.of(
                "stranger.localhost",
                "evil.example",
                "//evil.example",
                "here.localhost",
                "",
                "there.localhost@evil.example")) {
            HttpResponse<String> answer = leave(to);

            assertEquals(404, answer.statusCode(), to);
            assertEquals("", header(answer, "Location"), to);
        }
        assertEquals(
                403,
                here.postFrom("http://evil.example", "/handover", Map.of("to", "there.localhost"))
                        .statusCode());
        assertEquals(
                403,
                here.postFromNowhere("/handover", Map.of("to", "there.localhost"))
                        .statusCode());
    }

    @Test
    void whatIsForgedOrForAnotherNameOrUsedIsRefusedInAFriendlyWay() throws Exception {
        here.post("/cart/add", MUG);
        String way = path(leave("there.localhost"));

        refused(403, german.get(way));
        refused(403, there.get(way.replaceAll("~[0-9]+~", "~99999999999~")));
        refused(403, there.get("/handover"));
        refused(403, there.get("/handover?token=%22%3E%3Cscript%3E"));
        assertEquals(303, there.get(way).statusCode());
        Rows.change("UPDATE cart_handover SET used_at = used_at - INTERVAL 11 SECOND WHERE id = ?", id(way));
        refused(410, browser("there.localhost").get(way));
    }

    @Test
    void whatIsTooOldIsRefused() throws Exception {
        here.post("/cart/add", MUG);
        String way = path(leave("there.localhost"));
        Rows.change("UPDATE cart_handover SET expires_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE id = ?", id(way));

        refused(410, there.get(way));
    }

    @Test
    void ofTwoClicksAtOnceOneBringsTheCartAndTheOtherShowsIt() throws Exception {
        here.post("/cart/add", MUG);
        String way = path(leave("there.localhost"));
        List<Callable<HttpResponse<String>>> clicks = new ArrayList<>();
        for (int click = 0; click < 4; click++) {
            clicks.add(() -> browser("there.localhost").get(way));
        }
        List<String> places = new ArrayList<>();
        try (Threads threads = new Threads(clicks.size())) {
            for (Future<HttpResponse<String>> answer : threads.all(clicks)) {
                assertEquals(303, answer.get().statusCode());
                places.add(header(answer.get(), "Location"));
            }
        }

        places.sort(null);
        assertEquals(List.of("/cart", "/cart", "/cart", "/cart?notice=arrived"), places);
    }

    @Test
    void aStoresOwnColourIsAStyleThatIsKeptForEver() throws Exception {
        String page = german.get("/").body();
        String address = Browser.found(german.get("/"), "href=\"(/assets/[^\"]*/accents/0b3d91.css)\"");
        HttpResponse<String> style = german.get(address);

        assertTrue(page.indexOf("site.css") < page.indexOf(address), "the look comes after the store's own colour");
        assertTrue(header(style, "Content-Type").startsWith("text/css"), header(style, "Content-Type"));
        assertTrue(header(style, "Cache-Control").contains("immutable"));
        assertTrue(style.body().contains("--accent: #0b3d91;"), style.body());
        assertEquals(404, german.get(address.replace("0b3d91", "ffcc00")).statusCode());
        assertEquals(404, german.get(address.replace("0b3d91", "0b3d91%3B%7D")).statusCode());
        assertFalse(here.get("/").body().contains("/accents/"));
    }

    private void refused(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("href=\"/cart\""), answer.body());
        assertFalse(answer.body().contains("<script>") || answer.body().contains("~"), answer.body());
        assertEquals("no-referrer", header(answer, "Referrer-Policy"));
    }

    /** As a browser with a session does it. */
    private HttpResponse<String> leave(String to) throws Exception {
        return here.post("/handover", Map.of("to", to, "csrf", field(here.get("/cart"), "csrf")));
    }

    private static String path(HttpResponse<String> way) {
        URI address = URI.create(header(way, "Location"));
        return address.getRawPath() + "?" + address.getRawQuery();
    }

    private static String id(String way) {
        return way.replaceAll(".*token=([0-9a-z]{26}).*", "$1");
    }

    private Browser browser(String host) {
        return new Browser(base, host);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private void store(String code, String locale, String owner, String offered, String... products) throws Exception {
        String names = offered.replaceAll("(\"[a-z.]+\"): \"[^\"]*\"", "$1");
        operate("PUT", "internal/v1/stores/" + code, "application/json", BodyPublishers.ofString("""
                {"name": "%s", "tagline": "Cups", "currency": "EUR", "locale": "%s", "country": "DE", "look": "garden",
                 "owner": "%s", "domains": [%s], "offered": {%s}%s, "categories": [{"handle": "cups", "title": "Cups"}],
                 "shipping": [{"country": "DE", "amountMinor": 490}], "taxPercent": {"DE": 19}}""".formatted(
                code, locale, owner, names, offered, code.equals("deutsch") ? ", \"accent\": \"#0B3D91\"" : "")));
        String[] lines = new String[products.length + 1];
        lines[0] = "Handle,Title,Type,Variant SKU,Variant Price";
        System.arraycopy(products, 0, lines, 1, products.length);
        operate(
                "POST",
                "internal/v1/stores/" + code + "/imports",
                "application/zip",
                BodyPublishers.ofFile(Posted.products(lines).zip()));
    }

    private void operate(String method, String path, String type, BodyPublisher body) throws Exception {
        HttpResponse<String> answer = new Operator(base).call(method, path, type, body);
        assertEquals(200, answer.statusCode(), answer.body());
    }

    /** Threads that end with the test. */
    private record Threads(ExecutorService service) implements AutoCloseable {
        Threads(int count) {
            this(Executors.newFixedThreadPool(count));
        }

        <T> List<Future<T>> all(List<Callable<T>> work) throws InterruptedException {
            return service.invokeAll(work);
        }

        @Override
        public void close() {
            service.shutdownNow();
        }
    }
}
