package arcade.system.harness;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One page of a browser, and everything the browser had to complain of while it was open. */
public final class Tab implements AutoCloseable {
    private final Page page;
    private final boolean scripts;
    private final List<String> complaints = new ArrayList<>();

    Tab(Page page, boolean scripts) {
        this.page = page;
        this.scripts = scripts;
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + " " + response.url());
            }
        });
    }

    public Page page() {
        return page;
    }

    /** Puts the article that is shown into the cart; where scripts run, the cart in short is then open over its page. */
    public void add() {
        page.locator("form[action^='/cart/add'] button").click();
        if (scripts) {
            assertThat(page.locator("dialog #over-title")).isFocused();
            Waiting.until("it stands still", () ->
                    (boolean) page.evaluate("document.querySelector('dialog').getAnimations().length === 0"));
        } else {
            page.waitForURL(Pattern.compile("/cart"));
        }
    }

    /** The same, and goes to the cart. */
    public void addAndGoToTheCart() {
        add();
        if (scripts) {
            page.locator("dialog a[href='/cart']").click();
            page.waitForURL(Pattern.compile("/cart$"));
        }
    }

    /** Errors and warnings of the console, a breach of the content security policy among them; and failed requests. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Keeps what is to be seen now, for people to look at. */
    public void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        page.context().close();
    }
}
