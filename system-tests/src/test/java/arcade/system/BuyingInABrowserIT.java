package arcade.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Chromium;
import arcade.system.harness.Cluster;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Purchase;
import arcade.system.harness.Tab;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guest buys in a real browser, from the first page to the confirmation, on a phone and at a desk. */
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
        try (Tab tab = chromium.open(width, scripts)) {
            Page page = tab.page();
            page.navigate(cluster.shop("arcade") + "/");
            checks.look(tab, "home");
            page.locator("main a[href='/c/kitchen-table']").first().click();
            checks.look(tab, "category");
            page.navigate(cluster.shop("arcade") + "/search?q=mug");
            page.locator("main a[href^='/p/stoneware-mug']").first().click();
            checks.look(tab, "product");
            page.locator("form[action^='/cart/add'] button").click();
            page.waitForURL(Pattern.compile("/cart"));
            checks.look(tab, "cart");
            page.locator("a[href^='/checkout']").first().click();
            checks.look(tab, "checkout");
            fill(page);
            page.locator("form[action^='/checkout'] .pay button").click();
            page.waitForURL(Pattern.compile("/pay/"));
            checks.look(tab, "gateway");
            pay(page);
            assertThat(page.getByText("Order number")).isVisible();
            checks.look(tab, "confirmation");
            page.reload();
            assertThat(page.getByText("Order number")).isVisible();

            assertEquals(List.of(), tab.complaints());
        }
        assertEquals(List.of(), checks.found);
    }

    private static void fill(Page page) {
        page.locator("#email").fill("browser@example.com");
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

    /** What is true of every page: it fits its width, and axe finds nothing wrong with it. */
    private static final class Checks {
        private final Cluster cluster;
        private final int width;
        private final boolean scripts;
        private final List<String> found = new ArrayList<>();

        Checks(Cluster cluster, int width, boolean scripts) {
            this.cluster = cluster;
            this.width = width;
            this.scripts = scripts;
        }

        void look(Tab tab, String name) {
            Page page = tab.page();
            page.waitForLoadState(LoadState.LOAD);
            int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            assertTrue(wide <= width, () -> name + " is " + wide + " px wide");
            if (scripts) {
                tab.picture(cluster.home().resolveSibling("pictures").resolve(name + "-" + width + ".png"));
                for (Rule rule :
                        new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
                    found.add(name + ": " + rule.getId() + ", " + rule.getHelp() + " "
                            + rule.getNodes().get(0).getHtml());
                }
            }
        }
    }
}
