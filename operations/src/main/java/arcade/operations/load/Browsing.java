package arcade.operations.load;

import java.util.Random;

/** Somebody who only looks: home, a category, a product, a search. Each must come without a cookie. */
final class Browsing implements Journey {
    private final Browser browser;
    private final Goods goods;

    Browsing(Browser browser, Goods goods) {
        this.browser = browser;
        this.goods = goods;
    }

    @Override
    public void go(Random random) throws NoAnswer, InterruptedException {
        browser.forget();
        look("/");
        look("/c/" + goods.category(random));
        look("/p/" + goods.handle(random));
        look("/search?q=" + Call.encoded(goods.word(random)));
    }

    private void look(String path) throws NoAnswer, InterruptedException {
        Reply reply = browser.get(path);
        if (reply.status() != 200) {
            browser.tally().error("page_" + reply.status());
        }
        if (reply.cookies()) {
            browser.tally().cookie();
        }
    }
}
