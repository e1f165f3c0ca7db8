package arcade.web.account;

import static arcade.web.store.Browser.field;
import static arcade.web.store.Browser.found;
import static arcade.web.store.Rows.change;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.catalog.importing.Posted;
import arcade.web.store.Browser;
import arcade.web.store.Operator;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A store of its own for each test, with customers before it. */
public final class AccountShop {
    static final String PASSWORD = "correct horse battery";

    private final URL base;
    private final String code = "a" + UUID.randomUUID().toString().substring(0, 13);

    public AccountShop(URL base, String locale) throws Exception {
        this.base = base;
        operate("PUT", "internal/v1/stores/" + code, "application/json", BodyPublishers.ofString("""
                {"name": "Front", "tagline": "Cups", "currency": "EUR", "locale": "%s", "country": "DE",
                 "look": "arcade", "domains": ["%s"], "categories": [{"handle": "cups", "title": "Cups"}],
                 "shipping": [{"country": "DE", "amountMinor": 490}, {"country": "AT", "amountMinor": 690}],
                 "taxPercent": {"DE": 19, "AT": 20}}""".formatted(
                        locale, host())));
        operate(
                "POST",
                "internal/v1/stores/" + code + "/imports",
                "application/zip",
                BodyPublishers.ofFile(Posted.products(
                                "Handle,Title,Type,Variant SKU,Variant Price",
                                "mug,Mug,Cups,MUG,18",
                                "tea,Tea,Cups,TEA,5")
                        .zip()));
    }

    public String host() {
        return code + ".localhost";
    }

    public Browser browser() {
        return new Browser(base, host());
    }

    /** Somebody with an account, signed in. */
    public Browser signedUp(String email) throws Exception {
        Browser browser = browser();
        HttpResponse<String> answer =
                browser.post("/account/sign-up", Map.of("email", email, "name", "Ann Example", "password", PASSWORD));
        assertEquals("/account", header(answer, "Location"), answer.body());
        return browser;
    }

    static HttpResponse<String> signIn(Browser browser, String email, String password) throws Exception {
        return browser.post("/account/sign-in", Map.of("email", email, "password", password));
    }

    public static void add(Browser browser, String sku, int pieces) throws Exception {
        assertEquals(
                303,
                browser.post("/cart/add", Map.of("sku", sku, "quantity", Integer.toString(pieces)))
                        .statusCode());
    }

    /** A form of a page, sent as it is but for these fields. */
    static HttpResponse<String> send(Browser browser, String page, String action, Map<String, String> fields)
            throws Exception {
        Map<String, String> form = new HashMap<>(fields);
        form.put("csrf", field(browser.get(page), "csrf"));
        return browser.post(action, form);
    }

    /** Orders what is in the cart. @return the order's address */
    public static String order(Browser browser, String email) throws Exception {
        HttpResponse<String> page = browser.get("/checkout");
        Map<String, String> form = new HashMap<>(Map.of(
                "csrf",
                field(page, "csrf"),
                "cart",
                field(page, "cart"),
                "total",
                field(page, "total"),
                "email",
                email,
                "name",
                "Ann Example",
                "line1",
                "Lindenweg 4"));
        form.putAll(Map.of("postalCode", "10115", "city", "Berlin"));
        form.put("country", found(page, "<option value=\"([A-Z]{2})\" selected"));
        HttpResponse<String> placed = browser.post(found(page, "action=\"(/checkout\\?key=[^\"]*)\""), form);
        assertEquals(303, placed.statusCode(), placed.body());
        return header(placed, "Location").replace("/pay", "");
    }

    /** A new address in an account. @return its reference */
    public static String address(Browser browser, String line1) throws Exception {
        HttpResponse<String> page = browser.get("/account/addresses/new");
        String ref = found(page, "action=\"/account/addresses/([0-9a-z]{26})\"");
        Map<String, String> form =
                new HashMap<>(Map.of("csrf", field(page, "csrf"), "version", "", "name", "Ann Example"));
        form.putAll(Map.of("line1", line1, "postalCode", "1010", "city", "Wien", "country", "AT"));
        HttpResponse<String> saved = browser.post("/account/addresses/" + ref, form);
        assertEquals("/account/addresses", header(saved, "Location"), saved.body());
        return ref;
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    public static void paid(String order) throws SQLException {
        assertEquals(
                1,
                change(
                        "UPDATE shop_order SET state = 'PAID', number = id, paid_at = UTC_TIMESTAMP(6) WHERE ref = ?",
                        order.replace("/orders/", "")));
    }

    private void operate(String method, String path, String type, BodyPublisher body) throws Exception {
        HttpResponse<String> answer = new Operator(base).call(method, path, type, body);
        assertEquals(200, answer.statusCode(), answer.body());
    }
}
