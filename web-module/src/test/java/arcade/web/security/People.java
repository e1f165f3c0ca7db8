package arcade.web.security;

import static arcade.web.store.Rows.change;
import static arcade.web.store.Rows.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.shared.Token;
import arcade.web.account.AccountShop;
import arcade.web.admin.House;
import arcade.web.admin.StaffBrowser;
import arcade.web.security.AccessTable.Row;
import arcade.web.store.Browser;
import java.net.URL;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Everybody who may come: nobody known, two customers of one shop, the staff; and what the first customer, Ann, owns. */
final class People {
    static final String ANN = "ann-of-the-table@example.org";
    static final String STREET = "Verborgene Gasse 9";
    static final List<String> NAMES = List.of("nobody", "bob", "clerk", "keeper", "admin", "ann");
    private static final String ROOT = "root-of-the-table@example.org";

    /** Before a shop; and what proves to it that a form is of this browser's session. */
    record Person(Browser browser, String csrf) {}

    private final AccountShop shop;
    private final AccountShop other;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, String> hers = new LinkedHashMap<>();

    People(URL base) throws Exception {
        StaffBrowser root = House.firstAdmin(base, ROOT);
        change("DELETE FROM sign_in_failure");
        shop = new AccountShop(base, "en-IE");
        other = new AccountShop(base, "en-IE");
        Map<String, Browser> browsers = new LinkedHashMap<>();
        browsers.put("nobody", shop.browser());
        browsers.put("bob", shop.signedUp("bob-of-the-table@example.org"));
        browsers.put(
                "clerk",
                root.colleague("clerk-of-the-table@example.org", "CLERK")
                        .browser()
                        .at(shop.host()));
        browsers.put(
                "keeper",
                root.colleague("keeper-of-the-table@example.org", "SHOPKEEPER")
                        .browser()
                        .at(shop.host()));
        browsers.put("admin", root.browser().at(shop.host()));
        browsers.put("ann", shop.signedUp(ANN));
        annHasEverything(browsers.get("ann"), browsers.get("bob"));
        browsers.put("elsewhere", other.browser());
        for (Map.Entry<String, Browser> one : browsers.entrySet()) {
            // Who has a cart has a session, and so a form's token: what is refused is refused for want of a right.
            AccountShop.add(one.getValue(), "MUG", 1);
            people.put(
                    one.getKey(),
                    new Person(one.getValue(), Browser.field(one.getValue().get("/cart"), "csrf")));
        }
        hers.put("shop", shop.host().replace(".localhost", ""));
        hers.put("cart", people.get("ann").browser().cookie("cart"));
    }

    /** One of {@link #NAMES}, or "elsewhere": somebody who is at another shop. */
    Person at(String name) {
        return people.get(name);
    }

    /** As somebody's browser asks from a page of the shop that he is at, with the token of his own session. */
    HttpResponse<String> ask(String name, Row row) throws Exception {
        Person person = people.get(name);
        Map<String, String> headers = new HashMap<>(origin(person.browser()));
        if (row.address().startsWith("/api/")) {
            headers.put("Content-Type", "application/json");
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
            return person.browser().call(row.method(), filled(row.address()), headers, filled(row.body()));
        }
        Map<String, String> fields = new HashMap<>(row.fields());
        if (row.isForm()) {
            fields.put("csrf", person.csrf());
        }
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + filled(field.getValue()))
                .collect(Collectors.joining("&"));
        return person.browser().call(row.method(), filled(row.address()), headers, form);
    }

    /** What a browser says with a form of the host that it is at. */
    static Map<String, String> origin(Browser browser) {
        return Map.of("Origin", "http://" + browser.host(), "Content-Type", "application/x-www-form-urlencoded");
    }

    String shopHost() {
        return shop.host();
    }

    /** An address with Ann's things in it. */
    String filled(String address) {
        String filled = address;
        for (Map.Entry<String, String> thing : hers.entrySet()) {
            filled = filled.replace("{" + thing.getKey() + "}", thing.getValue());
        }
        return filled.replaceAll("\\{[a-z]+}", "x");
    }

    /** Whether an answer tells something of Ann's. */
    static boolean tellsOfAnn(HttpResponse<String> answer) {
        return answer.body().contains(STREET)
                || answer.body().contains(ANN)
                || answer.headers()
                        .firstValue("Content-Type")
                        .filter(type -> type.startsWith("application/pdf"))
                        .isPresent();
    }

    /** Nothing of the staff of one test class is left for another. */
    private static long account() throws SQLException {
        return number("SELECT MAX(id) FROM customer WHERE email = ?", ANN);
    }

    private void annHasEverything(Browser ann, Browser bob) throws Exception {
        hers.put("address", AccountShop.address(ann, STREET));
        AccountShop.add(ann, "MUG", 2);
        String order = AccountShop.order(ann, ANN);
        AccountShop.add(bob, "MUG", 1);
        String bobs = AccountShop.order(bob, "bob-of-the-table@example.org");
        for (String each : List.of(order, bobs)) {
            AccountShop.paid(each);
            assertEquals(
                    1,
                    change(
                            "UPDATE payment SET state = 'CAPTURED', captured_minor = amount_minor, due_at = NULL"
                                    + " WHERE order_ref = ?",
                            each.replace("/orders/", "")));
        }
        hers.put("order", order.replace("/orders/", ""));
        hers.put("bobs", bobs.replace("/orders/", ""));
        assertEquals(200, ann.get(order + "/invoice.pdf").statusCode());
        assertEquals(200, bob.get(bobs + "/invoice.pdf").statusCode());
        hers.put("note", "987654321");
        assertEquals(
                1,
                change(
                        "INSERT INTO invoice (ref, store_id, number, kind, order_ref, subject, issued_at, currency,"
                                + " total_minor, tax_minor, document) SELECT ?, store_id, 987654321, 'CREDIT_NOTE', order_ref,"
                                + " ?, issued_at, currency, total_minor, tax_minor,"
                                + " JSON_SET(document, '$.number', 987654321) FROM invoice WHERE order_ref = ?",
                        Token.random().value(),
                        Token.random().value(),
                        hers.get("order")));
        String reset = Token.random().value();
        hers.put("reset", reset);
        assertEquals(
                1,
                change(
                        "INSERT INTO password_reset (ref, customer_id, origin, asked_at, token_hash, expires_at)"
                                + " SELECT ?, id, 'http://shop', UTC_TIMESTAMP(6), SHA2(?, 256),"
                                + " UTC_TIMESTAMP(6) + INTERVAL 30 MINUTE FROM customer WHERE email = ?",
                        Token.random().value(),
                        reset,
                        ANN));
        hers.put("person", Long.toString(account()));
        assertTrue(ann.get("/account").body().contains(STREET));
    }
}
