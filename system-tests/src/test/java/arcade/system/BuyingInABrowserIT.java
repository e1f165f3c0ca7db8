package arcade.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.system.harness.Checks;
import arcade.system.harness.Chromium;
import arcade.system.harness.Cluster;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Purchase;
import arcade.system.harness.Tab;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A guest buys in a real browser, keeps an account, buys again; on a phone and at a desk, and while a node dies. */
@OnTheCluster
@Order(15)
class BuyingInABrowserIT {
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest(name = "{0} px, scripts {1}")
    @CsvSource({"390, true", "1280, true", "390, false", "1280, false"})
    void fromHomeToConfirmation(int width, boolean scripts, Cluster cluster) {
        Checks checks = new Checks(cluster, width, scripts);
        String email = "browser-%s-%s@example.com".formatted(width, scripts);
        try (Tab tab = chromium.open(width, scripts)) {
            Page page = tab.page();
            page.navigate(cluster.shop("arcade") + "/");
            checks.look(tab, "home");
            page.locator("main a[href='/c/kitchen-table']").first().click();
            checks.look(tab, "category");
            page.navigate(cluster.shop("arcade") + "/search?q=mug");
            page.locator("main a[href^='/p/stoneware-mug']").first().click();
            checks.look(tab, "product");
            tab.addAndGoToTheCart();
            checks.look(tab, "cart");
            page.locator("a[href^='/checkout']").first().click();
            checks.look(tab, "checkout");
            fill(page, email);
            page.locator("form[action^='/checkout'] .pay button").click();
            page.waitForURL(Pattern.compile("/pay/"));
            checks.look(tab, "gateway");
            pay(page);
            assertThat(page.getByText("Order number")).isVisible();
            checks.look(tab, "confirmation");
            page.reload();
            assertThat(page.getByText("Order number")).isVisible();
            keepInAnAccount(page);
            checks.look(tab, "account");
            for (String place : List.of("orders", "addresses", "details", "password")) {
                page.navigate(cluster.shop("arcade") + "/account/" + place);
                checks.look(tab, "account-" + place);
            }
            buyAsACustomer(tab, cluster);

            assertEquals(List.of(), tab.complaints());
        }
        checks.expectNothingFound();
    }

    /** On a phone; at a desk, too, with -Darcade.long=true. */
    static IntStream widths() {
        return Boolean.getBoolean("arcade.long") ? IntStream.of(390, 1280) : IntStream.of(390);
    }

    @ParameterizedTest(name = "{0} px")
    @MethodSource("widths")
    void aNodeIsKilledWhileTheFormIsFilledIn(int width, Cluster cluster) {
        cluster.whole();
        String email = "browser-killed-%s@example.com".formatted(width);
        try (Tab tab = chromium.open(width, true)) {
            Page page = tab.page();
            page.navigate(cluster.shop("arcade") + "/p/stoneware-mug?seen=" + System.nanoTime());
            tab.add();
            Response checkout = page.navigate(cluster.shop("arcade") + "/checkout");
            fill(page, email);

            cluster.machine(checkout.headerValue("x-arcade-node")).kill();

            page.locator("form[action^='/checkout'] .pay button").click();
            page.waitForURL(Pattern.compile("/pay/"));
            pay(page);
            assertThat(page.getByText("Order number")).isVisible();
            assertEquals(List.of(), tab.complaints());
        }
        assertEquals(
                1,
                cluster.database().number("SELECT COUNT(*) FROM shop_order WHERE email = ? AND state = 'PAID'", email));
        cluster.whole();
    }

    /** Who has an account need not type an address again, and finds both orders in it. */
    private static void buyAsACustomer(Tab tab, Cluster cluster) {
        Page page = tab.page();
        page.navigate(cluster.shop("arcade") + "/p/stoneware-mug");
        tab.add();
        page.locator("a[href^='/checkout']").first().click();
        assertThat(page.locator("#name")).hasValue("Bea Browser");
        assertThat(page.locator("#postalCode")).hasValue("10115");
        page.locator("form[action^='/checkout'] .pay button").click();
        page.waitForURL(Pattern.compile("/pay/"));
        pay(page);
        assertThat(page.getByText("Order number")).isVisible();
        page.navigate(cluster.shop("arcade") + "/account/orders");
        assertThat(page.locator("main a[href^='/orders/']")).hasCount(2);
    }

    private static void keepInAnAccount(Page page) {
        page.locator("form[action^='/account/sign-up'] input[type=password]").fill("a walk in the woods");
        page.locator("form[action^='/account/sign-up'] button").click();
        page.waitForURL(Pattern.compile("/orders/"));
        page.locator("header a[href='/account']").first().click();
        assertThat(page.getByText("Hello, Bea Browser")).isVisible();
    }

    private static void fill(Page page, String email) {
        page.locator("#email").fill(email);
        page.locator("#name").fill("Bea Browser");
        page.locator("#line1").fill("Example Street 7");
        page.locator("#postalCode").fill("10115");
        page.locator("#city").fill("Berlin");
    }

    private static void pay(Page page) {
        page.locator("#number").fill(Purchase.GOOD_CARD);
        page.locator("#expiry").fill("12 / 40");
        page.locator("#cvc").fill("123");
        page.locator("form button[type=submit]").click();
        page.waitForURL(Pattern.compile("/orders/"));
    }
}
