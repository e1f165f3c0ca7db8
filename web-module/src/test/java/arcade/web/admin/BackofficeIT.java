package arcade.web.admin;

import static arcade.web.admin.StaffBrowser.location;
import static arcade.web.admin.StaffBrowser.redirect;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.importing.Posted;
import arcade.testing.TestRelease;
import arcade.web.store.Browser;
import arcade.web.store.Operator;
import arcade.web.store.StorePage;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Staff's browsers in front of the whole release: who gets in, what each role may open and do, and that shoppers see nothing of it. One
 * class for all of it, and long for that: each class of in-container tests starts a server of its own.
 */
@ExtendWith(ArquillianExtension.class)
class BackofficeIT {
    private static final String SHOP = "counter.localhost";
    private static final String ROOT = "root@example.org";
    private static final String FIRST = "a password for one time";
    private static final String OWN = "a sentence of one's own";

    private static StaffBrowser admin;
    private static StaffBrowser keeper;
    private static StaffBrowser clerk;

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(StorePage.class).war();
    }

    @BeforeEach
    void aShopAndItsStaff() throws Exception {
        if (admin != null) {
            return;
        }
        operate("PUT", "internal/v1/stores/counter", "application/json", BodyPublishers.ofString("""
                {"name": "Counter", "tagline": "Cups", "currency": "EUR", "locale": "en-IE", "country": "DE",
                 "look": "arcade", "domains": ["%s"], "categories": [{"handle": "cups", "title": "Cups"}],
                 "shipping": [{"country": "DE", "amountMinor": 490}], "taxPercent": {"DE": 19}}""".formatted(SHOP)));
        operate(
                "POST",
                "internal/v1/stores/counter/imports",
                "application/zip",
                BodyPublishers.ofFile(Posted.products(
                                "Handle,Title,Type,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price",
                                "mug,Mug,Cups,MUG,shopify,50,18",
                                "cup,Cup,Cups,CUP,shopify,3,9")
                        .zip()));
        change("DELETE FROM staff_try");
        operate(
                "PUT",
                "internal/v1/staff/first",
                "application/json",
                BodyPublishers.ofString("{\"email\": \"" + ROOT + "\", \"password\": \"" + FIRST + "\"}"));
        StaffBrowser root = new StaffBrowser(base);
        root.arrive(ROOT, FIRST, OWN);
        keeper = arrived(root, "keeper@example.org", "SHOPKEEPER");
        clerk = arrived(root, "clerk@example.org", "CLERK");
        admin = root;
    }

    /** By the page that makes accounts. */
    private StaffBrowser arrived(StaffBrowser root, String email, String role) throws Exception {
        HttpResponse<String> page = root.get("/admin/staff");
        HttpResponse<String> made = root.click(
                page,
                "/admin/staff",
                "work",
                "work:add",
                Map.of("work:email", email, "work:name", "One of the staff", "work:role", role));
        StaffBrowser browser = new StaffBrowser(base);
        browser.arrive(email, Browser.found(made, "class=\"secret\">([^<]+)<"), OWN);
        return browser;
    }

    @Test
    void eachRoleOpensWhatItMayAndNothingElse() throws Exception {
        Map<StaffBrowser, arcade.staff.StaffRole> roles = new HashMap<>(Map.of(
                admin, arcade.staff.StaffRole.ADMIN,
                keeper, arcade.staff.StaffRole.SHOPKEEPER,
                clerk, arcade.staff.StaffRole.CLERK));
        for (AdminAddress address : AdminAddress.values()) {
            if (address.isOpen()) {
                continue;
            }
            String path = address.path() + query(address);
            HttpResponse<String> nobody = new StaffBrowser(base).get(path);
            assertEquals(303, nobody.statusCode(), path);
            assertTrue(location(nobody).startsWith("/admin/sign-in?to=%2Fadmin%2F"), location(nobody));
            for (Map.Entry<StaffBrowser, arcade.staff.StaffRole> one : roles.entrySet()) {
                int expected = one.getValue().includes(address.least().orElseThrow()) ? 200 : 403;
                HttpResponse<String> page = one.getKey().get(path);
                assertEquals(expected, page.statusCode(), one.getValue() + " " + path + "\n" + page.body());
                assertEquals("private, no-store", header(page, "Cache-Control"), path);
                // The same page under its file's name is no page.
                assertEquals(404, one.getKey().get(address.path() + ".xhtml").statusCode(), path);
            }
        }
    }

    @Test
    void onAnotherHostThereIsNoBackOfficeAndOnItsHostThereIsNoShop() throws Exception {
        Browser shopper = new Browser(base, SHOP);
        for (AdminAddress address : AdminAddress.values()) {
            for (String path : List.of(address.path(), address.path() + ".xhtml", address.path() + ";x=1")) {
                assertEquals(404, shopper.get(path).statusCode(), path);
            }
        }
        for (String path : List.of(
                "/admin/",
                "/admin/sign-in/..;/today",
                "/%61dmin/today",
                "/x/../admin/today",
                "/jakarta.faces.resource/jquery/jquery.js.xhtml?ln=primefaces",
                "/jakarta.faces.resource/theme.css.xhtml?ln=primefaces-saga-blue")) {
            int status = shopper.get(path).statusCode();
            assertTrue(status == 404 || status == 400, path + " " + status);
        }
        // The server itself sends a folder's name to the folder, before anybody is asked.
        assertTrue(
                List.of("", "/admin/").contains(location(shopper.get("/admin")).replaceFirst("^http://[^/]*", "")));
        assertEquals("/admin/today", location(admin.get("/")));
        for (String path : List.of(
                "/p/mug",
                "/cart",
                "/c/cups",
                "/api/v1/products",
                "/internal/status",
                "/health/ready",
                "/media/x",
                "/admin/nothing",
                "/admin/today/x",
                "/Admin/today",
                "/error")) {
            assertEquals(404, admin.get(path).statusCode(), path);
        }
        assertEquals(
                200,
                admin.get("/jakarta.faces.resource/jquery/jquery.js.xhtml?ln=primefaces")
                        .statusCode());
    }

    @Test
    void aShopsPagesKnowNothingOfIt() throws Exception {
        Browser shopper = new Browser(base, SHOP);
        for (String path : List.of("/", "/p/mug", "/c/cups", "/cart", "/nothing")) {
            HttpResponse<String> page = shopper.get(path);

            assertFalse(page.body().toLowerCase().contains("primefaces"), path);
            assertFalse(page.body().contains("nonce"), path);
            assertEquals(List.of(), page.headers().allValues("Set-Cookie"), path);
            assertEquals(1, page.headers().allValues("Content-Security-Policy").size(), path);
            assertFalse(header(page, "Content-Security-Policy").contains("unsafe"), path);
        }
    }

    @Test
    void scriptsOfThePageRunByItsNonceAndOthersDoNot() throws Exception {
        HttpResponse<String> page = admin.get("/admin/orders");
        String policy = header(page, "Content-Security-Policy");
        String nonce = Browser.found(page, "PrimeFaces\\.csp\\.init\\('([^']+)'\\)");

        assertEquals(1, page.headers().allValues("Content-Security-Policy").size());
        assertTrue(policy.contains("script-src 'self' 'nonce-" + nonce + "'"), policy);
        assertFalse(policy.contains("script-src 'self' 'unsafe"), policy);
        String scripts = page.body().replaceAll("(?s)<script[^>]* src=[^>]*>", "");
        assertFalse(scripts.matches("(?s).*<script(?![^>]*nonce=).*"), scripts);
        assertFalse(page.body().matches("(?s).*\\son(click|change|keydown|submit)=.*"), page.body());
        assertFalse(admin.get("/admin/account").body().contains("unsafe"));
        StaffBrowser nobody = new StaffBrowser(base);
        assertFalse(
                header(nobody.get("/admin/sign-in"), "Content-Security-Policy").contains("unsafe"));
        assertFalse(nobody.hasSession());
    }

    /** As arquillian.xml has it. Locked with a random key, the state could be read by the node alone that wrote it. */
    @Test
    void theStateInAPageIsSealedWithTheKeyOfAllNodes() throws Exception {
        HttpResponse<String> page = admin.get("/admin/orders");
        byte[] state = Base64.getDecoder()
                .decode(Browser.found(page, "name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]*)\""));

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode("ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8"), "AES"));
        byte[] expected = mac.doFinal(Arrays.copyOfRange(state, 32, state.length));

        assertArrayEquals(expected, Arrays.copyOf(state, 32));
    }

    @Test
    void whoIsHalfInOpensOnePageOnly() throws Exception {
        StaffBrowser half = new StaffBrowser(base);
        assertEquals("/admin/sign-in/code", location(half.password(ROOT, OWN)));

        for (String path : List.of("/admin/today", "/admin/staff", "/admin/account")) {
            assertEquals("/admin/sign-in/code", location(half.get(path)), path);
        }
        assertEquals("/admin/sign-in", location(half.get("/admin/enrol")));
        assertEquals("/admin/sign-in", location(half.get("/admin/password")));
        assertEquals(
                422, half.post("/admin/sign-in/code", Map.of("code", "000000")).statusCode());
        assertEquals(
                303,
                half.post("/admin/sign-in/code", Map.of("code", admin.code())).statusCode());
        assertEquals(200, half.get("/admin/staff").statusCode());
    }

    @Test
    void aSessionIsANewOneAfterSigningInAndGoneAfterSigningOut() throws Exception {
        StaffBrowser fixed = new StaffBrowser(base);
        assertFalse(fixed.hasSession());
        fixed.password("clerk@example.org", OWN);
        assertEquals(200, fixed.get("/admin/today").statusCode());

        assertEquals(303, fixed.post("/admin/sign-out", Map.of()).statusCode());

        assertEquals(303, fixed.get("/admin/today").statusCode());
    }

    @Test
    void aClickAfterTheSessionsEndIsToldSoAndChangesNothing() throws Exception {
        String order = order();
        StaffBrowser tired = new StaffBrowser(base);
        tired.password("clerk@example.org", OWN);
        HttpResponse<String> page = tired.get("/admin/order?ref=" + order);
        tired.forgetSession();

        HttpResponse<String> late =
                tired.click(page, "/admin/order", "work", "work:write", Map.of("work:note", "typed for long"));
        tired.password("clerk@example.org", OWN);
        HttpResponse<String> again =
                tired.click(page, "/admin/order", "work", "work:write", Map.of("work:note", "typed for long"));

        assertEquals(401, late.statusCode());
        assertTrue(redirect(again).contains("done=done.note"), again.body());
        assertTrue(tired.get("/admin/order?ref=" + order).body().contains("typed for long"));
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        HttpResponse<String> refused = admin.postFrom("http://evil.example", "/admin/sign-out", Map.of());

        assertEquals(403, refused.statusCode());
        assertEquals(
                403,
                admin.postFrom("http://" + SHOP, "/admin/sign-out", Map.of()).statusCode());
        assertEquals(200, admin.get("/admin/today").statusCode());
    }

    @Test
    void anOrderIsFoundByWhatACallerKnowsAndANoteIsWrittenOnce() throws Exception {
        String order = order();

        for (String words : List.of("ada@example.com", "Ada", order)) {
            HttpResponse<String> list = clerk.get("/admin/orders?q=" + words);
            assertTrue(list.body().contains("/admin/order?ref=" + order), words + list.body());
        }
        assertFalse(clerk.get("/admin/orders?q=nobody").body().contains(order));
        HttpResponse<String> page = clerk.get("/admin/order?ref=" + order);
        Map<String, String> note = Map.of("work:note", "She called <twice>");
        clerk.click(page, "/admin/order", "work", "work:write", note);
        clerk.click(page, "/admin/order", "work", "work:write", note);

        assertEquals(1, number("SELECT COUNT(*) FROM order_note WHERE order_ref = '" + order + "'"));
        String shown = clerk.get("/admin/order?ref=" + order).body();
        assertTrue(shown.contains("She called &lt;twice&gt;"), shown);
        assertEquals(404, clerk.get("/admin/order?ref=nothing").statusCode());
    }

    @Test
    void moneyGoesBackByARowForTheTillOnceAndNeverByAClerk() throws Exception {
        String order = order();
        change("UPDATE payment SET state = 'CAPTURED', captured_minor = amount_minor, due_at = NULL WHERE order_ref = '"
                + order + "'");
        HttpResponse<String> page = keeper.get("/admin/order?ref=" + order);
        Map<String, String> refund = Map.of("work:amount", "10,50", "work:reason", "a chip in it");

        HttpResponse<String> first = keeper.click(page, "/admin/order", "work", "work:refund", refund);
        keeper.click(page, "/admin/order", "work", "work:refund", refund);
        HttpResponse<String> tooMuch = keeper.click(
                keeper.get("/admin/order?ref=" + order),
                "/admin/order",
                "work",
                "work:refund",
                Map.of("work:amount", "1000", "work:reason", "x"));

        assertTrue(redirect(first).contains("done=done.refund"), first.body());
        assertTrue(tooMuch.body().contains("more than the"), tooMuch.body());
        String refunds = " FROM refund r JOIN payment p ON p.id = r.payment_id WHERE p.order_ref = '" + order + "'";
        assertEquals(1050, number("SELECT SUM(r.amount_minor)" + refunds));
        assertEquals(
                1,
                number("SELECT COUNT(*) FROM audit_log WHERE action = 'order.refund' AND subject = '" + order + "'"));
        HttpResponse<String> clerks = clerk.get("/admin/order?ref=" + order);
        assertFalse(clerks.body().contains("work:refund"), clerks.body());
        clerk.click(clerks, "/admin/order", "work", "work:refund", refund);
        assertEquals(1, number("SELECT COUNT(*)" + refunds));
    }

    @Test
    void theSecondEditorSeesBothAndLosesNothing() throws Exception {
        long id = number("SELECT id FROM product WHERE handle = 'cup'");
        String path = "/admin/product?id=" + id;
        HttpResponse<String> ones = keeper.get(path);
        HttpResponse<String> others = admin.get(path);

        HttpResponse<String> first = keeper.click(
                ones,
                "/admin/product",
                "work",
                "work:save",
                Map.of("work:title", "Espresso cup", "work:published", "on"));
        HttpResponse<String> second = admin.click(
                others,
                "/admin/product",
                "work",
                "work:save",
                Map.of("work:title", "Tea cup", "price:CUP", "11.00", "work:published", "on"));

        assertTrue(redirect(first).contains("done=done.product"), first.body());
        assertTrue(second.body().contains("Somebody changed this product"), second.body());
        assertTrue(second.body().contains("value=\"Tea cup\""), second.body());
        assertTrue(second.body().contains("value=\"11.00\""), second.body());
        assertTrue(second.body().contains("Now: Espresso cup"), second.body());
        assertEquals(900, number("SELECT price_minor FROM variant WHERE sku = 'CUP'"));
        assertTrue(new Browser(base, SHOP).get("/p/cup").body().contains("Espresso cup"));
    }

    @Test
    void aShopIsAddedWhileOthersSell() throws Exception {
        HttpResponse<String> page = admin.get("/admin/store");
        HttpResponse<String> made = admin.click(
                page,
                "/admin/store",
                "work",
                "work:save",
                Map.of(
                        "work:code", "neu",
                        "work:name", "Neuer Laden",
                        "work:locale", "de-DE",
                        "work:domains", "neu.localhost",
                        "work:shipping", "DE 4,90 60",
                        "work:taxes", "DE 19"));
        HttpResponse<String> taken = admin.click(
                admin.get("/admin/store"),
                "/admin/store",
                "work",
                "work:save",
                Map.of(
                        "work:code", "desk",
                        "work:name", "Desk",
                        "work:domains", "desk.localhost",
                        "work:shipping", "DE 4.90",
                        "work:taxes", "DE 19"));

        assertTrue(redirect(made).contains("code=neu"), made.body());
        assertTrue(taken.body().contains("back office cannot be a shop"), taken.body());
        // A name that was asked for before is known to be nobody's for a second here.
        HttpResponse<String> shop = new Browser(base, "neu.localhost").get("/");
        assertEquals(200, shop.statusCode());
        assertTrue(shop.body().contains("Neuer Laden"), shop.body());
        assertTrue(admin.get("/admin/store?code=neu").body().contains("DE 4.90 60.00"));
    }

    @Test
    void aTableGivesOnePageOfRows() throws Exception {
        order();
        HttpResponse<String> page = clerk.get("/admin/orders?q=ada");
        HttpResponse<String> sorted = clerk.click(
                page,
                "/admin/orders",
                "list",
                "list:rows",
                Map.of(
                        "list:rows_pagination", "true",
                        "list:rows_first", "0",
                        "list:rows_rows", "25",
                        "list:rows_skipChildren", "true",
                        "list:rows_encodeFeature", "true",
                        "jakarta.faces.partial.execute", "list:rows",
                        "jakarta.faces.partial.render", "list:rows"));

        assertEquals(200, sorted.statusCode());
        assertTrue(sorted.body().contains("/admin/order?ref="), sorted.body());
        assertFalse(sorted.body().contains("<html"), sorted.body());
    }

    /** Bought by a shopper: two mugs, placed and not paid. @return the order's token */
    private String order() throws Exception {
        Browser shopper = new Browser(base, SHOP);
        shopper.post("/cart/add", Map.of("sku", "MUG", "quantity", "2"));
        HttpResponse<String> page = shopper.get("/checkout");
        Map<String, String> form = new HashMap<>(Map.of(
                "csrf", Browser.field(page, "csrf"),
                "cart", Browser.field(page, "cart"),
                "total", Browser.field(page, "total")));
        form.putAll(Map.of("email", "ada@example.com", "name", "Ada", "line1", "Lindenweg 4"));
        form.putAll(Map.of("postalCode", "10115", "city", "Berlin", "country", "DE"));
        String paying = location(shopper.post(Browser.found(page, "action=\"(/checkout\\?key=[^\"]*)\""), form));
        return paying.replace("/orders/", "").replace("/pay", "");
    }

    private String query(AdminAddress address) throws Exception {
        return switch (address) {
            case ORDER -> "?ref=" + order();
            case PRODUCT -> "?id=" + number("SELECT id FROM product WHERE handle = 'mug'");
            case PIECES -> "?store=counter&sku=MUG";
            case REPORT_CSV, REPORTS -> "?store=counter";
            default -> "";
        };
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static long number(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(System.getProperty("arcade.test.database"));
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void change(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(System.getProperty("arcade.test.database"));
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.executeUpdate();
        }
    }

    private void operate(String method, String path, String type, BodyPublisher body) throws Exception {
        HttpResponse<String> answer = new Operator(base).call(method, path, type, body);
        assertTrue(answer.statusCode() < 300, answer.body());
    }
}
