package arcade.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Checks;
import arcade.system.harness.Chromium;
import arcade.system.harness.Cluster;
import arcade.system.harness.Desk;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Purchase;
import arcade.system.harness.Shopper;
import arcade.system.harness.Tab;
import arcade.system.harness.Waiting;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of the first administrator, in a real browser, and of those who bought from him. */
@OnTheCluster
@Order(17)
class WorkingAtTheDeskIT {
    private static final int WIDE = 1280;
    private static final Duration SOON = Duration.ofSeconds(60);

    private static Chromium chromium;
    private static Desk desk;

    @BeforeAll
    static void comeIn(Cluster cluster) throws IOException, GeneralSecurityException {
        chromium = Chromium.launch();
        Checks checks = new Checks(cluster, WIDE, true);
        desk = Desk.firstSignIn(cluster, chromium, checks);
        checks.expectNothingFound();
    }

    @AfterAll
    static void leave() {
        if (desk != null) {
            desk.close();
        }
        chromium.close();
    }

    @ParameterizedTest(name = "{0} px")
    @ValueSource(ints = {390, WIDE})
    void everyPageFitsAndCanBeReadByAll(int width, Cluster cluster) {
        Checks checks = new Checks(cluster, width, true);
        desk.wide(width);
        for (String place : List.of(
                "today",
                "orders",
                "customers",
                "payments",
                "products",
                "product-new?store=arcade",
                "prices",
                "promotions",
                "promotion?store=arcade",
                "pages",
                "page?store=arcade&id=3",
                "stock",
                "reports",
                "stores",
                "catalogue?store=arcade",
                "staff",
                "log",
                "cluster")) {
            desk.at(place);
            checks.look(desk.tab(), "desk-" + place.replaceAll("[?].*", ""));
        }
        assertEquals(List.of(), desk.tab().complaints());
        checks.expectNothingFound();
    }

    @Test
    void whoeverBoughtIsToldOfTheParcel(Cluster cluster) {
        String buyer = buyer();
        Purchase purchase = bought(cluster, buyer);
        Checks checks = new Checks(cluster, WIDE, true);
        desk.wide(WIDE);
        desk.orderOf(buyer);
        checks.look(desk.tab(), "desk-order");
        desk.tab().page().locator("a[href*='/admin/customer?ref=']").first().click();
        assertThat(desk.tab().page().getByText("Erase this person")).isVisible();
        checks.look(desk.tab(), "desk-customer");
        desk.orderOf(buyer);

        desk.send("RR 1234");

        checks.look(desk.tab(), "desk-order-sent");
        assertTrue(
                purchase.shopper()
                        .get("/orders/" + purchase.order())
                        .expect(200)
                        .text()
                        .contains("Delivered"),
                "the buyer does not see it");
        assertTrue(mail(cluster, buyer, "on its way").contains("RR 1234"));
        assertEquals(List.of(), desk.tab().complaints());
        checks.expectNothingFound();
    }

    @ParameterizedTest(name = "{0} px, scripts {1}")
    @CsvSource({"390, true", "1280, false"})
    void aReturnBringsTheMoneyBack(int width, boolean scripts, Cluster cluster) {
        String buyer = buyer();
        String order = bought(cluster, buyer).order();
        Checks checks = new Checks(cluster, width, true);
        desk.wide(width);
        desk.orderOf(buyer);
        desk.send("RR 5678");
        try (Tab tab = chromium.open(width, scripts)) {
            Checks seen = new Checks(cluster, width, scripts);
            Page page = tab.page();
            page.navigate(cluster.shop("arcade") + "/orders/" + order);
            page.locator("a[href$='/return']").click();
            seen.look(tab, "return");
            page.locator("form[action$='/return'] button").click();
            assertThat(page.locator("#reason-error")).isVisible();
            page.locator("#pieces input").first().fill("1");
            page.locator("#reason").selectOption("DAMAGED");
            page.locator("form[action$='/return'] button").click();
            seen.look(tab, "return-confirm");
            page.locator("form[action*='/return?key='] button").click();
            assertThat(page.getByText("Your return is announced")).isVisible();
            seen.look(tab, "return-announced");
            seen.expectNothingFound();
            assertEquals(List.of(), tab.complaints());
        }

        Page page = desk.orderOf(buyer);
        checks.look(desk.tab(), "desk-return");
        page.getByText("They are here: give the money back").click();
        assertThat(page.getByText("They are here: give the money back")).hasCount(0);

        assertTrue(Waiting.until("the money is back", SOON, () -> credited(cluster, order)) > 0);
        try (Tab tab = chromium.open(width, scripts)) {
            Page seen = tab.page();
            Waiting.until("the credit note is there", SOON, () -> {
                seen.navigate(cluster.shop("arcade") + "/orders/" + order);
                int notes = seen.locator("a[href*='/credit-note-']").count();
                return notes == 1 ? Optional.of(notes) : Optional.empty();
            });
        }
        assertEquals(List.of(), desk.tab().complaints());
        checks.expectNothingFound();
    }

    @ParameterizedTest(name = "{0} px")
    @ValueSource(ints = {390, WIDE})
    void aPartOfTheMoneyIsGivenBack(int width, Cluster cluster) {
        String buyer = buyer();
        Purchase purchase = bought(cluster, buyer);
        desk.wide(width);
        Page page = desk.orderOf(buyer);

        page.locator("[id$=':amount']").fill("abc");
        page.locator("[id$=':reason']").fill("a chip in the glaze");
        page.locator("button[id$=':refund']").click();
        assertThat(page.locator("#work\\:messages")).not().isEmpty();
        assertThat(page.locator("[id$=':reason']")).hasValue("a chip in the glaze");
        page.locator("[id$=':amount']").fill("5.00");
        page.locator("button[id$=':refund']").click();

        assertEquals(500, Waiting.until("the money is back", SOON, () -> credited(cluster, purchase.order())));
        assertTrue(mail(cluster, buyer, "given back").contains("5.00"));
        desk.orderOf(buyer);
        assertThat(page.locator("ol.events")).containsText("a chip in the glaze");
        assertEquals(List.of(), desk.tab().complaints());
    }

    @ParameterizedTest(name = "{0} px")
    @ValueSource(ints = {390, WIDE})
    void aProductIsAddedWithItsPicturesAndSold(int width, Cluster cluster) throws IOException {
        String name = "Enamel Jug " + width;
        Checks checks = new Checks(cluster, width, true);
        desk.wide(width);
        Page page = desk.at("product-new?store=arcade");
        page.locator("#title").fill(name);
        page.locator("#category").selectOption("kitchen-table");
        page.locator("#option1").fill("Colour: white, blue");
        page.locator("button[id$=':look']").click();
        assertThat(page.locator("[name^='price:']")).hasCount(2);
        checks.look(desk.tab(), "desk-product-new-variants");
        page.locator("button[id$=':save']").click();
        assertThat(page.locator(".problem").first()).isVisible();
        for (int variant = 0; variant < 2; variant++) {
            page.locator("[name^='price:']").nth(variant).fill("24.50");
            page.locator("[name^='pieces:']").nth(variant).fill("7");
        }
        page.locator("#published").check();
        page.locator("button[id$=':save']").click();
        page.waitForURL(Pattern.compile("/admin/product[?]id="));
        Path pictures = cluster.project().resolve("domain-config/demonstration/arcade/pictures");
        page.locator("#pictures-files").setInputFiles(pictures.resolve("stoneware-mug.svg"));
        page.locator("#pictures-add button").click();
        assertThat(page.locator("#pictures-list img")).hasCount(1);
        desk.drop("#pictures-add", pictures.resolve("enamel-saucepan.svg"));
        assertThat(page.locator("#pictures-list img")).hasCount(2);
        assertThat(page.locator("#pictures-add li").last()).containsText("enamel-saucepan.svg");
        checks.look(desk.tab(), "desk-product");

        try (Tab tab = chromium.open(width, true)) {
            Page shop = tab.page();
            shop.navigate(cluster.shop("arcade") + "/p/enamel-jug-" + width);
            assertThat(shop.locator("h1")).containsText(name);
            assertThat(shop.locator("main img").first()).isVisible();
            assertThat(shop.locator(".gallery .more img")).hasCount(2);
            tab.addAndGoToTheCart();
            assertThat(shop.locator("main")).containsText("24.50");
            assertEquals(List.of(), tab.complaints());
        }
        assertEquals(List.of(), desk.tab().complaints());
        checks.expectNothingFound();
    }

    @ParameterizedTest(name = "{0} px")
    @ValueSource(ints = {390, WIDE})
    void aShopIsOpenedWithoutARestart(int width, Cluster cluster) {
        String code = "corner" + width;
        Checks checks = new Checks(cluster, width, true);
        desk.wide(width);
        Page page = desk.at("store");
        checks.look(desk.tab(), "desk-store");
        page.locator("[id$=':save']").click();
        assertThat(page.locator("#work\\:messages")).not().isEmpty();
        page.locator("[id$=':code']").fill(code);
        page.locator("[id$=':name']").fill("The Corner Shop " + width);
        page.locator("[id$=':currency']").fill("EUR");
        page.locator("[id$=':locale']").fill("de-DE");
        page.locator("[id$=':country']").fill("DE");
        page.locator("[id$=':domains']").fill(code + ".localhost");
        page.locator("[id$=':shipping']").fill("DE 4.90");
        page.locator("[id$=':taxes']").fill("DE 19");
        page.locator("[id$=':save']").click();
        page.waitForURL(Pattern.compile("done=done.store"));

        try (Tab tab = chromium.open(width, true)) {
            Waiting.until("the shop is open", SOON, () -> {
                tab.page().navigate("http://" + code + ".localhost:" + cluster.routerPort() + "/");
                return tab.page().content().contains("The Corner Shop " + width) ? Optional.of(true) : Optional.empty();
            });
            assertEquals("de-DE", tab.page().locator("html").getAttribute("lang"));
        }
        checks.expectNothingFound();
    }

    private static Optional<Long> credited(Cluster cluster, String order) {
        long minor = cluster.database()
                .number("SELECT COALESCE(SUM(refunded_minor), 0) FROM payment WHERE order_ref = ?", order);
        return minor > 0 ? Optional.of(minor) : Optional.empty();
    }

    private static String buyer() {
        return "desk-" + UUID.randomUUID() + "@example.com";
    }

    private static Purchase bought(Cluster cluster, String buyer) {
        Purchase purchase = new Purchase(new Shopper(cluster.shop("arcade")), buyer);
        purchase.browse("stoneware-mug");
        purchase.addToCart(1);
        purchase.place();
        purchase.pay(Purchase.GOOD_CARD);
        purchase.confirmed();
        return purchase;
    }

    /** Its text. */
    private static String mail(Cluster cluster, String to, String subject) {
        JsonObject letter = Waiting.until(
                "a letter about " + subject,
                SOON,
                () -> cluster.gateway().mails(to).stream()
                        .filter(mail -> mail.get("subject").getAsString().contains(subject))
                        .findFirst());
        return letter.get("text").getAsString();
    }
}
