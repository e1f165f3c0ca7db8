package arcade.web.admin;

import static arcade.web.admin.StaffBrowser.location;
import static arcade.web.admin.StaffBrowser.redirect;
import static arcade.web.admin.StaffBrowser.with;
import static arcade.web.store.Browser.field;
import static arcade.web.store.Browser.found;
import static arcade.web.store.Rows.change;
import static arcade.web.store.Rows.number;
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
 * A shopkeeper makes and changes price rules, tries them on a cart, and a shopper pays what was shown. A mug at 18.00, a cup at 9.00;
 * the delivery is 4.90 to Germany, 6.90 to Austria. One class for all of it, and long for that: each class of in-container tests starts
 * a server of its own.
 */
@ExtendWith(ArquillianExtension.class)
class KeepingPromotionsIT {
    private static final String SHOP = "bargains.localhost";
    private static final String REVISION = "SELECT catalog_revision FROM store WHERE code = 'bargains'";
    private static final Map<String, String> TENTH = Map.of(
            "kind",
            "PERCENTAGE",
            "percent",
            "10",
            "scope",
            "EVERYTHING",
            "stacks",
            "on",
            "active",
            "on",
            "priority",
            "0");

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
        if (keeper != null) {
            change("UPDATE promotion SET active = FALSE, version = version + 1"
                    + " WHERE store_id = (SELECT id FROM store WHERE code = 'bargains')");
            change("UPDATE store SET catalog_revision = catalog_revision + 1 WHERE code = 'bargains'");
            return;
        }
        new Operator(base)
                .done("PUT", "internal/v1/stores/bargains", "application/json", BodyPublishers.ofString("""
                {"name": "Bargains", "tagline": "Cups", "currency": "EUR", "locale": "en-IE", "country": "DE",
                 "dispatch": {"timeZone": "Europe/Berlin", "cutOff": "14:00", "handlingDays": 0},
                 "look": "arcade", "domains": ["%s"], "categories": [{"handle": "cups", "title": "Cups"}],
                 "shipping": [{"country": "DE", "amountMinor": 490}, {"country": "AT", "amountMinor": 690}],
                 "taxPercent": {"DE": 19, "AT": 20}}""".formatted(
                                SHOP)));
        new Operator(base)
                .done(
                        "POST",
                        "internal/v1/stores/bargains/imports",
                        "application/zip",
                        BodyPublishers.ofFile(Posted.products(
                                        "Handle,Title,Type,Variant SKU,Variant Price",
                                        "mug,Mug,Cups,MUG,18",
                                        "cup,Cup,Cups,CUP,9")
                                .zip()));
        StaffBrowser root = House.firstAdmin(base, "root@example.org");
        clerk = root.colleague("clerk@example.org", "CLERK");
        keeper = root.colleague("keeper@example.org", "SHOPKEEPER");
    }

    @AfterAll
    static void nobody() throws SQLException {
        House.empty();
    }

    @Test
    void theCheckoutChargesWhatTheTrialShowed() throws Exception {
        saved(Map.of("name", "A tenth off cups", "scope", "CATEGORY", "category", "cups", "priority", "5"));
        Map<String, String> rule = with(
                TENTH,
                Map.of("name", "Second half", "coupon", "half2", "kind", "FREE_PIECES", "paid", "1", "free", "1"));

        HttpResponse<String> shown = looked(
                fresh(),
                with(
                        rule,
                        Map.of(
                                "sample-1",
                                "mug",
                                "pieces-1",
                                "3",
                                "sample-2",
                                "CUP",
                                "country",
                                "AT",
                                "with",
                                "half2")));

        // 3 × 18 + 9 = 63; a tenth: 56.70. Of four pieces two are free: a mug, and the cup as far as something is left
        // of it.
        String total = found(shown, "id=\"sample-total\">([^<]*)<");
        assertEquals("€37.50", total, shown.body());
        assertEquals("€6.25", found(shown, "id=\"sample-tax\">([^<]*)<"));
        assertTrue(shown.body().contains("−€5.40") && shown.body().contains("−€0.90"), "a tenth, line by line");
        saved(rule);
        Browser shopper = new Browser(base, SHOP);
        shopper.post("/cart/add", Map.of("sku", "MUG", "quantity", "3"));
        shopper.post("/cart/add", Map.of("sku", "CUP", "quantity", "1"));
        Map<String, String> form = shopper.checkout();
        String action = form.remove("action");
        HttpResponse<String> page =
                shopper.post(action, with(form, Map.of("country", "AT", "coupon", "HALF2", "redeem", "1")));
        assertEquals("3750", field(page, "total"), page.body());
        form.putAll(Map.of("country", "AT", "total", "3750"));
        assertEquals(303, shopper.post(action, form).statusCode());
        assertEquals(3750, number("SELECT total_minor FROM shop_order ORDER BY id DESC LIMIT 1"));
    }

    @Test
    void theOthersAreLeftOutForAReason() throws Exception {
        saved(Map.of("name", "Much", "least", "100"));
        saved(Map.of("name", "Next year", "from", "2099-01-01T00:00"));
        saved(Map.of("name", "Alone", "percent", "1", "stacks", ""));
        saved(Map.of("name", "Coded", "coupon", "CODED"));

        Map<String, String> tried = with(TENTH, Map.of("name", "Tried", "sample-1", "MUG"));
        HttpResponse<String> shown = looked(fresh(), tried);
        HttpResponse<String> stopped = looked(fresh(), with(tried, Map.of("active", "", "at", "2099-06-01T12:00")));

        assertEquals("€21.10", found(shown, "id=\"sample-total\">([^<]*)<"));
        for (String left : new String[] {
            "TOO_LITTLE\"><b>Much</b>: holds from €100.00 on",
            "NOT_YET\"><b>Next year</b>: begins 1 Jan 2099 00:00 CET",
            "OTHERS_ARE_BETTER\"><b>Alone</b>",
            "COUPON\"><b>Coded</b>: wants the coupon CODED"
        }) {
            assertTrue(shown.body().contains("data-verdict=\"" + left), left + shown.body());
        }
        assertTrue(stopped.body().contains("data-verdict=\"STOPPED\"><b>Tried</b>"), stopped.body());
        assertEquals("€21.10", found(stopped, "id=\"sample-total\">([^<]*)<"), "by then the next year's holds");
        assertEquals(0, number("SELECT COUNT(*) FROM promotion WHERE name = 'Tried'"), "looking writes nothing");
    }

    @Test
    void aSampleThatCannotBeIsToldLineByLine() throws Exception {
        Map<String, String> rule = with(TENTH, Map.of("name", "Tried"));

        assertTrue(looked(fresh(), rule).body().contains("Name at least one article"));
        assertTrue(looked(fresh(), with(rule, Map.of("sample-1", "no <such>")))
                .body()
                .contains("No article for sale is called “no &lt;such&gt;”"));
        assertTrue(looked(fresh(), with(rule, Map.of("sample-1", "MUG", "pieces-1", "0")))
                .body()
                .contains("Write a number from 1 to 999."));
        HttpResponse<String> wrong = looked(
                fresh(), with(rule, Map.of("sample-1", "MUG", "with", "TWO WORDS", "at", "soon", "country", "XX")));
        assertTrue(
                wrong.body().contains("id=\"with-wrong\"") && wrong.body().contains("id=\"at-wrong\""), wrong.body());
        assertFalse(wrong.body().contains("sample-total"));
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndWhatWasTypedStays() throws Exception {
        HttpResponse<String> refused = clicked(
                keeper,
                fresh(),
                "work:save",
                with(TENTH, Map.of("name", "", "percent", "1<0", "coupon", "A B", "uses", "0", "until", "never")));

        for (String field : new String[] {"name", "percent", "coupon", "uses", "until"}) {
            assertTrue(refused.body().contains("id=\"" + field + "-wrong\""), field + refused.body());
        }
        assertTrue(refused.body().contains("value=\"1&lt;0\""), refused.body());
        assertTrue(refused.body().contains("aria-describedby=\"coupon-hint coupon-wrong\""), refused.body());
        assertEquals("", redirect(refused));
    }

    @Test
    void theSecondEditorSeesWhatTheFirstMadeAndKeepsWhatHeTyped() throws Exception {
        String address = saved(Map.of("name", "Sale", "percent", "10", "coupon", "SALE"));
        HttpResponse<String> mine = keeper.get(address);
        HttpResponse<String> his = keeper.get(address);
        Map<String, String> hers = with(TENTH, Map.of("name", "Her sale", "percent", "15", "coupon", "SALE"));
        assertTrue(redirect(clicked(keeper, his, "work:save", hers)).contains("done=done.promotion"));

        Map<String, String> typed = with(TENTH, Map.of("name", "My sale", "percent", "20", "coupon", "SALE"));
        HttpResponse<String> late = clicked(keeper, mine, "work:save", typed);

        assertTrue(late.body().contains("Somebody changed this promotion"), late.body());
        assertTrue(late.body().contains("value=\"My sale\"") && late.body().contains("Now: Her sale"), late.body());
        assertTrue(late.body().contains("value=\"20\"") && late.body().contains("Now: 15"), late.body());
        assertFalse(late.body().contains("Now: SALE"), "what is the same is not told");
        String id = address.replaceFirst(".*id=", "");
        assertEquals(1500, number("SELECT basis_points FROM promotion WHERE id = " + id));
        Map<String, String> again = with(typed, Map.of("version", found(late, "name=\"version\" value=\"([0-9]+)\"")));
        assertTrue(redirect(clicked(keeper, mine, "work:save", again)).contains("done=done.promotion"));
        assertEquals(2000, number("SELECT basis_points FROM promotion WHERE id = " + id));
        assertEquals(
                2,
                number("SELECT COUNT(*) FROM audit_log WHERE action = 'promotion.change' AND subject = 'bargains/" + id
                        + "' AND after_json <> before_json"));
    }

    @Test
    void aDoubleClickMakesOneRule() throws Exception {
        HttpResponse<String> page = fresh();
        Map<String, String> rule = with(TENTH, Map.of("name", "Once"));

        String first = redirect(clicked(keeper, page, "work:save", rule));
        long revision = number(REVISION);
        String second = redirect(clicked(keeper, page, "work:save", rule));

        assertEquals(first, second);
        assertEquals(revision, number(REVISION), "nothing was written that nodes must read again");
        assertEquals(1, number("SELECT COUNT(*) FROM promotion WHERE name = 'Once'"));
        assertEquals(
                1,
                number(
                        "SELECT COUNT(*) FROM audit_log WHERE action = 'promotion.add' AND after_json LIKE '%\"Once\"%'"));
    }

    @Test
    void aRuleMadeStoppedIsMadeOnce() throws Exception {
        String id = saved(Map.of("name", "Kept back", "active", "")).replaceFirst(".*id=", "");

        assertEquals(1, number("SELECT COUNT(*) FROM promotion WHERE NOT active AND version = 0 AND id = " + id));
        assertTrue(listed("stopped").contains(">Kept back<"), listed("stopped"));
    }

    @Test
    void whatIsStoppedHoldsNoLongerAndIsResumed() throws Exception {
        String id =
                saved(Map.of("name", "Today", "coupon", "TODAY", "uses", "5")).replaceFirst(".*id=", "");
        Browser shopper = new Browser(base, SHOP);
        shopper.post("/cart/add", Map.of("sku", "MUG", "quantity", "1"));
        assertEquals("/cart", redeemed(shopper, "TODAY"));
        assertTrue(shopper.get("/cart").body().contains("−€1.80"));
        assertTrue(listed("running").contains("0 of 5"), listed("running"));

        assertEquals(
                200,
                keeper.get("/admin/promotions?turn=bargains/" + id + "/off").statusCode());
        assertTrue(shopper.get("/cart").body().contains("−€1.80"), "an address turns nothing");
        assertTrue(turned(keeper, id, "off").contains("done=done.promotion.stopped"));

        assertFalse(shopper.get("/cart").body().contains("−€1.80"));
        assertTrue(listed("stopped").contains("Today"));
        assertTrue(turned(keeper, id, "on").contains("done=done.promotion.resumed"));
        assertTrue(shopper.get("/cart").body().contains("−€1.80"));
        assertEquals(
                2,
                number("SELECT COUNT(*) FROM audit_log WHERE action IN ('promotion.stop', 'promotion.resume')"
                        + " AND subject = 'bargains/" + id + "'"));
    }

    @Test
    void rulesAreFoundByNameCouponAndState() throws Exception {
        saved(Map.of("name", "Spring", "coupon", "APRIL", "from", "2099-04-01T00:00"));
        saved(Map.of("name", "Past", "until", "2020-01-01T00:00"));

        assertTrue(clerk.get("/admin/promotions?q=prin").body().contains(">Spring<"));
        assertTrue(clerk.get("/admin/promotions?q=apr").body().contains(">Spring<"));
        assertFalse(clerk.get("/admin/promotions?q=%25").body().contains(">Spring<"));
        assertTrue(clerk.get("/admin/promotions?store=bargains&state=PLANNED")
                .body()
                .contains("1 Apr 2099 00:00"));
        assertFalse(clerk.get("/admin/promotions?state=OVER").body().contains(">Spring<"));
        assertTrue(clerk.get("/admin/promotions?state=OVER").body().contains(">Past<"));
    }

    @Test
    void aClerkLooksAndTriesAndChangesNothing() throws Exception {
        String address = saved(Map.of("name", "Hers", "coupon", "HERS"));
        String id = address.replaceFirst(".*id=", "");
        HttpResponse<String> page = clerk.get(address);

        assertEquals(200, page.statusCode());
        assertFalse(page.body().contains("work:save"), page.body());
        assertFalse(clerk.get("/admin/promotions").body().contains("name=\"turn\""));
        HttpResponse<String> tried = clicked(
                clerk, page, "work:look", Map.of("percent", "99", "sample-1", "MUG", "pieces-1", "1", "country", "DE"));
        assertEquals(
                "€21.10", found(tried, "id=\"sample-total\">([^<]*)<"), "what he typed into the rule does not count");
        assertEquals("", redirect(clicked(clerk, page, "work:save", TENTH)), "a button that is not there");
        assertEquals(403, turn(clerk, id, "off").statusCode());
        assertEquals(1, number("SELECT COUNT(*) FROM promotion WHERE active AND version = 0 AND id = " + id));
        assertEquals(404, clerk.get("/admin/promotion?store=bargains&id=999999").statusCode());
        assertEquals(404, clerk.get("/admin/promotion?store=nothing").statusCode());
    }

    /** A new rule is made by the page. @return its address */
    private String saved(Map<String, String> rule) throws Exception {
        HttpResponse<String> answer = clicked(keeper, fresh(), "work:save", with(TENTH, rule));
        String address = redirect(answer);
        assertTrue(address.contains("done=done.promotion"), answer.body());
        return address.replaceFirst("&done=.*", "");
    }

    private static HttpResponse<String> fresh() throws Exception {
        return keeper.get("/admin/promotion?store=bargains");
    }

    private static HttpResponse<String> looked(HttpResponse<String> page, Map<String, String> typed) throws Exception {
        return clicked(keeper, page, "work:look", typed);
    }

    private static HttpResponse<String> clicked(
            StaffBrowser staff, HttpResponse<String> page, String button, Map<String, String> typed) throws Exception {
        return staff.click(page, "/admin/promotion", "work", button, typed);
    }

    private static String turned(StaffBrowser staff, String id, String way) throws Exception {
        return location(turn(staff, id, way));
    }

    /** A plain button: it needs no script. */
    private static HttpResponse<String> turn(StaffBrowser staff, String id, String way) throws Exception {
        return staff.send(
                staff.get("/admin/promotions"),
                "/admin/promotions",
                "list",
                Map.of("turn", "bargains/" + id + "/" + way));
    }

    private static String listed(String state) throws Exception {
        return keeper.get("/admin/promotions?store=bargains&state=" + state.toUpperCase(java.util.Locale.ROOT))
                .body();
    }

    private static String redeemed(Browser shopper, String code) throws Exception {
        String csrf = field(shopper.get("/cart"), "csrf");
        return location(shopper.post("/cart/coupon?key=set", Map.of("csrf", csrf, "coupon", code)));
    }
}
