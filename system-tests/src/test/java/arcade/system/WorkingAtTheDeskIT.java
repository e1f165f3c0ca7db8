package arcade.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Checks;
import arcade.system.harness.Chromium;
import arcade.system.harness.Cluster;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Purchase;
import arcade.system.harness.Shopper;
import arcade.system.harness.Tab;
import arcade.system.harness.Waiting;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A day of the first administrator, in a real browser: he comes in, sends a parcel, and looks at every page. */
@OnTheCluster
@Order(17)
class WorkingAtTheDeskIT {
    private static final int DESK = 1280;
    private static final String OWN_PASSWORD = "three brass hinges on a door";

    @Test
    void whoIsLetInSendsAParcelAndTheBuyerIsTold(Cluster cluster) throws Exception {
        String buyer = "parcel-" + UUID.randomUUID() + "@example.com";
        Shopper shopper = new Shopper(cluster.shop("arcade"));
        Purchase purchase = new Purchase(shopper, buyer);
        purchase.browse("stoneware-mug");
        purchase.addToCart(1);
        purchase.place();
        purchase.pay(Purchase.GOOD_CARD);
        purchase.confirmed();
        String desk = "http://backoffice.arcade.localhost:"
                + cluster.machine("router").port("backoffice");
        Checks checks = new Checks(cluster, DESK, true);
        try (Chromium chromium = Chromium.launch();
                Tab tab = chromium.open(DESK, true)) {
            Page page = tab.page();
            comeIn(cluster, desk, tab, checks);
            for (String place : List.of(
                    "today",
                    "orders",
                    "payments",
                    "products",
                    "prices",
                    "stock",
                    "reports",
                    "stores",
                    "staff",
                    "log",
                    "cluster")) {
                page.navigate(desk + "/admin/" + place);
                checks.look(tab, "desk-" + place);
            }
            page.navigate(desk + "/admin/orders?q=" + buyer);
            page.locator("a[href*='/admin/order?ref=']").first().click();
            assertThat(page.locator("h1")).containsText("Order");
            checks.look(tab, "desk-order");
            page.locator("[id$=':carrier']").fill("Post");
            page.locator("[id$=':number']").fill("RR 1234");
            page.locator("button[id$=':ship']").click();
            assertThat(page.getByText("The parcel is noted")).isVisible();
            page.getByText("Was delivered").click();
            assertThat(page.getByText("The delivery is noted")).isVisible();
            checks.look(tab, "desk-order-sent");

            assertEquals(List.of(), tab.complaints());
        }
        checks.expectNothingFound();
        assertTrue(
                shopper.get("/orders/" + purchase.order()).expect(200).text().contains("Delivered"),
                "the buyer does not see it");
        JsonObject letter = Waiting.until(
                "the buyer is told",
                Duration.ofSeconds(60),
                () -> cluster.gateway().mails(buyer).stream()
                        .filter(mail -> mail.get("subject").getAsString().contains("on its way"))
                        .findFirst());
        assertTrue(letter.get("text").getAsString().contains("RR 1234"), letter::toString);
    }

    /** With the password that was made for him, a password of his own, and the app that he sets up. */
    private static void comeIn(Cluster cluster, String desk, Tab tab, Checks checks)
            throws IOException, GeneralSecurityException {
        Path first = cluster.home().resolve("secrets/backoffice.first.password");
        Page page = tab.page();
        page.navigate(desk + "/admin");
        checks.look(tab, "desk-sign-in");
        page.locator("#email").fill("admin@backoffice.arcade.localhost");
        page.locator("#password").fill(Files.readString(first).strip());
        page.locator("form[action='/admin/sign-in'] button").click();
        page.waitForURL(Pattern.compile("/admin/password"));
        page.locator("#present").fill(Files.readString(first).strip());
        page.locator("#next").fill(OWN_PASSWORD);
        page.locator("#again").fill(OWN_PASSWORD);
        page.locator("form[action='/admin/password'] button").click();
        page.waitForURL(Pattern.compile("/admin/enrol"));
        checks.look(tab, "desk-enrol");
        page.locator("#code").fill(code(page.locator("code.secret").innerText()));
        page.locator("form[action='/admin/enrol'] button").click();
        assertThat(page.locator("ul.codes li")).hasCount(10);
    }

    /** RFC 6238, as an app reckons it. */
    private static String code(String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
        byte[] sum = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                .putLong(Instant.now().getEpochSecond() / 30)
                .array());
        int number =
                ByteBuffer.wrap(sum, sum[sum.length - 1] & 0xf, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format("%06d", number % 1_000_000);
    }

    /** Base 32 of RFC 4648. */
    private static byte[] bytes(String secret) {
        String letters = secret.replaceAll("[^A-Z2-7]", "");
        ByteBuffer bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
        int held = 0;
        int bits = 0;
        for (char letter : letters.toCharArray()) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }
}
