package arcade.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Checks;
import arcade.system.harness.Chromium;
import arcade.system.harness.Cluster;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Tab;
import arcade.system.harness.Waiting;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shopper does before he orders, in a real browser: adds this and that, looks closely, goes to the shop next door. */
@OnTheCluster
@Order(16)
class LookingAroundInABrowserIT {
    private static final String PLACES = "() => ['.head .search', '.head .own', 'h1', 'form.add']"
            + ".map(of => document.querySelector(of).getBoundingClientRect())"
            + ".map(box => [box.x + scrollX, box.y + scrollY, box.width, box.height].join()).join(' ')";

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest(name = "{0} px")
    @ValueSource(ints = {390, 1280})
    void whatIsAddedIsToldOverThePage(int width, Cluster cluster) {
        Checks checks = new Checks(cluster, width, true);
        try (Tab tab = chromium.open(width, true)) {
            Page page = tab.page();
            page.navigate(cluster.shop("arcade") + "/p/stoneware-mug");
            String before = (String) page.evaluate(PLACES);

            page.locator("#quantity").fill("2");
            tab.add();

            Locator over = page.getByRole(AriaRole.DIALOG);
            assertThat(over).hasAccessibleName("Added to your cart");
            assertThat(over).hasAccessibleDescription(Pattern.compile("Stoneware Mug.*2 × "));
            assertThat(over.locator(".added img")).isVisible();
            assertThat(page.locator("#basket .count")).containsText("2");
            assertEquals(before, page.evaluate(PLACES), "something moved");
            checks.look(tab, "mini-cart");
            page.keyboard().press("Escape");
            assertThat(over).hasCount(0);
            assertThat(page.locator("form.add button")).isFocused();

            page.navigate(cluster.shop("arcade") + "/p/storm-lantern");
            tab.add();
            checks.look(tab, "mini-cart-more");
            assertThat(over).containsText("Also in your cart");
            assertThat(page.locator("#basket .count")).containsText("3");
            over.locator("a[href='/checkout']").click();
            page.waitForURL(Pattern.compile("/checkout"));
            assertEquals(List.of(), tab.complaints());
        }
        checks.expectNothingFound();
    }

    @ParameterizedTest(name = "{0} px, scripts {1}")
    @CsvSource({"390, true", "1280, false"})
    void theFootLeadsToTheShopsOwnWords(int width, boolean scripts, Cluster cluster) {
        Checks checks = new Checks(cluster, width, scripts);
        try (Tab tab = chromium.open(width, scripts)) {
            Page page = tab.page();
            page.navigate(cluster.shop("arcade") + "/p/stoneware-mug");
            page.locator("footer a[href='/pages/delivery']").click();
            assertThat(page.locator("h1")).hasText("Delivery and returns");
            assertThat(page.locator("main table")).containsText("Germany");
            checks.look(tab, "words-delivery");
            page.locator("main a[href='/pages/withdrawal']").first().click();
            assertThat(page.locator("h1")).hasText("Right of withdrawal");
            checks.look(tab, "words-withdrawal");
            assertEquals(List.of(), tab.complaints());
        }
        checks.expectNothingFound();
    }

    @ParameterizedTest(name = "{0} px")
    @ValueSource(ints = {390, 1280})
    void aDoubleClickAddsOnceAndLeavesItOpen(int width, Cluster cluster) {
        List<String> sent = new ArrayList<>();
        try (Tab tab = chromium.open(width, true)) {
            Page page = tab.page();
            page.onRequest(request -> sent.add(request.method() + " " + request.url()));
            page.navigate(cluster.shop("arcade") + "/p/stoneware-mug");

            page.locator("form.add button").dblclick();

            assertThat(page.locator("dialog #over-title")).isFocused();
            assertThat(page.locator("#basket .count")).containsText("1");
            assertEquals(1, sent.stream().filter(one -> one.startsWith("POST ")).count(), sent::toString);
            page.locator("dialog .over-close").click();
            tab.add();
            assertThat(page.locator("dialog")).containsText("Now there are 2 in your cart.");
            assertEquals(List.of(), tab.complaints());
        }
    }

    @ParameterizedTest(name = "{0} px")
    @ValueSource(ints = {390, 1280})
    void whatCannotBeHadIsToldThere(int width, Cluster cluster) {
        Checks checks = new Checks(cluster, width, true);
        try (Tab tab = chromium.open(width, true)) {
            Page page = tab.page();
            page.navigate(cluster.shop("arcade") + "/p/oak-desk-tray");
            page.locator("#quantity").fill("900");
            tab.add();
            assertThat(page.locator("dialog")).containsText("Please take fewer.");
            assertThat(page.locator("dialog a[href='/checkout']")).hasCount(0);
            checks.look(tab, "mini-cart-fewer");
            page.keyboard().press("Escape");
            page.locator("#quantity").fill("999");
            tab.add();
            assertThat(page.locator("dialog #over-title")).hasText("Not added");
            checks.look(tab, "mini-cart-refused");
            page.keyboard().press("Escape");
            assertEquals(List.of(), tab.complaints());

            page.route("**/cart/add", route -> route.abort());
            page.locator("#quantity").fill("1");
            tab.add();
            assertThat(page.locator("dialog #over-title")).hasText("No answer came");
            checks.look(tab, "mini-cart-unsure");
        }
        checks.expectNothingFound();
    }

    @ParameterizedTest(name = "{0} px")
    @ValueSource(ints = {390, 1280})
    void aPictureIsLookedAtClosely(int width, Cluster cluster) {
        Checks checks = new Checks(cluster, width, true);
        try (Tab tab = chromium.open(width, true)) {
            Page page = tab.page();
            page.navigate(cluster.shop("arcade") + "/p/stoneware-mug");
            page.locator("a.zoom").focus();
            page.keyboard().press("Enter");
            Locator large = page.locator("dialog.large img");
            assertThat(large).isVisible();
            assertTrue(large.boundingBox().width <= width, "it is larger than the window");
            checks.look(tab, "picture");
            Locator nearer = page.locator("dialog.large [aria-pressed]");
            nearer.click();
            assertThat(nearer).hasAttribute("aria-pressed", "true");
            assertTrue(large.boundingBox().width > 1.5 * width, "it is no nearer");
            assertEquals(
                    true,
                    page.evaluate("() => { const box = document.querySelector('dialog.large'); box.scrollTo(99, 0);"
                            + " return box.scrollLeft === 99; }"));
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog")).hasCount(0);
            assertThat(page.locator("a.zoom")).isFocused();
            assertEquals(List.of(), tab.complaints());
        }
        checks.expectNothingFound();
    }

    @ParameterizedTest(name = "{0} px, scripts {1}")
    @CsvSource({"390, true", "1280, true", "390, false", "1280, false"})
    void theCartComesAlongToTheShopNextDoor(int width, boolean scripts, Cluster cluster) {
        Checks checks = new Checks(cluster, width, scripts);
        List<String> ways = new ArrayList<>();
        try (Tab tab = chromium.open(width, scripts)) {
            Page page = tab.page();
            page.onRequest(request -> way(request).ifPresent(ways::add));
            for (String article : List.of("stoneware-mug", "storm-lantern")) {
                page.navigate(cluster.shop("arcade") + "/p/" + article);
                tab.add();
            }
            page.navigate(cluster.shop("arcade") + "/cart");
            page.locator(".elsewhere button").click();

            page.waitForURL(cluster.shop("garden") + "/cart?notice=left");
            assertThat(page.locator("[role=status]")).containsText("Not everything in your cart is sold in this shop.");
            assertThat(page.locator(".lines > li")).hasCount(1);
            assertThat(page.locator(".lines")).containsText("Storm Lantern");
            assertThat(page.locator(".lines")).containsText("£");
            checks.look(tab, "cart-arrived");
            page.locator(".elsewhere button").click();
            page.waitForURL(cluster.shop("arcade") + "/cart?notice=arrived");
            assertThat(page.locator(".lines > li")).hasCount(2);
            assertEquals(List.of(), tab.complaints());

            // For some seconds it may have been a second click.
            Waiting.until("the first way is closed", Duration.ofSeconds(30), () -> {
                page.navigate(ways.get(0));
                return page.url().contains("/handover") ? Optional.of(true) : Optional.empty();
            });
            assertThat(page.locator("h1")).hasText("This way is closed");
            checks.look(tab, "way-closed");
        }
        checks.expectNothingFound();
    }

    private static Optional<String> way(Request request) {
        return Optional.of(request.url()).filter(url -> url.contains("/handover?token="));
    }
}
