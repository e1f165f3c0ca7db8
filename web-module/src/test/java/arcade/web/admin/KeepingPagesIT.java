package arcade.web.admin;

import static arcade.web.admin.StaffBrowser.redirect;
import static arcade.web.admin.StaffBrowser.with;
import static arcade.web.store.Browser.found;
import static arcade.web.store.Rows.change;
import static arcade.web.store.Rows.number;
import static arcade.web.store.Rows.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.content.ContentPage;
import arcade.content.ContentPages;
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

/** A shopkeeper writes the shop's own words, and shoppers read them. */
@ExtendWith(ArquillianExtension.class)
class KeepingPagesIT {
    private static final String SHOP = "words.localhost";
    private static final String OTHER = "silent.localhost";
    private static final Map<String, String> TERMS = Map.of(
            "title", "Terms of sale",
            "handle", "terms",
            "body", "Who buys here agrees.\r\n\r\n## Prices\r\n\r\nAll with tax.",
            "position", "20",
            "published", "on");

    private static StaffBrowser keeper;

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(StorePage.class).war();
    }

    @BeforeEach
    void twoShopsWithoutWords() throws Exception {
        if (keeper == null) {
            open("words", SHOP);
            open("silent", OTHER);
            keeper = House.firstAdmin(base, "root@example.org").colleague("keeper@example.org", "SHOPKEEPER");
        }
        change("DELETE FROM content_page");
        change("UPDATE store SET catalog_revision = catalog_revision + 1");
    }

    @AfterAll
    static void nobody() throws SQLException {
        House.empty();
    }

    private void open(String code, String host) throws Exception {
        new Operator(base)
                .done("PUT", "internal/v1/stores/" + code, "application/json", BodyPublishers.ofString("""
                {"name": "A shop", "tagline": "Cups", "currency": "EUR", "locale": "en-IE", "country": "DE",
                 "look": "arcade", "domains": ["%s"], "categories": [{"handle": "cups", "title": "Cups"}],
                 "shipping": [{"country": "DE", "amountMinor": 490}], "taxPercent": {"DE": 19}}""".formatted(
                                host)));
    }

    @Test
    void whatIsWrittenIsReadAtItsAddressAndNamedInTheFootAndTheSiteMap() throws Exception {
        assertFalse(shop().get("/").body().contains("Information"), "a shop without words names none");
        saved(TERMS);
        saved(with(TERMS, Map.of("title", "Who we are", "handle", "about", "position", "10")));

        HttpResponse<String> page = shop().get("/pages/terms");

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<title>Terms of sale · A shop</title>"), page.body());
        assertTrue(page.body().contains("<h1>Terms of sale</h1>"), page.body());
        assertTrue(page.body().contains("<p>Who buys here agrees.</p>\n<h2>Prices</h2>"), page.body());
        assertTrue(page.body().contains("name=\"description\" content=\"Who buys here agrees.\""), page.body());
        assertTrue(
                found(page, "rel=\"canonical\" href=\"([^\"]*)\"").endsWith("/pages/terms"), "one address for search");
        assertEquals(
                "public, max-age=0, s-maxage=20",
                page.headers().firstValue("Cache-Control").orElse(""),
                "the same for everybody");
        String home = shop().get("/").body();
        assertTrue(
                home.indexOf("href=\"/pages/about\">Who we are<") > 0
                        && home.indexOf("href=\"/pages/about\"") < home.indexOf("href=\"/pages/terms\""),
                home);
        assertTrue(shop().get("/sitemap.xml").body().contains("/pages/terms</loc>"));
        assertEquals(404, new Browser(base, OTHER).get("/pages/terms").statusCode(), "another shop's words");
        assertFalse(new Browser(base, OTHER).get("/").body().contains("/pages/terms"));
        for (String nothing : new String[] {"/pages", "/pages/", "/pages/other", "/pages/terms/", "/pages/%C3%BC"}) {
            assertEquals(404, shop().get(nothing).statusCode(), nothing);
        }
    }

    @Test
    void whatIsTakenFromSightIsNowhereAndComesBack() throws Exception {
        String address = saved(TERMS);
        assertTrue(shop().get("/").body().contains("/pages/terms"), "the node knows its own change at once");

        assertTrue(redirect(clicked(keeper.get(address), with(TERMS, Map.of("published", ""))))
                .contains("done=done.content"));

        assertEquals(404, shop().get("/pages/terms").statusCode());
        assertFalse(shop().get("/").body().contains("/pages/terms"));
        assertFalse(shop().get("/sitemap.xml").body().contains("/pages/terms"));
        assertTrue(keeper.get("/admin/pages?store=words").body().contains("hidden"));
        assertTrue(keeper.get(address).body().contains("All with tax."), "nothing of it is lost");
        clicked(keeper.get(address), TERMS);
        assertEquals(200, shop().get("/pages/terms").statusCode());
    }

    @Test
    void noScriptOfTheTextReachesAShopper() throws Exception {
        saved(
                with(
                        TERMS,
                        Map.of(
                                "title",
                                "<script>alert(1)</script>",
                                "body",
                                "<script>alert(2)</script> <img src=x onerror=alert(3)>\r\n\r\n[go](javascript:alert(4)) [on](/cart)")));

        String page = shop().get("/pages/terms").body();

        assertFalse(page.contains("<script>alert"), page);
        assertFalse(page.contains("<img src=x"), page);
        assertFalse(page.contains("javascript:alert"), page);
        assertTrue(page.contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>"), page);
        assertTrue(page.contains("<a href=\"/cart\">on</a>"), page);
    }

    @Test
    void whatIsWrongStandsBesideTheFieldsAndNothingTypedIsLost() throws Exception {
        HttpResponse<String> refused =
                clicked(fresh(), Map.of("title", "", "handle", "Ü <b>", "body", " ", "position", "x"));

        for (String field : new String[] {"title", "handle", "body", "position"}) {
            assertTrue(refused.body().contains("id=\"" + field + "-wrong\""), field + refused.body());
        }
        assertTrue(refused.body().contains("value=\"Ü &lt;b&gt;\""), refused.body());
        assertTrue(refused.body().contains("aria-describedby=\"handle-hint handle-wrong\""), refused.body());
        String longest = "x".repeat(ContentPage.LONGEST_BODY);
        assertTrue(clicked(fresh(), with(TERMS, Map.of("body", longest + "x")))
                .body()
                .contains("id=\"body-wrong\""));
        assertTrue(clicked(fresh(), with(TERMS, Map.of("title", "t".repeat(ContentPage.LONGEST_TITLE + 1))))
                .body()
                .contains("id=\"title-wrong\""));
        assertEquals(0, number("SELECT COUNT(*) FROM content_page"));
        saved(with(TERMS, Map.of("body", longest)));
        assertTrue(shop().get("/pages/terms").body().contains(longest));
    }

    @Test
    void aPageThatIsLookedAtIsNotWritten() throws Exception {
        HttpResponse<String> shown =
                keeper.click(fresh(), "/admin/page", "work", "work:look", with(TERMS, Map.of("body", "# Of *ours*")));

        assertTrue(shown.body().contains("<h2>Of <em>ours</em></h2>"), shown.body());
        assertEquals(0, number("SELECT COUNT(*) FROM content_page"));
    }

    @Test
    void aFormThatIsSentTwiceMakesOnePageAndAnAddressHasOne() throws Exception {
        HttpResponse<String> form = fresh();
        String once = redirect(clicked(form, TERMS));

        assertEquals(once, redirect(clicked(form, TERMS)));
        HttpResponse<String> taken = clicked(fresh(), with(TERMS, Map.of("title", "Other terms")));
        assertTrue(taken.body().contains("Another page of this shop has this address."), taken.body());
        String about = saved(with(TERMS, Map.of("handle", "about")));
        assertTrue(clicked(keeper.get(about), TERMS).body().contains("Another page of this shop has this address."));
        assertEquals(2, number("SELECT COUNT(*) FROM content_page"));
    }

    @Test
    void theSecondEditorSeesWhatTheFirstMadeAndKeepsWhatHeTyped() throws Exception {
        String address = saved(TERMS);
        HttpResponse<String> mine = keeper.get(address);
        clicked(keeper.get(address), with(TERMS, Map.of("title", "Her terms")));

        Map<String, String> typed = with(TERMS, Map.of("title", "My terms", "body", "Mine."));
        HttpResponse<String> late = clicked(mine, typed);

        assertTrue(late.body().contains("Somebody changed this page"), late.body());
        assertTrue(late.body().contains("value=\"My terms\"") && late.body().contains("Now: Her terms"), late.body());
        assertTrue(late.body().contains("Mine.</textarea>") && late.body().contains("All with tax."), late.body());
        assertEquals("Her terms", text("SELECT title FROM content_page"));
        String version = found(late, "name=\"version\" value=\"([0-9]+)\"");
        assertTrue(redirect(clicked(mine, with(typed, Map.of("version", version))))
                .contains("done=done.content"));
        assertEquals("My terms", text("SELECT title FROM content_page"));
        assertTrue(
                text("SELECT before_json FROM audit_log WHERE action = 'content.change' ORDER BY id DESC LIMIT 1")
                        .contains("All with tax."),
                "what was overwritten stands in the log");
    }

    @Test
    void thereAreAsManyAsAFootCanName() throws Exception {
        for (int n = 1; n <= ContentPages.MOST; n++) {
            change(
                    "INSERT INTO content_page (store_id, handle, title, body) SELECT id, ?, 'One', 'Words' FROM store"
                            + " WHERE code = 'words'",
                    "page-" + n);
        }

        assertTrue(clicked(fresh(), TERMS).body().contains("A shop has 50 pages at most."));
        assertEquals(ContentPages.MOST, number("SELECT COUNT(*) FROM content_page"));
    }

    @Test
    void whatIsOfNoShopOrOfAnotherIsNoPage() throws Exception {
        String id = saved(TERMS).replaceFirst(".*id=", "");

        for (String address : new String[] {
            "/admin/page",
            "/admin/page?store=nothing",
            "/admin/page?store=words&id=999999",
            "/admin/page?store=silent&id=" + id
        }) {
            assertEquals(404, keeper.get(address).statusCode(), address);
        }
        assertEquals(404, keeper.get("/admin/pages?store=nothing").statusCode());
    }

    @Test
    void whatTheOperatorBringsLeavesTheWordsOfStaffAlone() throws Exception {
        saved(TERMS);
        Operator operator = new Operator(base);

        assertEquals(409, brought(operator, "terms", "Others."));
        assertEquals(201, brought(operator, "about", "New."));
        assertEquals(422, brought(operator, "A B", "New."));
        assertEquals(422, brought(operator, "empty", " "));
        assertTrue(shop().get("/pages/terms").body().contains("Who buys here agrees."));
    }

    private static int brought(Operator operator, String handle, String body) throws Exception {
        return operator.call(
                        "POST",
                        "internal/v1/stores/words/pages",
                        "application/json",
                        BodyPublishers.ofString(
                                "{\"handle\": \"" + handle + "\", \"title\": \"Brought\", \"body\": \"" + body + "\"}"))
                .statusCode();
    }

    private Browser shop() {
        return new Browser(base, SHOP);
    }

    /** @return the address of the new page's form */
    private String saved(Map<String, String> typed) throws Exception {
        HttpResponse<String> answer = clicked(fresh(), typed);
        String address = redirect(answer);
        assertTrue(address.contains("done=done.content"), answer.body());
        return address.replaceFirst("&done=.*", "");
    }

    private static HttpResponse<String> fresh() throws Exception {
        return keeper.get("/admin/page?store=words");
    }

    private static HttpResponse<String> clicked(HttpResponse<String> page, Map<String, String> typed) throws Exception {
        return keeper.click(page, "/admin/page", "work", "work:save", typed);
    }
}
