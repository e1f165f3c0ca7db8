package arcade.web.account;

import static arcade.web.account.AccountShop.PASSWORD;
import static arcade.web.account.AccountShop.add;
import static arcade.web.account.AccountShop.address;
import static arcade.web.account.AccountShop.header;
import static arcade.web.account.AccountShop.order;
import static arcade.web.account.AccountShop.paid;
import static arcade.web.account.AccountShop.send;
import static arcade.web.account.AccountShop.signIn;
import static arcade.web.store.Browser.found;
import static arcade.web.store.Rows.change;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.testing.TestRelease;
import arcade.web.store.Browser;
import arcade.web.store.StorePage;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Into an account, about in it, and out again, with browsers that know no script. One class for all of it, and long for that: each class
 * of in-container tests starts a server of its own.
 */
@ExtendWith(ArquillianExtension.class)
class AccountIT {
    private static final String ANN = "ann@example.org";
    private static final String NEW = "quite another secret";

    @ArquillianResource
    private URL base;

    private AccountShop shop;

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(StorePage.class).war();
    }

    @BeforeEach
    void openStore() throws Exception {
        shop = new AccountShop(base, "en-IE");
        // All tests come from one network address.
        change("DELETE FROM sign_in_failure");
    }

    @Test
    void afterTheOrderAPasswordIsEnough() throws Exception {
        Browser guest = shop.browser();
        add(guest, "MUG", 2);
        String order = order(guest, "Ann@Example.org");
        String signUp = order.replace("/orders/", "/account/sign-up/");
        assertFalse(guest.get(order).body().contains(signUp), "a page that looks again by itself has no form");
        paid(order);
        assertTrue(
                guest.get(order).body().contains("action=\"" + signUp + "\""),
                guest.get(order).body());
        Browser stranger = shop.browser();
        assertFalse(stranger.get(order).body().contains(signUp), "whoever was sent the address is not the buyer");
        assertEquals("/account/sign-in", header(stranger.post(signUp, Map.of("password", PASSWORD)), "Location"));

        HttpResponse<String> weak = guest.post(signUp, Map.of("password", "short"));
        assertEquals(422, weak.statusCode());
        assertTrue(weak.body().contains("id=\"password-error\""), weak.body());
        assertEquals(order, header(guest.post(signUp, Map.of("password", PASSWORD)), "Location"));

        assertTrue(
                guest.get("/account/orders").body().contains(order),
                guest.get("/account/orders").body());
        assertFalse(guest.get(order).body().contains(signUp));
        assertTrue(guest.get("/account/addresses").body().contains("Lindenweg 4"));
        add(guest, "MUG", 1);
        assertTrue(guest.get("/checkout").body().contains("Lindenweg 4"), "his next order asks for it again");
        assertEquals("/account", header(signIn(shop.browser(), ANN, PASSWORD), "Location"));
    }

    @Test
    void whoHasAnAccountGetsTheGuestsOrderBySigningIn() throws Exception {
        shop.signedUp(ANN);
        Browser guest = shop.browser();
        add(guest, "MUG", 2);
        String order = order(guest, ANN);
        paid(order);

        HttpResponse<String> taken =
                guest.post(order.replace("/orders/", "/account/sign-up/"), Map.of("password", NEW));
        assertEquals(422, taken.statusCode());
        assertTrue(taken.body().contains("Sign in, and this order is in it"), taken.body());
        signIn(guest, ANN, PASSWORD);

        assertTrue(guest.get("/account/orders").body().contains(order));
    }

    @Test
    void theSessionIsRenewedAtSignInAndEndsAtSignOut() throws Exception {
        shop.signedUp(ANN);
        Browser browser = shop.browser();
        add(browser, "MUG", 1);
        String before = browser.cookie("JSESSIONID");

        assertEquals("/account", header(signIn(browser, ANN, PASSWORD), "Location"));
        String after = browser.cookie("JSESSIONID");
        assertNotEquals(before, after);
        Browser fixed = shop.browser();
        fixed.setCookie("JSESSIONID", before);
        assertTrue(header(fixed.get("/account"), "Location").startsWith("/account/sign-in"));
        assertEquals(200, browser.get("/account").statusCode());
        assertEquals("private, no-store", header(browser.get("/account"), "Cache-Control"));

        assertEquals(
                303, send(browser, "/account", "/account/sign-out", Map.of()).statusCode());
        assertFalse(browser.hasCookie("cart"), "others may use this browser");
        browser.setCookie("JSESSIONID", after);
        assertEquals("/account/sign-in?to=/account", header(browser.get("/account"), "Location"));
        assertTrue(browser.get("/cart").body().contains("Your cart is empty"));
    }

    @Test
    void aWrongPasswordAndAnUnknownMailAreOneAnswer() throws Exception {
        shop.signedUp(ANN);

        HttpResponse<String> wrong = signIn(shop.browser(), ANN, NEW);
        HttpResponse<String> unknown = signIn(shop.browser(), "bob@example.org", NEW);

        assertEquals(422, wrong.statusCode());
        assertEquals(wrong.body(), unknown.body().replace("bob@example.org", ANN));
        assertTrue(wrong.body().contains("do not go together"), wrong.body());
        assertEquals(List.of(), wrong.headers().allValues("Set-Cookie"));
        String forgotten = "/account/forgotten";
        assertEquals(
                header(shop.browser().post(forgotten, Map.of("email", ANN)), "Location"),
                header(shop.browser().post(forgotten, Map.of("email", "bob@example.org")), "Location"));
    }

    @Test
    void tooManyTriesAreToldHowLongToWait() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertEquals(422, signIn(shop.browser(), "bob@example.org", NEW).statusCode());
        }
        HttpResponse<String> refused = signIn(shop.browser(), "bob@example.org", NEW);

        assertEquals(429, refused.statusCode());
        assertTrue(Integer.parseInt(header(refused, "Retry-After")) > 0);
        assertTrue(refused.body().contains("There were too many tries. Please wait "), refused.body());
    }

    @Test
    void formsOfOtherSitesAreRefused() throws Exception {
        Browser ann = shop.signedUp(ANN);
        Map<String, String> own = Map.of("email", ANN, "password", PASSWORD, "name", "Ann");
        for (String path : List.of(
                "/account/sign-in",
                "/account/sign-up",
                "/account/forgotten",
                "/account/reset/x",
                "/account/sign-out")) {
            assertEquals(
                    403,
                    shop.browser().postFrom("http://evil.example", path, own).statusCode(),
                    path);
            assertEquals(403, shop.browser().postFromNowhere(path, own).statusCode(), path);
        }
        for (String path :
                List.of("/account/sign-out", "/account/details", "/account/password", "/account/addresses/x")) {
            assertEquals(403, ann.post(path, own).statusCode(), path);
        }
        assertEquals(200, ann.get("/account").statusCode());
    }

    @Test
    void theCartFollowsOnToAnotherDevice() throws Exception {
        Browser phone = shop.signedUp(ANN);
        add(phone, "MUG", 1);
        Browser desk = shop.browser();
        add(desk, "TEA", 3);

        signIn(desk, ANN, PASSWORD);

        String both = "€33.00";
        assertTrue(desk.get("/cart").body().contains(both), desk.get("/cart").body());
        assertTrue(phone.get("/cart").body().contains(both), phone.get("/cart").body());
        signIn(desk, ANN, PASSWORD);
        assertTrue(desk.get("/cart").body().contains(both));

        order(phone, ANN);
        assertTrue(
                desk.get("/cart").body().contains("Your cart is empty"),
                desk.get("/cart").body());
        add(desk, "TEA", 1);
        assertTrue(
                phone.get("/cart").body().contains("€5.00"), phone.get("/cart").body());
        Browser third = shop.browser();
        signIn(third, ANN, PASSWORD);
        assertTrue(third.get("/cart").body().contains("€5.00"));
    }

    @Test
    void theCheckoutIsFilledInAndTheOrderIsInTheAccount() throws Exception {
        Browser ann = shop.signedUp(ANN);
        address(ann, "Graben 7");
        add(ann, "MUG", 1);

        String page = ann.get("/checkout?country=DE").body();
        for (String known : List.of(ANN, "Ann Example", "Graben 7", "1010", "Wien")) {
            assertTrue(page.contains("value=\"" + known + "\""), known + " in " + page);
        }
        assertTrue(page.contains("€24.90"), "with delivery to Austria");
        String order = order(ann, ANN);
        assertTrue(ann.get("/account").body().contains(order));
        assertTrue(ann.get("/account/orders?page=x").body().contains("1 piece"));
        assertEquals(404, ann.get("/account/orders?page=2").statusCode());
    }

    @Test
    void aCountryThatTheShopNoLongerServesStaysWithItsAddress() throws Exception {
        Browser ann = shop.signedUp(ANN);
        String ref = address(ann, "Graben 7");
        change("UPDATE customer_address SET country = 'FR' WHERE ref = ?", ref);

        HttpResponse<String> page = ann.get("/account/addresses/" + ref);

        assertEquals("FR", found(page, "<option value=\"([A-Z]{2})\" selected"));
    }

    @Test
    void aMailAddressThatBecomesTooLongIsSaidBesideItsField() throws Exception {
        String folded = "a@" + "\u0130".repeat(130) + ".org";

        HttpResponse<String> refused =
                shop.browser().post("/account/sign-up", Map.of("email", folded, "name", "Ann", "password", PASSWORD));

        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("id=\"email-error\""), refused.body());
    }

    @Test
    void aNewPasswordIsAskedForByAMailAddressOnly() throws Exception {
        for (String none : List.of("", "nobody", "a@" + "\u0130".repeat(130) + ".org")) {
            HttpResponse<String> refused = shop.browser().post("/account/forgotten", Map.of("email", none));

            assertEquals(422, refused.statusCode(), none);
            assertTrue(refused.body().contains("id=\"email-error\""), refused.body());
            assertFalse(refused.body().contains("on its way"), refused.body());
        }
        assertEquals(0, change("DELETE FROM sign_in_failure"), "a try was used up");
    }

    @Test
    void theMailLeadsToANewPasswordAndAllSessionsEnd() throws Exception {
        Browser phone = shop.signedUp(ANN);
        Browser desk = shop.browser();
        assertEquals(
                "/account/forgotten?notice=sent",
                header(desk.post("/account/forgotten", Map.of("email", ANN)), "Location"));
        HttpResponse<String> sent = desk.get("/account/forgotten?notice=sent");
        assertTrue(sent.body().contains("note good") && sent.body().contains("for 60 minutes"), sent.body());
        String token = "0123456789abcdefghjkmnpqrs";
        change("DELETE FROM password_reset WHERE token_hash = SHA2(?, 256)", token);
        assertEquals(
                1,
                change(
                        "UPDATE password_reset SET token_hash = SHA2(?, 256), expires_at = UTC_TIMESTAMP(6) + INTERVAL 9 MINUTE"
                                + " WHERE used_at IS NULL AND customer_id = (SELECT MAX(id) FROM customer)",
                        token));
        String reset = "/account/reset/" + token;

        assertEquals(200, desk.get(reset).statusCode());
        assertEquals(200, desk.get(reset).statusCode());
        assertEquals("no-referrer", header(desk.get(reset), "Referrer-Policy"));
        assertEquals(422, desk.post(reset, Map.of("password", "1234567890")).statusCode());
        assertEquals("/account/sign-in?notice=reset", header(desk.post(reset, Map.of("password", NEW)), "Location"));

        assertEquals(410, desk.get(reset).statusCode());
        assertEquals(410, desk.post(reset, Map.of("password", NEW)).statusCode());
        assertEquals("/account/sign-in?to=/account", header(phone.get("/account"), "Location"));
        assertEquals(422, signIn(desk, ANN, PASSWORD).statusCode());
        assertEquals("/account", header(signIn(desk, ANN, NEW), "Location"));
    }

    @Test
    void anotherPasswordEndsAllOtherSessions() throws Exception {
        Browser phone = shop.signedUp(ANN);
        Browser desk = shop.browser();
        signIn(desk, ANN, PASSWORD);

        assertEquals(
                422,
                send(desk, "/account/password", "/account/password", Map.of("current", NEW, "password", NEW))
                        .statusCode());
        HttpResponse<String> changed =
                send(desk, "/account/password", "/account/password", Map.of("current", PASSWORD, "password", NEW));

        assertEquals("/account?notice=password", header(changed, "Location"), changed.body());
        assertEquals(200, desk.get("/account").statusCode());
        assertEquals(303, phone.get("/account").statusCode());
    }

    @Test
    void whoOnlyLooksForTheWayInHasNoSession() throws Exception {
        for (String path : List.of("/account/sign-in", "/account/sign-up", "/account/forgotten", "/account/reset/x")) {
            HttpResponse<String> page = shop.browser().get(path);
            assertEquals(List.of(), page.headers().allValues("Set-Cookie"), path);
            assertEquals("private, no-store", header(page, "Cache-Control"), path);
        }
        assertTrue(shop.browser().get("/").body().contains("href=\"/account\""));
        assertEquals(404, shop.browser().get("/account/nothing").statusCode());
    }

    @Test
    void aGermanStoreSpeaksGerman() throws Exception {
        shop = new AccountShop(base, "de-DE");
        Browser ann = shop.signedUp(ANN);

        assertTrue(
                ann.get("/account").body().contains("Guten Tag, Ann Example"),
                ann.get("/account").body());
        String refused = signIn(shop.browser(), ANN, NEW).body();
        assertTrue(refused.contains("passen nicht zusammen") && refused.contains("note warn"), refused);
    }
}
