package arcade.operations.load;

import java.util.Random;
import java.util.function.Supplier;

/** What the shoppers do. */
enum Mix {
    /** Three of ten look, one of these at the carts he keeps, five buy by the API, two buy by the pages. */
    MIXED,
    /** Everyone buys by the API. */
    API,
    /** Everyone buys by the pages. */
    PAGES,
    /** Everyone only looks. */
    BROWSE,
    /** Everyone keeps a cart on the pages and one of the API, and looks at them again and again. */
    CARTS,
    /** One category page, straight from a node, again and again. */
    CATEGORY,
    /** The till is killed, somebody buys: how long until the next payment is captured. */
    TAKEOVER,
    /** So many visitors with a cart at one node, and what it needs then. */
    SESSIONS,
    /** Orders written straight into the database, all at once: how many the till captures in a second. */
    PAYMENTS;

    private static final int TEN = 10;
    private static final int LOOKING = 3;
    private static final int BY_PAGES = 2;

    /** The journeys of one shopper. */
    Journey journeys(Supplier<Browser> browsers, Goods goods, Recorder recorder) {
        Browser browser = browsers.get();
        // Its cookies stay while the other one begins anew.
        Browser returning = browsers.get();
        Journey looking = new Browsing(browser, goods);
        Journey api = new ApiPurchase(browser, goods, recorder);
        Journey pages = new PagePurchase(browser, goods, recorder);
        Journey keeping = new KeptCarts(returning, goods);
        return switch (this) {
            case MIXED -> random -> one(random, looking, keeping, api, pages).go(random);
            case API -> api;
            case PAGES -> pages;
            case BROWSE -> looking;
            case CARTS -> keeping;
            case CATEGORY, TAKEOVER, SESSIONS, PAYMENTS -> throw new IllegalStateException(this + " has no shoppers");
        };
    }

    private static Journey one(Random random, Journey looking, Journey keeping, Journey api, Journey pages) {
        int draw = random.nextInt(TEN);
        if (draw == 0) {
            return keeping;
        }
        return draw < LOOKING ? looking : draw < LOOKING + BY_PAGES ? pages : api;
    }
}
