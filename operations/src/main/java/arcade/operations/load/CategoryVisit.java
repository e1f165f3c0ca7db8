package arcade.operations.load;

import java.util.Random;

/** One category page, straight from a node: what it costs to render. */
final class CategoryVisit implements Journey {
    private final Browser browser;
    private final String path;

    CategoryVisit(Browser browser, String path) {
        this.browser = browser;
        this.path = path;
    }

    @Override
    public void go(Random random) throws NoAnswer, InterruptedException {
        browser.forget();
        Reply reply = browser.get(path);
        if (reply.status() != 200) {
            browser.tally().error("page_" + reply.status());
        }
        if (reply.cookies()) {
            browser.tally().cookie();
        }
    }
}
