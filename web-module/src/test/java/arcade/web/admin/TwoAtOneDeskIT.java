package arcade.web.admin;

import static arcade.web.admin.StaffBrowser.location;
import static arcade.web.admin.StaffBrowser.redirect;
import static arcade.web.store.Rows.change;
import static arcade.web.store.Rows.number;
import static arcade.web.store.Rows.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.importing.Posted;
import arcade.testing.TestRelease;
import arcade.web.store.Browser;
import arcade.web.store.Operator;
import arcade.web.store.StorePage;
import java.net.URL;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Between a page and the click in it somebody else was there; and clicks that no page makes. One class for all of it, and long for that:
 * each class of in-container tests starts a server of its own.
 */
@ExtendWith(ArquillianExtension.class)
class TwoAtOneDeskIT {
    private static final String SHOP = "twohands.localhost";
    private static final String FIRST = "a".repeat(26);
    private static final String SECOND = "b".repeat(26);

    private static StaffBrowser admin;
    private static StaffBrowser keeper;
    private static StaffBrowser clerk;
    private static long orders;

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
        new Operator(base)
                .done("PUT", "internal/v1/stores/twohands", "application/json", BodyPublishers.ofString("""
                {"name": "Two Hands", "tagline": "Cups", "currency": "EUR", "locale": "en-IE", "country": "DE",
                 "look": "arcade", "domains": ["%s"], "categories": [{"handle": "cups", "title": "Cups"}],
                 "shipping": [{"country": "DE", "amountMinor": 490}], "taxPercent": {"DE": 19}}""".formatted(
                                SHOP)));
        new Operator(base)
                .done(
                        "POST",
                        "internal/v1/stores/twohands/imports",
                        "application/zip",
                        BodyPublishers.ofFile(Posted.products(
                                        "Handle,Title,Type,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price",
                                        "mug,Mug,Cups,MUG,shopify,50,18",
                                        "cup,Cup,Cups,CUP,shopify,3,9")
                                .zip()));
        StaffBrowser root = House.firstAdmin(base, "root@example.org");
        keeper = root.colleague("keeper@example.org", "SHOPKEEPER");
        clerk = root.colleague("clerk@example.org", "CLERK");
        admin = root;
    }

    @AfterAll
    static void nobody() throws SQLException {
        House.empty();
    }

    @Test
    void theReturnThatWasClickedIsDecidedAndNotTheOneThatStandsInItsPlace() throws Exception {
        String order = paid();
        String path = "/admin/order?ref=" + order;
        change("UPDATE order_line SET shipped = 2, returned = 2 WHERE order_id = " + id(order));
        for (String ref : List.of(FIRST, SECOND)) {
            change("INSERT INTO return_case (ref, order_id, kind, request_key, state, requested_at) VALUES ('" + ref
                    + "', " + id(order) + ", 'RETURN', '" + ref + "', 'REQUESTED', UTC_TIMESTAMP(6))");
            change("INSERT INTO return_line (return_id, position, pieces) SELECT id, 1, 1 FROM return_case"
                    + " WHERE ref = '" + ref + "'");
        }
        HttpResponse<String> page = keeper.get(path);
        assertTrue(page.body().contains("value=\"received/" + FIRST + "\""), page.body());
        HttpResponse<String> others = admin.get(path);
        Map<String, String> refusal = Map.of("turn", "refused/" + FIRST, "why-" + FIRST, "it came back broken");
        assertTrue(
                location(admin.send(others, "/admin/order", "parcels", refusal)).contains("done=done.refused"));

        HttpResponse<String> late = keeper.send(page, "/admin/order", "parcels", Map.of("turn", "received/" + FIRST));

        assertEquals(200, late.statusCode());
        assertTrue(late.body().contains("Somebody decided about this return before"), late.body());
        assertFalse(late.body().contains("received/" + FIRST), late.body());
        assertTrue(late.body().contains("received/" + SECOND), late.body());
        assertEquals("REFUSED", state(FIRST));
        assertEquals("REQUESTED", state(SECOND));
        assertEquals(0, refunds(order));
        assertEquals(
                0,
                number("SELECT COUNT(*) FROM return_line l JOIN return_case c ON c.id = l.return_id"
                        + " WHERE c.order_id = " + id(order) + " AND l.undamaged > 0"));

        assertEquals(200, keeper.get(path + "&turn=received/" + SECOND).statusCode());
        assertEquals(
                403,
                clerk.send(late, "/admin/order", "parcels", Map.of("turn", "received/" + SECOND))
                        .statusCode());
        for (String madeUp : List.of("received/" + "c".repeat(26), "received/x", "kept/" + SECOND)) {
            assertEquals(
                    200,
                    keeper.send(late, "/admin/order", "parcels", Map.of("turn", madeUp))
                            .statusCode(),
                    madeUp);
        }
        assertEquals("REQUESTED", state(SECOND));
        HttpResponse<String> decided =
                keeper.send(late, "/admin/order", "parcels", Map.of("turn", "received/" + SECOND));
        assertTrue(location(decided).contains("done=done.received"), decided.body());
        assertEquals("RECEIVED", state(SECOND));
        assertEquals(1, refunds(order));
    }

    @Test
    void aParcelIsNotedAsDeliveredByItsRef() throws Exception {
        String order = paid();
        HttpResponse<String> page = clerk.get("/admin/order?ref=" + order);
        clerk.click(page, "/admin/order", "parcels", "parcels:ship", Map.of("parcels:carrier", "DHL", "send-1", "2"));
        HttpResponse<String> sent = clerk.get("/admin/order?ref=" + order);
        String turn = Browser.found(sent, "value=\"(delivered/[0-9a-z]{26})\"");

        HttpResponse<String> noted = clerk.send(sent, "/admin/order", "parcels", Map.of("turn", turn));

        assertTrue(location(noted).contains("done=done.delivered"), noted.body());
        assertFalse(clerk.get("/admin/order?ref=" + order).body().contains("value=\"delivered/"));
    }

    @Test
    void theAccountThatWasClickedIsChangedAndNotTheOneThatStandsInItsPlace() throws Exception {
        person("bela@example.org", "Bela");
        person("carl@example.org", "Carl");
        long bela = number("SELECT id FROM staff WHERE email = 'bela@example.org'");
        HttpResponse<String> page = admin.get("/admin/staff");
        assertTrue(page.body().contains("value=\"" + bela + "/off\""), page.body());
        person("aaron@example.org", "Aaron");

        HttpResponse<String> made = turn(page, bela + "/password");
        HttpResponse<String> raised = turn(page, bela + "/SHOPKEEPER");
        HttpResponse<String> off = turn(page, bela + "/off");

        assertTrue(made.body().contains("The password of Bela, bela@example.org."), made.body());
        String password = Browser.found(made, "class=\"secret\">([^<]+)<");
        assertTrue(location(raised).endsWith("/admin/staff?done=done.staff"), raised.body());
        assertTrue(location(off).endsWith("/admin/staff?done=done.staff"), off.body());
        String changed = "SELECT COUNT(*) FROM staff WHERE name IN ('Aaron', 'Bela', 'Carl') AND ";
        assertEquals(1, number(changed + "password_hash <> 'x' AND id = " + bela));
        assertEquals(1, number(changed + "role = 'SHOPKEEPER' AND NOT active AND id = " + bela));
        assertEquals(2, number(changed + "password_hash = 'x' AND role = 'CLERK' AND active"));
        turn(page, bela + "/on");
        assertEquals("/admin/password", location(asks("bela@example.org", password)));

        assertEquals(200, admin.get("/admin/staff?turn=" + bela + "/off").statusCode());
        assertEquals(200, turn(page, bela + "/GOD").statusCode());
        assertTrue(turn(page, "999999999/off").body().contains("There is no such account"));
        long root = number("SELECT id FROM staff WHERE email = 'root@example.org'");
        assertTrue(turn(page, root + "/off").body().contains("this is the last administrator"));
        assertEquals(
                403,
                keeper.send(page, "/admin/staff", "list", Map.of("turn", bela + "/off"))
                        .statusCode());
        assertEquals(1, number(changed + "active AND id = " + bela));
    }

    /** The first answer leads on, or shows why not. */
    private HttpResponse<String> asks(String email, String password) throws Exception {
        StaffBrowser browser = new StaffBrowser(base);
        browser.password(email, password);
        return browser.get("/admin/today");
    }

    private static void person(String email, String name) throws SQLException {
        change("INSERT INTO staff (email, name, role, password_hash, must_change, created_at) VALUES ('" + email
                + "', '" + name + "', 'CLERK', 'x', FALSE, UTC_TIMESTAMP(6))");
    }

    private static HttpResponse<String> turn(HttpResponse<String> page, String what) throws Exception {
        return admin.send(page, "/admin/staff", "list", Map.of("turn", what));
    }

    @Test
    void whoComesSecondSeesThatTheProductWasHidden() throws Exception {
        String path = "/admin/product?id=" + product("cup");
        HttpResponse<String> ones = keeper.get(path);
        HttpResponse<String> others = admin.get(path);
        keeper.click(ones, "/admin/product", "work", "work:save", Map.of());
        Map<String, String> titled = Map.of("work:title", "Tea cup", "work:published", "on");

        HttpResponse<String> late = admin.click(others, "/admin/product", "work", "work:save", titled);

        assertTrue(late.body().contains("Somebody changed this product"), late.body());
        assertTrue(late.body().contains("class=\"theirs\">Now: No<"), late.body());
        assertEquals(0, number("SELECT published FROM product WHERE id = " + product("cup")));
        Map<String, String> agreed = Map.of("work:title", "Tea cup", "version", Browser.field(late, "version"));
        assertTrue(redirect(admin.click(others, "/admin/product", "work", "work:save", agreed))
                .contains("done=done.product"));
        assertEquals(0, number("SELECT published FROM product WHERE id = " + product("cup")));
    }

    @Test
    void whoGivesMoneyBackSecondIsToldOfTheFirst() throws Exception {
        String order = paid();
        String path = "/admin/order?ref=" + order;
        HttpResponse<String> ones = keeper.get(path);
        HttpResponse<String> others = admin.get(path);
        HttpResponse<String> thirds = admin.get(path);
        Map<String, String> ten = new HashMap<>(Map.of("work:amount", "10,00", "work:reason", "a chip in it"));

        HttpResponse<String> first = keeper.click(ones, "/admin/order", "work", "work:refund", ten);
        HttpResponse<String> second = admin.click(others, "/admin/order", "work", "work:refund", ten);
        HttpResponse<String> again = keeper.click(ones, "/admin/order", "work", "work:refund", ten);

        assertTrue(redirect(first).contains("done=done.refund"), first.body());
        assertTrue(redirect(again).contains("done=done.refund"), "the same form twice: " + again.body());
        assertTrue(second.body().contains("Somebody gave money back"), second.body());
        assertTrue(second.body().contains("30.90 are left now; you asked for 10,00."), second.body());
        assertTrue(second.body().contains("value=\"10,00\""), second.body());
        assertEquals(1, refunds(order));

        ten.put("seen", Browser.field(second, "seen"));
        HttpResponse<String> knowing = admin.click(others, "/admin/order", "work", "work:refund", ten);
        ten.remove("seen");
        HttpResponse<String> repeated = admin.click(others, "/admin/order", "work", "work:refund", ten);
        assertTrue(redirect(knowing).contains("done=done.refund"), knowing.body());
        assertTrue(redirect(repeated).contains("done=done.refund"), repeated.body());
        assertEquals(2, refunds(order));

        keeper.click(keeper.get(path), "/admin/order", "work", "work:refund", Map.of("work:reason", "the rest"));
        HttpResponse<String> nothing =
                admin.click(thirds, "/admin/order", "work", "work:refund", Map.of("work:reason", "all of it"));
        assertTrue(nothing.body().contains("0.00 are left now; you asked for"), nothing.body());
        assertEquals(3, refunds(order));
    }

    @Test
    void whatNoShopWouldShowOrNobodyCouldPayIsNotStored() throws Exception {
        String path = "/admin/product?id=" + product("mug");
        for (String before : List.of("18.00", "17.99")) {
            HttpResponse<String> refused = keeper.click(
                    keeper.get(path),
                    "/admin/product",
                    "work",
                    "work:save",
                    Map.of("compare:MUG", before, "work:published", "on"));
            assertTrue(refused.body().contains("The price before of MUG is not above its price"), refused.body());
            assertTrue(refused.body().contains("value=\"" + before + "\""), refused.body());
        }
        assertEquals(
                1,
                number("SELECT compare_at_minor IS NULL FROM variant WHERE sku = 'MUG' AND product_id = "
                        + product("mug")));
        change("UPDATE variant SET compare_at_minor = 5 WHERE sku = 'MUG' AND product_id = " + product("mug"));
        Map<String, String> untouched = Map.of("work:vendor", "Kiln", "work:published", "on");
        assertTrue(redirect(keeper.click(keeper.get(path), "/admin/product", "work", "work:save", untouched))
                .contains("done=done.product"));

        change("UPDATE variant SET price_minor = 20000000000, compare_at_minor = NULL WHERE sku = 'MUG'"
                + " AND product_id = " + product("mug"));
        HttpResponse<String> dear = keeper.click(
                keeper.get("/admin/prices"),
                "/admin/prices",
                "work",
                "work:look",
                Map.of("work:shop", "twohands", "work:percent", "500", "work:rounding", "1-0"));
        assertEquals(200, dear.statusCode());
        assertTrue(dear.body().contains("higher than a price can be"), dear.body());
        change("UPDATE variant SET price_minor = 1800 WHERE sku = 'MUG' AND product_id = " + product("mug"));
    }

    @Test
    void aMovementOfNothingOrOfTooMuchIsToldItsLimit() throws Exception {
        HttpResponse<String> page = keeper.get("/admin/pieces?store=twohands&sku=CUP");
        for (String typed : List.of("0", "-0", "1000001", "-1000001", "some", "1.5")) {
            HttpResponse<String> refused = keeper.click(
                    page,
                    "/admin/pieces",
                    "work",
                    "work:move",
                    Map.of("work:pieces", typed, "work:reason", "CORRECTED"));
            assertTrue(refused.body().contains("and 1,000,000 pieces at most"), typed + refused.body());
            assertTrue(refused.body().contains("value=\"" + typed + "\""), typed + refused.body());
        }
    }

    @Test
    void whatNoPageSendsIsAnsweredAsWhatIsNotThere() throws Exception {
        String order = paid();
        HttpResponse<String> page = keeper.get("/admin/order?ref=" + order);
        for (String button : List.of("work:write", "work:refund", "work:cancel", "work:ask")) {
            assertEquals(
                    404,
                    keeper.click(page, "/admin/order", "work", button, Map.of("ref", "", "work:note", "x"))
                            .statusCode(),
                    button);
        }
        for (String button : List.of("parcels:ship", "received/" + FIRST)) {
            assertEquals(
                    404,
                    keeper.send(page, "/admin/order", "parcels", Map.of("ref", "", button, button, "turn", button))
                            .statusCode(),
                    button);
        }
        HttpResponse<String> goods = keeper.get("/admin/product?id=" + product("mug"));
        assertEquals(
                404,
                keeper.click(goods, "/admin/product", "work", "work:save", Map.of("id", ""))
                        .statusCode());

        HttpResponse<String> list = clerk.get("/admin/orders");
        for (String first : List.of("-1", "first", "", "99999999999")) {
            assertEquals(404, paged(list, first, "25").statusCode(), first);
        }
        for (String rows : List.of("-1", "all", "", "1000000", "0")) {
            assertEquals(404, paged(list, "0", rows).statusCode(), rows);
        }
        assertEquals(200, paged(list, "0", "50").statusCode());
        assertEquals(200, paged(list, "999999999", "25").statusCode());

        for (String to : List.of("-999999999-01-01", "%2B999999999-12-31", "0000-01-01", "x")) {
            for (String report : List.of("/admin/reports", "/admin/reports.csv")) {
                String address = report + "?store=twohands&from=" + to + "&to=" + to;
                assertEquals(200, keeper.get(address).statusCode(), address);
            }
        }
    }

    private static HttpResponse<String> paged(HttpResponse<String> list, String first, String rows) throws Exception {
        return clerk.click(
                list,
                "/admin/orders",
                "list",
                "list:rows",
                Map.of(
                        "list:rows_pagination", "true",
                        "list:rows_first", first,
                        "list:rows_rows", rows,
                        "list:rows_skipChildren", "true",
                        "list:rows_encodeFeature", "true",
                        "jakarta.faces.partial.execute", "list:rows",
                        "jakarta.faces.partial.render", "list:rows"));
    }

    /** Two mugs and the delivery, 40.90, paid. @return the order's token */
    private String paid() throws Exception {
        Browser shopper = new Browser(base, SHOP);
        shopper.post("/cart/add", Map.of("sku", "MUG", "quantity", "2"));
        Map<String, String> form = shopper.checkout();
        String paying = location(shopper.post(form.remove("action"), form));
        String order = paying.replace("/orders/", "").replace("/pay", "");
        change("UPDATE payment SET state = 'CAPTURED', captured_minor = amount_minor, due_at = NULL WHERE order_ref = '"
                + order + "'");
        change("UPDATE shop_order SET state = 'PAID', paid_at = UTC_TIMESTAMP(6), number = " + (7000 + ++orders)
                + " WHERE ref = '" + order + "'");
        return order;
    }

    private static long id(String order) throws SQLException {
        return number("SELECT id FROM shop_order WHERE ref = '" + order + "'");
    }

    private static long refunds(String order) throws SQLException {
        return number("SELECT COUNT(*) FROM refund r JOIN payment p ON p.id = r.payment_id WHERE p.order_ref = '"
                + order + "'");
    }

    private static String state(String ref) throws SQLException {
        return text("SELECT state FROM return_case WHERE ref = '" + ref + "'");
    }

    private static long product(String handle) throws SQLException {
        return number("SELECT p.id FROM product p JOIN store s ON s.id = p.store_id WHERE s.code = 'twohands'"
                + " AND p.handle = '" + handle + "'");
    }
}
