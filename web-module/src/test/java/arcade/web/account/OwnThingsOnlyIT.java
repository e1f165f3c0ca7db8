package arcade.web.account;

import static arcade.web.account.AccountShop.add;
import static arcade.web.account.AccountShop.address;
import static arcade.web.account.AccountShop.header;
import static arcade.web.account.AccountShop.order;
import static arcade.web.account.AccountShop.send;
import static arcade.web.store.Browser.field;
import static arcade.web.store.Rows.change;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.testing.TestRelease;
import arcade.web.store.Browser;
import arcade.web.store.StorePage;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every address of an account, asked by nobody, by its customer and by another one. */
@ExtendWith(ArquillianExtension.class)
class OwnThingsOnlyIT {
    private static final String STREET = "Verborgene Gasse 9";

    @ArquillianResource
    private URL base;

    private AccountShop shop;
    private Browser ann;
    private String address;
    private String order;

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(StorePage.class).war();
    }

    @BeforeEach
    void annHasAnAddressAndAnOrder() throws Exception {
        change("DELETE FROM sign_in_failure");
        shop = new AccountShop(base, "en-IE");
        ann = shop.signedUp("ann@example.org");
        address = address(ann, STREET);
        add(ann, "MUG", 1);
        order = order(ann, "ann@example.org");
    }

    private List<String> pages() {
        return List.of(
                "/account",
                "/account/orders",
                "/account/orders?page=1",
                "/account/addresses",
                "/account/addresses/new",
                "/account/addresses/" + address,
                "/account/details",
                "/account/password");
    }

    private List<String> forms() {
        return List.of(
                "/account/addresses/" + address,
                "/account/addresses/" + address + "/delete",
                "/account/addresses/" + address + "/default",
                "/account/details",
                "/account/password",
                "/account/sign-out");
    }

    @Test
    void nobodySeesNothing() throws Exception {
        for (String path : pages()) {
            HttpResponse<String> answer = shop.browser().get(path);
            assertEquals(303, answer.statusCode(), path);
            assertTrue(header(answer, "Location").startsWith("/account/sign-in?to=/account"), path);
            assertFalse(answer.body().contains(STREET), path);
        }
        for (String path : forms()) {
            Browser guest = shop.browser();
            add(guest, "MUG", 1);
            Map<String, String> form = new HashMap<>(form());
            form.put("csrf", field(guest.get("/cart"), "csrf"));
            HttpResponse<String> answer = guest.post(path, form);
            assertEquals(303, answer.statusCode(), path);
        }
        annHasItAll();
    }

    @Test
    void anotherCustomerSeesHisOwn() throws Exception {
        Browser bob = shop.signedUp("bob@example.org");

        for (String path : pages()) {
            HttpResponse<String> answer = bob.get(path);
            assertEquals(path.endsWith(address) ? 404 : 200, answer.statusCode(), path);
            for (String hers : List.of(STREET, "ann@example.org", order, address)) {
                assertFalse(answer.body().contains(hers), path + " shows " + hers);
            }
        }
    }

    @Test
    void anotherCustomerChangesNothingOfHers() throws Exception {
        Browser bob = shop.signedUp("bob@example.org");
        String own = address(bob, "Own Street 1");

        for (String path : forms()) {
            if (!path.endsWith("sign-out")) {
                HttpResponse<String> answer = send(bob, "/account/addresses", path, form());
                assertFalse(answer.body().contains(STREET), path);
            }
        }
        send(bob, "/account/addresses", "/account/addresses/" + address, with(form(), "version", ""));

        annHasItAll();
        assertTrue(bob.get("/account").body().contains("Own Street 1"));
        assertTrue(bob.get("/account/addresses").body().contains(own));
    }

    @Test
    void aSessionOfAnotherStoreIsNobodyHere() throws Exception {
        AccountShop other = new AccountShop(base, "en-IE");
        Browser there = other.browser();
        there.setCookie("JSESSIONID", ann.cookie("JSESSIONID"));

        for (String path : pages()) {
            assertEquals(303, there.get(path).statusCode(), path);
        }
        assertEquals(404, there.get(order).statusCode());
    }

    @Test
    void theSecondWhoEditsLosesNothing() throws Exception {
        String path = "/account/addresses/" + address;
        String seen = field(ann.get(path), "version");
        assertEquals(303, send(ann, path, path, with(form(), "version", seen)).statusCode());

        HttpResponse<String> second =
                send(ann, path, path, with(with(form(), "version", seen), "line1", "Second Street 2"));

        assertEquals(422, second.statusCode());
        assertTrue(second.body().contains("It now is: Bob, Changed Street 1"), second.body());
        assertTrue(second.body().contains("value=\"Second Street 2\""), second.body());
        String again = field(second, "version");
        assertEquals(
                303,
                send(ann, path, path, with(with(form(), "version", again), "line1", "Second Street 2"))
                        .statusCode());
        assertTrue(ann.get(path).body().contains("Second Street 2"));

        send(ann, path, path + "/delete", Map.of());
        HttpResponse<String> gone = send(ann, "/account", path, with(form(), "version", again));
        assertEquals(422, gone.statusCode());
        assertTrue(gone.body().contains("deleted meanwhile") && gone.body().contains("value=\"Changed Street 1\""));

        String details = field(ann.get("/account/details"), "version");
        Map<String, String> renamed = Map.of("name", "First", "email", "ann@example.org", "version", details);
        assertEquals(
                303, send(ann, "/account/details", "/account/details", renamed).statusCode());
        HttpResponse<String> late = send(ann, "/account/details", "/account/details", with(renamed, "name", "Second"));
        assertTrue(late.body().contains("It now is: First, ann@example.org"), late.body());
        assertTrue(late.body().contains("value=\"Second\""), late.body());
    }

    @Test
    void whatIsTypedWrongIsKeptAndExplained() throws Exception {
        String path = "/account/addresses/" + address;

        HttpResponse<String> page = send(
                ann, path, path, with(with(with(form(), "version", "0"), "line1", ""), "postalCode", "1".repeat(21)));

        assertEquals(422, page.statusCode());
        assertTrue(page.body().contains("id=\"line1-error\"") && page.body().contains("id=\"postalCode-error\""));
        assertTrue(page.body().contains("value=\"" + "1".repeat(21) + "\""), page.body());
        for (String country : List.of("zz", "<b>", "ö", "")) {
            assertEquals(
                    422,
                    send(ann, path, path, with(with(form(), "version", "0"), "country", country))
                            .statusCode(),
                    country);
        }
        String script = "\"><script>alert(1)</script>";
        send(ann, path, path, with(with(form(), "version", "0"), "line1", script));
        assertFalse(ann.get("/account/addresses").body().contains("<script>alert"));
    }

    private void annHasItAll() throws Exception {
        assertTrue(
                ann.get("/account").body().contains(STREET), ann.get("/account").body());
        assertTrue(ann.get("/account").body().contains("ann@example.org"));
        assertTrue(ann.get("/account/orders").body().contains(order));
        assertTrue(ann.get("/account/addresses").body().contains("Your usual address"));
    }

    private static Map<String, String> form() {
        Map<String, String> form = new HashMap<>(Map.of("version", "0", "name", "Bob", "line1", "Changed Street 1"));
        form.putAll(Map.of("postalCode", "10115", "city", "Berlin", "country", "DE"));
        form.putAll(Map.of("current", "not the password", "password", "quite another secret"));
        form.put("email", "bob@example.org");
        return form;
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        Map<String, String> more = new HashMap<>(form);
        more.put(field, value);
        return more;
    }
}
