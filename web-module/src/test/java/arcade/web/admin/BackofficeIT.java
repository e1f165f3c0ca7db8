package arcade.web.admin;

import static arcade.web.admin.StaffBrowser.location;
import static arcade.web.admin.StaffBrowser.redirect;
import static arcade.web.store.Rows.change;
import static arcade.web.store.Rows.number;
import static arcade.web.store.Rows.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.importing.Posted;
import arcade.testing.TestRelease;
import arcade.web.store.Browser;
import arcade.web.store.Operator;
import arcade.web.store.StorePage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;
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
    private static final String OTHER_SHOP = "counter2.localhost";
    private static final String ROOT = "root@example.org";
    private static final String OWN = StaffBrowser.OWN;

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
        sell("counter", SHOP);
        sell("counter2", OTHER_SHOP);
        StaffBrowser root = House.firstAdmin(base, ROOT);
        keeper = root.colleague("keeper@example.org", "SHOPKEEPER");
        clerk = root.colleague("clerk@example.org", "CLERK");
        admin = root;
    }

    private void sell(String code, String host) throws Exception {
        new Operator(base)
                .done("PUT", "internal/v1/stores/" + code, "application/json", BodyPublishers.ofString("""
                {"name": "Counter", "tagline": "Cups", "currency": "EUR", "locale": "en-IE", "country": "DE",
                 "look": "arcade", "domains": ["%s"], "categories": [{"handle": "cups", "title": "Cups"}],
                 "shipping": [{"country": "DE", "amountMinor": 490}], "taxPercent": {"DE": 19}}""".formatted(
                                host)));
        new Operator(base)
                .done(
                        "POST",
                        "internal/v1/stores/" + code + "/imports",
                        "application/zip",
                        BodyPublishers.ofFile(Posted.products(
                                        "Handle,Title,Type,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price",
                                        "mug,Mug,Cups,MUG,shopify,50,18",
                                        "cup,Cup,Cups,CUP,shopify,3,9")
                                .zip()));
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
    void aClickThatHisRoleMayNotDoIsForbiddenAndChangesNothing() throws Exception {
        HttpResponse<String> page = clerk.get("/admin/promotions");

        HttpResponse<String> refused =
                clerk.click(page, "/admin/promotions", "list", "list:rows", Map.of("turn", "counter/1/off"));

        assertEquals(403, refused.statusCode(), refused.body());
        assertFalse(refused.body().contains("<partial-response"), refused.body());
    }

    @Test
    void aClickWithoutTheDatabaseIsTriedAgainWithAllThatWasTyped() throws Exception {
        String order = order();
        HttpResponse<String> page = clerk.get("/admin/order?ref=" + order);
        Map<String, String> note = Map.of("work:note", "kept over an outage");

        change("RENAME TABLE order_note TO order_note_away");
        HttpResponse<String> away;
        try {
            away = clerk.click(page, "/admin/order", "work", "work:write", note);
        } finally {
            change("RENAME TABLE order_note_away TO order_note");
        }
        HttpResponse<String> again = clerk.click(page, "/admin/order", "work", "work:write", note);

        assertEquals(503, away.statusCode(), away.body());
        assertFalse(away.body().contains("<partial-response"), away.body());
        assertTrue(redirect(again).contains("done=done.note"), again.body());
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
    void theFirstPageNamesTheOrderThatHasWaitedLongestAndWhatRunsOut() throws Exception {
        String order = order();
        pay(order, 900_001);
        change("UPDATE shop_order SET placed_at = '2020-01-01' WHERE ref = '" + order + "'");
        String fewest = text("SELECT sku FROM stock ORDER BY on_hand, sku LIMIT 1");

        String page = clerk.get("/admin/today").body();

        assertTrue(page.contains("<td><a href=\"/admin/order?ref=" + order + "\">900001</a></td>"), page);
        assertTrue(page.contains("Fewest pieces left") && page.contains("<td>" + fewest + "</td>"), page);
        assertTrue(page.indexOf("Waiting longest") < page.indexOf(order), page);
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
        Map<String, String> mended = Map.of("work:note", "She called <thrice>");
        clerk.click(page, "/admin/order", "work", "work:write", mended);
        clerk.click(page, "/admin/order", "work", "work:write", mended);

        assertEquals(2, number("SELECT COUNT(*) FROM order_note WHERE order_ref = '" + order + "'"));
        String shown = clerk.get("/admin/order?ref=" + order).body();
        assertTrue(shown.contains("She called &lt;twice&gt;"), shown);
        assertTrue(shown.contains("She called &lt;thrice&gt;"), shown);
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
        long id = number("SELECT MIN(id) FROM product WHERE handle = 'cup'");
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
        assertEquals(900, number("SELECT price_minor FROM variant WHERE sku = 'CUP' AND product_id = " + id));
        assertTrue(new Browser(base, SHOP).get("/p/cup").body().contains("Espresso cup"));
    }

    @Test
    void picturesAreTakenByTheirContentAndShopsShowThem() throws Exception {
        long mug = product("mug");
        String path = "/admin/product/pictures?id=" + mug;
        byte[] photograph = photograph(700);
        String script =
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script>1</script><path d='M0 0'/></svg>";

        Browser shopper = new Browser(base, SHOP);
        assertFalse(shopper.get("/p/mug").body().contains("/media/"), "or the page that follows proves nothing");

        HttpResponse<String> added = keeper.upload(path, Map.of("its name lies.png", photograph), "text/html");
        HttpResponse<String> drawn = keeper.upload(path, Map.of("mug.svg", script.getBytes()), "application/json");

        assertEquals("/admin/product?id=" + mug + "&done=done.pictures#pictures", location(added), added.body());
        assertEquals("{\"problems\":[]}", drawn.body());
        String seen = shopper.get("/p/mug").body();
        String name = text("SELECT media FROM picture WHERE position = 1 AND product_id = " + mug);
        assertTrue(name.matches("[0-9a-f]{64}\\.jpg"), name);
        assertTrue(seen.contains("srcset=\"/media/" + name.substring(0, 64) + "-320 320w, "), seen);
        for (String width : List.of("-320", "-640", ".jpg")) {
            assertEquals(
                    200, keeper.get("/media/" + name.substring(0, 64) + width).statusCode(), width);
        }
        String drawing = text("SELECT media FROM picture WHERE position = 2 AND product_id = " + mug);
        assertFalse(keeper.get("/media/" + drawing).body().contains("script"));
        assertEquals(
                2,
                number("SELECT COUNT(*) FROM audit_log WHERE action = 'product.pictures'"
                        + " AND subject = 'counter/mug' AND after_json LIKE '%" + name + "%'"));

        Map<String, byte[]> wrong = Map.of(
                "words.jpg",
                "no picture at all".getBytes(),
                "broken.jpg",
                Arrays.copyOf(photograph, 12),
                "mug again.jpg",
                photograph,
                "huge.png",
                new byte[10 * 1024 * 1024 + 1],
                "none.png",
                new byte[0],
                "bad.svg",
                "<svg".getBytes());
        HttpResponse<String> refused = keeper.upload(path, wrong, "text/html");
        HttpResponse<String> told =
                keeper.upload(path, Map.of("words.jpg", "no picture".getBytes()), "application/json");

        assertEquals(422, refused.statusCode());
        for (String problem : List.of(
                "words.jpg is none of the kinds",
                "broken.jpg is damaged",
                "mug again.jpg is among the pictures",
                "huge.png is larger than 10 MB",
                "none.png is empty",
                "bad.svg is no SVG")) {
            assertTrue(refused.body().contains(problem), problem + refused.body());
        }
        assertEquals(422, told.statusCode());
        assertTrue(told.body().startsWith("{\"problems\":[\"words.jpg is none of the kinds"), told.body());
        assertFalse(header(refused, "Content-Security-Policy").contains("unsafe"));
        assertEquals(2, number("SELECT COUNT(*) FROM picture WHERE product_id = " + mug));
    }

    @Test
    void picturesAreDescribedMovedAndRemovedAndTheSecondEditorIsToldWhatTheFirstDid() throws Exception {
        long cup = product("cup");
        String path = "/admin/product/pictures?id=" + cup;
        change("DELETE FROM picture WHERE product_id = " + cup);
        for (int width : List.of(300, 310, 320)) {
            assertEquals(
                    303,
                    keeper.upload(path, Map.of("cup.jpg", photograph(width)), "*/*")
                            .statusCode());
        }
        long first = picture(cup, 300);
        long second = picture(cup, 310);
        long third = picture(cup, 320);
        change("UPDATE variant SET picture_id = " + third + " WHERE product_id = " + cup);
        HttpResponse<String> ones = keeper.get("/admin/product?id=" + cup);
        HttpResponse<String> others = admin.get("/admin/product?id=" + cup);

        HttpResponse<String> moved = keeper.send(
                ones,
                path,
                "pictures-list",
                "down:" + first,
                Map.of("alt:" + first, "A cup", "alt:" + second, "Its handle"));
        HttpResponse<String> late =
                admin.send(others, path, "pictures-list", "remove:" + third, Map.of("alt:" + first, "Une tasse"));

        assertEquals(303, moved.statusCode(), moved.body());
        assertEquals(List.of(second, first, third), order(cup));
        assertEquals("A cup", text("SELECT alt FROM picture WHERE id = " + first));
        assertEquals(422, late.statusCode());
        assertTrue(late.body().contains("Somebody changed these pictures"), late.body());
        assertTrue(late.body().contains("Their order was changed meanwhile"), late.body());
        assertTrue(late.body().contains("value=\"Une tasse\"") && late.body().contains("Now: A cup"), late.body());
        assertTrue(late.body().contains("value=\"Its handle\""), late.body());
        assertFalse(late.body().contains("Now: Its handle") || late.body().contains("Added meanwhile"), late.body());
        assertEquals(3, order(cup).size());

        HttpResponse<String> again = admin.send(late, path, "pictures-list", "remove:" + third, Map.of());
        HttpResponse<String> gone =
                keeper.send(ones, path, "pictures-list", "save", Map.of("alt:" + third, "Not there any more"));
        keeper.upload(path, Map.of("cup.jpg", photograph(330)), "*/*");
        HttpResponse<String> fresh = admin.send(others, path, "pictures-list", "save", Map.of());

        assertEquals(303, again.statusCode(), again.body());
        assertEquals(List.of(second, first, picture(cup, 330)), order(cup));
        assertEquals("Une tasse", text("SELECT alt FROM picture WHERE id = " + first));
        assertEquals("Its handle", text("SELECT alt FROM picture WHERE id = " + second));
        assertEquals(1, number("SELECT COUNT(*) FROM variant WHERE picture_id IS NULL AND product_id = " + cup));
        assertTrue(gone.body().contains("Removed meanwhile: 1"), gone.body());
        assertTrue(fresh.body().contains("Added meanwhile"), fresh.body());
        assertTrue(new Browser(base, SHOP).get("/p/cup").body().contains("alt=\"Its handle\""));
        assertEquals(
                403,
                clerk.upload(path, Map.of("cup.jpg", photograph(340)), "*/*").statusCode());
        assertEquals(
                403,
                clerk.send(ones, path, "pictures-list", "remove:" + first, Map.of())
                        .statusCode());
        assertFalse(clerk.get("/admin/product?id=" + cup).body().contains("pictures-add"));
        assertEquals(
                403,
                keeper.postFrom("http://elsewhere.example", path, Map.of("do", "save"))
                        .statusCode());
        assertEquals(
                422,
                keeper.send(ones, path, "pictures-list", "sell:" + first, Map.of())
                        .statusCode());
        assertEquals(3, order(cup).size());
    }

    private static long product(String handle) throws SQLException {
        return number("SELECT p.id FROM product p JOIN store s ON s.id = p.store_id WHERE s.code = 'counter'"
                + " AND p.handle = '" + handle + "'");
    }

    private static byte[] photograph(int width) throws Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, 500, BufferedImage.TYPE_INT_RGB), "jpg", content);
        return content.toByteArray();
    }

    private static long picture(long product, int width) throws SQLException {
        return number("SELECT id FROM picture WHERE product_id = " + product + " AND width = " + width);
    }

    private static List<Long> order(long product) throws SQLException {
        return Arrays.stream(
                        text("SELECT COALESCE(GROUP_CONCAT(id ORDER BY position), '') FROM picture WHERE product_id = "
                                        + product)
                                .split(","))
                .map(Long::valueOf)
                .toList();
    }

    @Test
    void aProductIsAddedInTwoStepsAndSold() throws Exception {
        assertTrue(keeper.get("/admin/products?store=counter").body().contains("/admin/product-new?store=counter"));
        assertFalse(clerk.get("/admin/products").body().contains("product-new"));
        HttpResponse<String> empty = keeper.get("/admin/product-new?store=counter");
        Map<String, String> typed = new HashMap<>(Map.of(
                "title", "Stoneware Jug",
                "vendor", "Kiln",
                "category", "cups",
                "description", "<p>Thrown <b>by hand</b></p><script>evil()</script>",
                "option1", "Colour: red, blue",
                "published", "on"));

        HttpResponse<String> grid = newProduct(keeper, empty, "work:look", typed);

        assertTrue(grid.body().contains("name=\"handle\" value=\"stoneware-jug\""), grid.body());
        assertTrue(grid.body().contains("name=\"sku:v.red\" value=\"stoneware-jug.red\""), grid.body());
        assertTrue(grid.body().contains("work:save"), grid.body());
        assertFalse(empty.body().contains("work:save"));
        assertFalse(grid.body().contains("class=\"problem\""), grid.body());
        typed.putAll(Map.of("price:v.red", "24,90", "compare:v.red", "30", "pieces:v.red", "4", "grid", "shown"));
        typed.putAll(Map.of("price:v.blue", "26", "pieces:v.blue", "0", "sku:v.blue", "JUG-B"));
        typed.put("content:v.red", "500 ml");
        HttpResponse<String> first = newProduct(keeper, empty, "work:save", typed);
        HttpResponse<String> again = newProduct(keeper, empty, "work:save", typed);

        long id = number("SELECT id FROM product WHERE handle = 'stoneware-jug'");
        assertEquals("/admin/product?id=" + id + "&done=done.product.new", redirect(first), first.body());
        assertEquals(redirect(first), redirect(again), "sent twice, it is one product");
        typed.put("description", "<p>Cast</p>");
        HttpResponse<String> gone = newProduct(keeper, empty, "work:save", typed);
        assertEquals(200, gone.statusCode(), gone.body());
        assertTrue(gone.body().contains("Another product of this shop has this handle."), gone.body());
        assertTrue(keeper.get(redirect(first)).body().contains("The product was added."));
        Browser shopper = new Browser(base, SHOP);
        String page = shopper.get("/p/stoneware-jug").body();
        assertTrue(page.contains("Thrown <b>by hand</b>") && page.contains("24.90"), page);
        assertFalse(page.contains("evil"), page);
        assertTrue(shopper.get("/c/cups").body().contains("/p/stoneware-jug"));
        eventually(() -> shopper.get("/search?q=stoneware").body().contains("/p/stoneware-jug"));
        assertEquals(
                303,
                shopper.post("/cart/add", Map.of("sku", "stoneware-jug.red", "quantity", "1"))
                        .statusCode());
        assertEquals(
                1,
                number("SELECT COUNT(*) FROM audit_log WHERE action = 'product.add' AND subject LIKE '%stoneware%'"));
    }

    @Test
    void whatIsWrongWithANewProductStandsBesideItsFieldAndNothingTypedIsLost() throws Exception {
        HttpResponse<String> empty = keeper.get("/admin/product-new?store=counter");
        Map<String, String> typed = new HashMap<>(
                Map.of("title", "A <b>new</b> one", "handle", "mug", "option1", "Size: S, s", "grid", "shown"));
        typed.putAll(Map.of("sku:v", "MUG", "price:v", "1.000", "compare:v", "2", "pieces:v", "some"));

        HttpResponse<String> all = newProduct(keeper, empty, "work:save", typed);
        typed.putAll(Map.of("option1", "", "price:v", "10", "pieces:v", "1", "compare:v", ""));
        HttpResponse<String> taken = newProduct(keeper, empty, "work:save", typed);
        HttpResponse<String> looked = newProduct(keeper, empty, "work:look", Map.of("title", "Mug"));

        for (String field : List.of("option1", "price:v", "pieces:v")) {
            assertTrue(all.body().contains("aria-describedby=\"" + field + "-error\""), field + all.body());
            assertTrue(all.body().contains("id=\"" + field + "-error\""), field + all.body());
        }
        assertTrue(all.body().contains("value=\"A &lt;b&gt;new&lt;/b&gt; one\""), all.body());
        assertTrue(all.body().contains("value=\"Size: S, s\""), all.body());
        assertTrue(all.body().contains("value=\"some\""), all.body());
        assertTrue(all.body().contains("10,000,000"), all.body());
        for (String field : List.of("handle", "sku:v")) {
            assertTrue(taken.body().contains("id=\"" + field + "-error\""), field + taken.body());
        }
        assertTrue(looked.body().contains("id=\"handle-error\""), looked.body());
        assertFalse(looked.body().contains("work:save"), looked.body());
        assertEquals(0, number("SELECT COUNT(*) FROM product WHERE title LIKE 'A %new% one'"));
    }

    @Test
    void aSearchMayHaveAnyLetters() throws Exception {
        for (String page : List.of("orders", "customers", "products", "promotions", "stock", "log")) {
            assertEquals(
                    200,
                    admin.get("/admin/" + page + "?q=K%C3%BCche%F0%9F%8D%B5").statusCode(),
                    page);
        }
    }

    @Test
    void aClerkAddsNoProduct() throws Exception {
        HttpResponse<String> page = keeper.get("/admin/product-new?store=counter");

        HttpResponse<String> refused =
                newProduct(clerk, page, "work:save", Map.of("title", "Clerk's", "price:v", "1", "grid", "shown"));

        assertEquals(403, refused.statusCode());
        assertEquals(0, number("SELECT COUNT(*) FROM product WHERE title LIKE 'Clerk%'"));
    }

    @Test
    void whoChangesAShopSecondSeesWhatTheFirstDidAndLosesNothing() throws Exception {
        HttpResponse<String> both = admin.get("/admin/store?code=counter");
        String address = "/admin/store?code=counter";

        HttpResponse<String> first =
                admin.click(both, address, "work", "work:save", Map.of("work:tagline", "What was first"));
        HttpResponse<String> twice =
                admin.click(both, address, "work", "work:save", Map.of("work:tagline", "What was first"));
        HttpResponse<String> late = admin.click(
                both,
                address,
                "work",
                "work:save",
                Map.of("work:tagline", "What came second", "work:accent", "#0b3d91"));

        assertTrue(redirect(first).contains("done.store"), first.body());
        assertTrue(redirect(twice).contains("done.store"), twice.body());
        assertEquals(
                1,
                number("SELECT COUNT(*) FROM audit_log WHERE action = 'store.change' AND subject = 'counter'"
                        + " AND after_json LIKE '%What was first%'"));
        assertTrue(late.body().contains("Somebody changed this shop"), late.body());
        assertTrue(late.body().contains("Now: What was first"), late.body());
        assertTrue(late.body().contains("What came second"), late.body());
        assertEquals(0, number("SELECT COUNT(*) FROM store WHERE tagline = 'What came second' OR accent <> ''"));

        HttpResponse<String> decided = admin.click(
                both,
                address,
                "work",
                "work:save",
                Map.of(
                        "mark", Browser.field(late, "mark"),
                        "work:tagline", "What came second",
                        "work:accent", "#0b3d91"));

        assertTrue(redirect(decided).contains("done.store"), decided.body());
        assertEquals(
                1, number("SELECT COUNT(*) FROM store WHERE tagline = 'What came second' AND accent LIKE '%0b3d91'"));
    }

    @Test
    void aShopIsAddedWhileOthersSell() throws Exception {
        HttpResponse<String> page = admin.get("/admin/store");
        Map<String, String> typed = new HashMap<>(Map.of(
                "work:code", "neu",
                "work:name", "Neuer Laden",
                "work:locale", "de-DE",
                "work:domains", "neu.localhost Deutschland\nwww.neu.localhost",
                "work:owner", "neumann",
                "work:accent", "#0B3D91"));
        typed.putAll(Map.of(
                "work:shipping", "DE 4,90 60 1-3",
                "work:timeZone", "Europe/Berlin",
                "work:cutOff", "14:00",
                "work:handlingDays", "1",
                "work:taxes", "DE 19"));
        HttpResponse<String> made = admin.click(page, "/admin/store", "work", "work:save", typed);
        HttpResponse<String> unreadable = admin.click(
                admin.get("/admin/store?code=neu"),
                "/admin/store?code=neu",
                "work",
                "work:save",
                Map.of("work:accent", "#ffcc00"));
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
        assertTrue(shop.body().contains("/accents/0b3d91.css"), shop.body());
        assertTrue(new Browser(base, "www.neu.localhost").get("/").body().contains(">Deutschland</button>"));
        assertTrue(unreadable.body().contains("#ffcc00 has a contrast of 1.3"), unreadable.body());
        HttpResponse<String> trial = admin.upload(
                "/admin/catalogue?store=neu",
                "trial",
                "Handle,Title,Type,Variant SKU,Variant Price\ntopf,Topf,Küche,TOPF,24\n");
        assertTrue(trial.body().contains("1 new, 0 changed"), trial.body());
        assertEquals(404, new Browser(base, "neu.localhost").get("/p/topf").statusCode());
        HttpResponse<String> brought = admin.upload(
                "/admin/catalogue?store=neu",
                "file",
                "Handle,Title,Type,Variant SKU,Variant Price\ntopf,Topf,Küche,TOPF,24\n");
        assertTrue(brought.body().contains("1 new, 0 changed"), brought.body());
        assertTrue(new Browser(base, "neu.localhost").get("/p/topf").body().contains("24,00"));
        assertEquals(
                422,
                admin.upload("/admin/catalogue?store=neu", "file", "no product").statusCode());
        assertEquals(
                403,
                keeper.upload("/admin/catalogue?store=neu", "file", "no product")
                        .statusCode());
        String kept = admin.get("/admin/store?code=neu").body();
        assertTrue(kept.contains("DE 4.90 60.00 1-3"), kept);
        assertTrue(
                kept.contains("neu.localhost Deutschland")
                        && kept.contains("value=\"neumann\"")
                        && kept.contains("value=\"Europe/Berlin\""),
                kept);
        assertTrue(kept.contains("value=\"#0b3d91\"") && kept.contains("One of arcade, garden."), kept);
        assertEquals(
                1,
                number("SELECT COUNT(*) FROM store WHERE code = 'neu' AND time_zone = 'Europe/Berlin'"
                        + " AND order_cut_off = '14:00:00' AND handling_days = 1"));
    }

    @Test
    void anImportIsTakenBackFromItsShopsPageOrTheLog() throws Exception {
        sell("undo", "undo.localhost");
        String header = "Handle,Title,Type,Variant SKU,Variant Price\n";
        HttpResponse<String> brought = admin.upload(
                "/admin/catalogue?store=undo", "file", header + "mug,Mug,Cups,MUG,21\njug,Jug <b>,Jugs,JUG,30\n");
        String path = Browser.found(brought, "href=\"(/admin/import\\?number=[0-9]+)\"");
        assertTrue(brought.body().contains("2 products, "), brought.body());
        assertTrue(admin.get("/admin/log?q=store.import").body().contains("href=\"" + path + "\""));

        HttpResponse<String> look = admin.get(path);
        HttpResponse<String> none = admin.get("/admin/import?number=999999999");
        HttpResponse<String> first = admin.click(look, path, "work", "work:apply", Map.of());
        HttpResponse<String> second =
                admin.send(look, path, "work", "", Map.of("work", "work", "work:apply", "work:apply"));

        assertTrue(look.body().contains("One product becomes again what it was. Removed: 1."), look.body());
        assertTrue(look.body().contains("Jug &lt;b&gt;</a></td><td>removed: the import brought it"), look.body());
        assertTrue(look.body().contains("Mug</a></td><td>as before</td><td>prices"), look.body());
        assertTrue(none.body().contains("Nothing is kept"), none.body());
        assertEquals(path, redirect(first));
        assertTrue(location(second).endsWith(path), "a second click, without the script: " + second.body());
        String taken = admin.get(path).body();
        assertTrue(taken.contains("One product is again what it was. Removed: 1."), taken);
        assertFalse(taken.contains("work:apply"), taken);
        Browser shopper = new Browser(base, "undo.localhost");
        assertTrue(shopper.get("/p/mug").body().contains("18.00"));
        assertEquals(404, shopper.get("/p/jug").statusCode());
        assertFalse(admin.get("/admin/log?q=store.import").body().contains("href=\"" + path + "\""));
        assertTrue(admin.get("/admin/catalogue?store=undo").body().contains("Taken back "));
        change("UPDATE catalogue_import SET stock_due = TRUE WHERE undone_at IS NOT NULL");
        admin.get(path);
        assertEquals(0, number("SELECT COUNT(*) FROM catalogue_import WHERE stock_due"), "a look goes on");
        assertEquals(403, keeper.get(path).statusCode());
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

    @Test
    void aBuyerIsFoundAndShownWithHisOrders() throws Exception {
        String order = order(SHOP, "grace@example.com", "Grace");
        String paid = order(SHOP, "grace@example.com", "Grace");
        pay(paid, 4711);

        for (String words : List.of("grace@example.com", "Grace", "4711", paid)) {
            HttpResponse<String> list = clerk.get("/admin/customers?q=" + words);
            assertTrue(list.body().contains("grace@example.com"), words + list.body());
            assertFalse(list.body().contains("ada@example.com"), words);
        }
        String page = clerk.get("/admin/customer?ref=" + order).body();
        assertTrue(page.contains("/admin/order?ref=" + order) && page.contains("/admin/order?ref=" + paid), page);
        assertTrue(page.contains("Lindenweg 4"), page);
        assertTrue(clerk.get("/admin/order?ref=" + order).body().contains("/admin/customer?ref=" + order));
        change("INSERT INTO customer (store_id, email, name, password_hash, created_at) SELECT id, 'grace@example.com',"
                + " 'Grace with an account', 'x', UTC_TIMESTAMP(6) FROM store WHERE code = 'counter'");
        assertTrue(clerk.get("/admin/customer?ref=" + order).body().contains("Grace with an account"));
        assertTrue(clerk.get("/admin/customers").body().contains("Grace with an account"));
        for (String nobody : List.of("0", "99999999", "0".repeat(26), "x", "")) {
            assertEquals(404, clerk.get("/admin/customer?ref=" + nobody).statusCode(), nobody);
            assertEquals(404, keeper.get("/admin/customer.json?ref=" + nobody).statusCode(), nobody);
        }
    }

    @Test
    void whatIsHeldOfABuyerIsHandedOutAndErasedByWhoMay() throws Exception {
        String mail = "eve@example.com";
        String order = order(SHOP, mail, "Eve");
        change("UPDATE shop_order SET state = 'CANCELLED' WHERE ref = '" + order + "'");
        String elsewhere = order(OTHER_SHOP, mail, "Eve");
        String path = "/admin/customer?ref=" + order;
        String clerks = clerk.get(path).body();
        String keepers = keeper.get(path).body();
        assertFalse(clerks.contains("customer.json") || clerks.contains("work:erase"), clerks);
        assertTrue(keepers.contains("/admin/customer.json?ref=" + order) && !keepers.contains("work:erase"), keepers);

        HttpResponse<String> file = keeper.get("/admin/customer.json?ref=" + order);
        assertEquals(403, clerk.get("/admin/customer.json?ref=" + order).statusCode());
        assertTrue(header(file, "Content-Type").startsWith("application/json"), header(file, "Content-Type"));
        assertEquals("attachment; filename=\"customer-" + order + ".json\"", header(file, "Content-Disposition"));
        assertTrue(file.body().contains(mail) && file.body().contains("Lindenweg 4"), file.body());
        assertFalse(file.body().contains(elsewhere), "another shop's");

        HttpResponse<String> page = admin.get(path);
        assertTrue(page.body().contains("One order with number"), page.body());
        Map<String, String> typed = Map.of("work:confirmation", "eva@example.com");
        HttpResponse<String> wrong = admin.click(page, "/admin/customer", "work", "work:erase", typed);
        assertTrue(wrong.body().contains("value=\"eva@example.com\""), wrong.body());
        assertTrue(wrong.body().contains("id=\"confirmation-error\">That is not the mail address"), wrong.body());
        assertTrue(wrong.body().contains("aria-describedby=\"confirmation-error\""), wrong.body());
        Map<String, String> right = Map.of("work:confirmation", "Eve@example.com ");
        keeper.click(page, "/admin/customer", "work", "work:erase", right);
        assertEquals(
                1, number("SELECT COUNT(*) FROM shop_order WHERE ref = '" + order + "' AND email = '" + mail + "'"));

        HttpResponse<String> first = admin.click(page, "/admin/customer", "work", "work:erase", right);
        HttpResponse<String> second = admin.click(page, "/admin/customer", "work", "work:erase", right);

        assertEquals("/admin/customers?done=done.erased", redirect(first), first.body());
        assertEquals("/admin/customers?done=done.erased", redirect(second), second.body());
        assertEquals(404, admin.get(path).statusCode());
        assertFalse(clerk.get("/admin/order?ref=" + order).body().contains("/admin/customer?ref="));
        assertEquals(
                1,
                number("SELECT COUNT(*) FROM shop_order WHERE email = '" + mail + "' AND ref = '" + elsewhere + "'"));
        String logged = " FROM audit_log WHERE subject = '" + order + "' AND action = 'customer.erase'";
        assertEquals(1, number("SELECT COUNT(*)" + logged));
        assertEquals(0, number("SELECT INSTR(LOWER(CONCAT_WS(' ', before_json, after_json)), 'eve')" + logged));
        assertEquals(
                1,
                number("SELECT COUNT(*) FROM audit_log WHERE action = 'customer.export' AND subject = '" + order
                        + "'"));
    }

    @Test
    void aBuyerWhoseOrderIsNotOverIsNotErased() throws Exception {
        String order = order(SHOP, "open@example.com", "Open");
        HttpResponse<String> page = admin.get("/admin/customer?ref=" + order);

        assertTrue(page.body().contains("Nothing can be erased yet"), page.body());
        assertFalse(page.body().contains("work:erase"), page.body());
    }

    @Test
    void aCountThatIsNoNumberIsSaidBesideItsFieldAndNothingIsWritten() throws Exception {
        String order = order(SHOP, "count@example.com", "Count");
        pay(order, 4712);
        HttpResponse<String> page = clerk.get("/admin/order?ref=" + order);
        Map<String, String> parcel = new HashMap<>(Map.of("parcels:carrier", "DHL"));
        for (String typed : List.of("two", "-1", "1.5", "1 1", "12345678")) {
            parcel.put("send-1", typed);
            HttpResponse<String> wrong = clerk.click(page, "/admin/order", "parcels", "parcels:ship", parcel);
            assertTrue(wrong.body().contains("id=\"send-1-error\""), typed + wrong.body());
            assertTrue(wrong.body().contains("aria-describedby=\"send-1-error\""), typed + wrong.body());
            assertTrue(wrong.body().contains("value=\"" + typed + "\""), typed + wrong.body());
            assertTrue(wrong.body().contains("value=\"DHL\""), typed + wrong.body());
        }
        String shipped =
                "SELECT SUM(l.shipped) FROM order_line l JOIN shop_order o ON o.id = l.order_id WHERE o.ref = '" + order
                        + "'";
        assertEquals(0, number(shipped));
        parcel.put("send-1", "2");
        assertTrue(redirect(clerk.click(page, "/admin/order", "parcels", "parcels:ship", parcel))
                .contains("done=done.shipped"));
        assertEquals(2, number(shipped));

        change("INSERT INTO return_case (ref, order_id, kind, request_key, state, requested_at) SELECT '"
                + "r".repeat(26) + "', id, 'RETURN', 'k', 'REQUESTED', UTC_TIMESTAMP(6) FROM shop_order WHERE ref = '"
                + order + "'");
        change("INSERT INTO return_line (return_id, position, pieces) SELECT id, 1, 2 FROM return_case WHERE ref = '"
                + "r".repeat(26) + "'");
        change("UPDATE order_line l JOIN shop_order o ON o.id = l.order_id SET l.returned = 2 WHERE o.ref = '" + order
                + "'");
        HttpResponse<String> back = keeper.get("/admin/order?ref=" + order);
        String take = Browser.found(back, "<button name=\"turn\" value=\"([^\"]+)\">They are here");
        String good = "good-" + "r".repeat(26) + "-1";
        HttpResponse<String> wrong = keeper.send(back, "/admin/order", "parcels", Map.of("turn", take, good, "both"));

        assertTrue(wrong.body().contains("id=\"" + good + "-error\""), wrong.body());
        assertTrue(wrong.body().contains("value=\"both\""), wrong.body());
        assertEquals(
                1,
                number("SELECT COUNT(*) FROM return_case WHERE ref = '" + "r".repeat(26)
                        + "' AND state = 'REQUESTED'"));
        assertTrue(location(keeper.send(back, "/admin/order", "parcels", Map.of("turn", take, good, "1")))
                .contains("done=done.received"));
        assertEquals(
                1,
                number("SELECT undamaged FROM return_line l JOIN return_case c ON c.id = l.return_id WHERE c.ref = '"
                        + "r".repeat(26) + "'"));
    }

    private static void pay(String order, long number) throws SQLException {
        change("UPDATE payment SET state = 'CAPTURED', captured_minor = amount_minor, due_at = NULL WHERE order_ref = '"
                + order + "'");
        change("UPDATE shop_order SET state = 'PAID', paid_at = UTC_TIMESTAMP(6), number = " + number + " WHERE ref = '"
                + order + "'");
    }

    private static HttpResponse<String> newProduct(
            StaffBrowser staff, HttpResponse<String> page, String button, Map<String, String> typed) throws Exception {
        return staff.click(page, "/admin/product-new", "work", button, typed);
    }

    /** The index of products follows a change within moments. */
    private static void eventually(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.call()) {
            assertTrue(System.nanoTime() < deadline, "not within 20 s");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    /** Bought by a shopper: two mugs, placed and not paid. @return the order's token */
    private String order() throws Exception {
        return order(SHOP, "ada@example.com", "Ada");
    }

    private String order(String shop, String email, String name) throws Exception {
        Browser shopper = new Browser(base, shop);
        shopper.post("/cart/add", Map.of("sku", "MUG", "quantity", "2"));
        Map<String, String> form = shopper.checkout();
        form.putAll(Map.of("email", email, "name", name));
        String paying = location(shopper.post(form.remove("action"), form));
        return paying.replace("/orders/", "").replace("/pay", "");
    }

    private String query(AdminAddress address) throws Exception {
        return switch (address) {
            case ORDER, CUSTOMER, CUSTOMER_JSON -> "?ref=" + order();
            case PRODUCT, PICTURES -> "?id=" + number("SELECT MIN(id) FROM product WHERE handle = 'mug'");
            case PRODUCT_NEW, PAGE -> "?store=counter";
            case PIECES -> "?store=counter&sku=MUG";
            case REPORT_CSV, REPORTS, CATALOGUE -> "?store=counter";
            default -> "";
        };
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
