package arcade.operations.load;

import java.util.Random;

/** What the shoppers do. */
enum Mix {
    /** Three of ten only look, five buy by the API, two buy by the pages. */
    MIXED,
    /** Everyone buys by the API. */
    API,
    /** Everyone buys by the pages. */
    PAGES,
    /** Everyone only looks. */
    BROWSE,
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
    Journey journeys(Browser browser, Goods goods, Recorder recorder) {
        Journey looking = new Browsing(browser, goods);
        Journey api = new ApiPurchase(browser, goods, recorder);
        Journey pages = new PagePurchase(browser, goods, recorder);
        return switch (this) {
            case MIXED -> random -> one(random, looking, api, pages).go(random);
            case API -> api;
            case PAGES -> pages;
            case BROWSE -> looking;
            case CATEGORY, TAKEOVER, SESSIONS, PAYMENTS -> throw new IllegalStateException(this + " has no shoppers");
        };
    }

    private static Journey one(Random random, Journey looking, Journey api, Journey pages) {
        int draw = random.nextInt(TEN);
        return draw < LOOKING ? looking : draw < LOOKING + BY_PAGES ? pages : api;
    }
}
