package arcade.operations.load;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jsoup.nodes.FormElement;

/**
 * A cart that a person has filled on the shop's pages.
 *
 * @param held whether the cart's page showed the first piece
 */
record PageCart(String sku, Basket basket, boolean held) {

    /** One piece of some article. @throws NoAnswer when the shop does not take it; counted already */
    static PageCart with(Browser browser, Goods goods, Random random) throws NoAnswer, InterruptedException {
        String sku = goods.sku(random);
        Basket basket = new Basket();
        boolean held = new PageCart(sku, basket, true).add(browser, goods, sku);
        return new PageCart(sku, basket, held);
    }

    /** One piece more of an article; a cart that does not hold what it should is counted as lost. */
    boolean add(Browser browser, Goods goods, String wanted) throws NoAnswer, InterruptedException {
        Reply product = expect(
                browser, browser.get("/p/" + goods.handleOf(wanted) + "?variant=" + Call.encoded(wanted)), "product");
        Form form = Form.to(product, "/cart/add").orElseThrow(() -> none(browser, goods, wanted, product));
        Reply cart = expect(browser, browser.submit(form.fill("sku", wanted).fill("quantity", "1")), "cart");
        basket.add(wanted, 1);
        return judge(browser, cart);
    }

    /** Whether the cart's page still shows what was put in; a lost one is counted. */
    boolean isThere(Browser browser) throws NoAnswer, InterruptedException {
        return judge(browser, expect(browser, browser.get("/cart"), "cart"));
    }

    /** The page of an article that went meanwhile says so in place of the form: that is no error. */
    private static NoAnswer none(Browser browser, Goods goods, String wanted, Reply product) {
        if (product.page().select("p.stock").isEmpty()) {
            return browser.mishap("no_add_form");
        }
        goods.soldOut(wanted);
        browser.tally().refusal("sold_out");
        return new NoAnswer("sold_out");
    }

    private boolean judge(Browser browser, Reply cart) {
        boolean kept = basket.is(lines(cart));
        if (!kept) {
            browser.tally().cartLost();
        }
        return kept;
    }

    /** What the cart's page says is in the cart: each line has a form that changes it. */
    private static Map<String, Long> lines(Reply cart) {
        Map<String, Long> lines = new TreeMap<>();
        for (FormElement form : cart.page().select("form[action^=/cart/change]").forms()) {
            String sku = form.select("[name=sku]").val();
            String quantity = form.select("[name=quantity]").val();
            if (quantity.matches("[0-9]{1,9}")) {
                lines.put(sku, Long.parseLong(quantity));
            }
        }
        return lines;
    }

    private static Reply expect(Browser browser, Reply reply, String page) throws NoAnswer {
        if (reply.status() != 200) {
            throw browser.mishap(page + "_" + reply.status());
        }
        return reply;
    }
}
