package arcade.system.harness;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The back office in a browser, with the first administrator in it. */
public final class Desk implements AutoCloseable {
    private static final int HEIGHT = 900;
    private static final int WIDTH = 1280;
    private static final String OWN_PASSWORD = "three brass hinges on a door";

    private final String address;
    private final Tab tab;

    private Desk(String address, Tab tab) {
        this.address = address;
        this.tab = tab;
    }

    /** Comes in for the first time: with the password that was made for him, one of his own, and the app that he sets up. */
    public static Desk firstSignIn(Cluster cluster, Chromium chromium, Checks checks)
            throws IOException, GeneralSecurityException {
        String address = "http://backoffice.arcade.localhost:"
                + cluster.machine("router").port("backoffice") + "/admin";
        Path first = cluster.home().resolve("secrets/backoffice.first.password");
        Tab tab = chromium.open(WIDTH, true);
        Page page = tab.page();
        page.navigate(address);
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
        return new Desk(address, tab);
    }

    public Tab tab() {
        return tab;
    }

    /** @param place such as {@code orders?q=grace} */
    public Page at(String place) {
        tab.page().navigate(address + "/" + place);
        return tab.page();
    }

    /** The page of the one order of this buyer. */
    public Page orderOf(String email) {
        Page page = at("orders?q=" + email);
        page.locator("a[href*='/admin/order?ref=']").first().click();
        assertThat(page.locator("h1")).containsText("Order");
        return page;
    }

    public void wide(int width) {
        tab.page().setViewportSize(width, HEIGHT);
    }

    /** Drags a drawing from a folder over a part of the page and lets it fall; while it hangs there, the part shows it. */
    public void drop(String place, Path drawing) throws IOException {
        Locator part = tab.page().locator(place);
        JSHandle dragged = tab.page()
                .evaluateHandle(
                        "([name, text]) => { const all = new DataTransfer();"
                                + " all.items.add(new File([text], name, { type: 'image/svg+xml' })); return all; }",
                        List.of(drawing.getFileName().toString(), Files.readString(drawing)));
        part.dispatchEvent("dragenter", Map.of("dataTransfer", dragged));
        part.dispatchEvent("dragover", Map.of("dataTransfer", dragged));
        assertThat(part).hasClass(Pattern.compile("\\bover\\b"));
        part.dispatchEvent("drop", Map.of("dataTransfer", dragged));
        assertThat(part).not().hasClass(Pattern.compile("\\bover\\b"));
    }

    /** Sends everything of the order that is open, and hears that it came. */
    public void send(String number) {
        Page page = tab.page();
        page.locator("[id$=':carrier']").fill("Post");
        page.locator("[id$=':number']").fill(number);
        page.locator("button[id$=':ship']").click();
        assertThat(page.getByText("The parcel is noted")).isVisible();
        page.getByText("Was delivered").click();
        assertThat(page.getByText("The delivery is noted")).isVisible();
    }

    @Override
    public void close() {
        tab.close();
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
