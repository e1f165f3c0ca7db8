package arcade.operations.load;

import com.google.gson.JsonObject;
import java.util.Random;

/**
 * Somebody who takes his time: a cart on the pages, with its session, and one of the API, both looked at again and again. Each must
 * hold what was put in, and the session must be the one that was begun: the cart's cookie would bring the cart into a new one, and
 * hide that the grid has lost it.
 */
final class KeptCarts implements Journey {
    private static final int MOST_PIECES = 12;
    private static final String SESSION = "JSESSIONID";

    private final Browser browser;
    private final Goods goods;
    private PageCart page;
    private ApiCart api;
    private String session;
    private int pieces;

    KeptCarts(Browser browser, Goods goods) {
        this.browser = browser;
        this.goods = goods;
    }

    @Override
    public void go(Random random) throws NoAnswer, InterruptedException {
        if (page == null || api == null || pieces == MOST_PIECES) {
            begin(random);
        } else {
            look();
        }
        if (page != null && random.nextBoolean()) {
            add();
        }
    }

    private void add() throws NoAnswer, InterruptedException {
        PageCart mine = page;
        // Without an answer nobody knows whether the piece went in: then this cart is given up.
        page = null;
        pieces++;
        boolean held = mine.add(browser, goods, mine.sku());
        if (same("adding") && held) {
            page = mine;
        }
    }

    private void begin(Random random) throws NoAnswer, InterruptedException {
        browser.forget();
        page = null;
        pieces = 1;
        api = ApiCart.with(browser, goods.sku(random), 1);
        PageCart begun = PageCart.with(browser, goods, random);
        session = browser.cookie(SESSION).orElseThrow(() -> browser.mishap("no_session"));
        page = begun.held() ? begun : null;
    }

    private void look() throws NoAnswer, InterruptedException {
        boolean kept = page.isThere(browser) && same("looking");
        Reply reply = browser.get("/api/v1/carts/" + api.token());
        if (reply.status() != 200) {
            browser.tally().cartLost();
            throw browser.mishap("kept_cart_" + reply.status());
        }
        JsonObject cart = browser.json(reply);
        if (!api.basket().isIn(cart)) {
            browser.tally().cartLost();
            kept = false;
        }
        if (!kept) {
            // Counted once, and a new one is begun.
            page = null;
        }
    }

    private boolean same(String when) throws NoAnswer {
        boolean same = browser.cookie(SESSION).filter(session::equals).isPresent();
        if (!same) {
            page = null;
            throw browser.mishap("session_lost_" + when);
        }
        return same;
    }
}
