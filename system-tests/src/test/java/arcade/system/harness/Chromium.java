package arcade.system.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's own Chromium, driven by Playwright; each tab has a profile of its own. */
public final class Chromium implements AutoCloseable {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    /** It speaks to this machine alone. */
    static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP *.localhost 127.0.0.1");

    private static final int TIMEOUT_MILLIS = 45_000;
    private static final int HEIGHT = 900;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium launch() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        LaunchOptions options = new LaunchOptions()
                .setExecutablePath(program())
                .setHeadless(true)
                .setArgs(FLAGS);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    static Path program() {
        return PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no Chromium in " + PLACES + "; on Debian: apt-get install chromium"));
    }

    /** A fresh visitor's tab. */
    public Tab open(int width, boolean withScripts) {
        BrowserContext context = browser.newContext(new NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setJavaScriptEnabled(withScripts)
                // The admin console signed its certificate itself; all else is plain.
                .setIgnoreHTTPSErrors(true));
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        return new Tab(context.newPage(), withScripts);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
