package arcade.operations.load;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.FormElement;

/** A person without JavaScript buys by the pages, and pays on the gateway's own. */
final class PagePurchase implements Journey {
    private static final Pattern ORDER = Pattern.compile("/orders/([A-Za-z0-9]{26})");
    private static final String CARD = "4242424242424242";

    /** The page looks again each second by itself; this shopper is a little quicker. */
    private static final long LOOK_AGAIN_MILLIS = 250;

    private static final int MOST_LOOKS = 240;

    private final Browser browser;
    private final Goods goods;
    private final Recorder recorder;

    PagePurchase(Browser browser, Goods goods, Recorder recorder) {
        this.browser = browser;
        this.goods = goods;
        this.recorder = recorder;
    }

    @Override
    public void go(Random random) throws NoAnswer, InterruptedException {
        browser.forget();
        expect(browser.get("/"), "home");
        String sku = goods.sku(random);
        Reply product = expect(browser.get("/p/" + goods.handleOf(sku) + "?variant=" + Call.encoded(sku)), "product");
        Basket basket = new Basket();
        Reply cart = expect(
                browser.submit(
                        form(product, "/cart/add", "add").fill("sku", sku).fill("quantity", "1")),
                "cart");
        basket.add(sku, 1);
        if (!basket.is(lines(cart))) {
            browser.tally().cartLost();
            return;
        }
        Reply checkout = expect(browser.get("/checkout"), "checkout");
        Optional<Form> desk = Form.to(checkout, "/checkout");
        if (desk.isEmpty()) {
            // The cart's page instead: the pieces went while this shopper was looking.
            goods.soldOut(sku);
            browser.tally().refusal("sold_out");
            return;
        }
        place(desk.get(), basket);
    }

    private void place(Form desk, Basket basket) throws NoAnswer, InterruptedException {
        desk.fill("email", "shopper@example.com")
                .fill("name", "Sam Shopper")
                .fill("line1", "1 Harbour Street")
                .fill("postalCode", "10115")
                .fill("city", "Port");
        String key = desk.query("key");
        recorder.invoke("place", key);
        long placed = System.nanoTime();
        Reply paying;
        try {
            paying = expect(browser.submit(desk), "pay");
        } catch (NoAnswer e) {
            recorder.info("place", key);
            throw e;
        }
        if (paying.uri().getPath().equals("/cart")) {
            recorder.fail("place", key);
            basket.skus().forEach(goods::soldOut);
            browser.tally().refusal("sold_out");
            return;
        }
        String order = orderOf(paying);
        expect(browser.submit(card(gateway(paying, order))), "confirmation");
        new OrderDesk(browser, recorder).paid(order, key, basket, placed);
    }

    /** The gateway's page, as soon as the shop's page leads there; till then that page is looked at again. */
    private Reply gateway(Reply first, String order) throws NoAnswer, InterruptedException {
        Reply paying = first;
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            Optional<URI> away = paying.page().select("main a[href], a.button[href]").stream()
                    .map(link -> browser.shop().resolve(first.uri(), link.attr("href")))
                    .filter(uri -> !browser.shop().holds(uri))
                    .findFirst();
            if (away.isPresent()) {
                return expect(browser.go(away.get()), "gateway");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            paying = expect(browser.get("/orders/" + order + "/pay"), "pay");
        }
        throw browser.mishap("no_payment_page");
    }

    private Form card(Reply gateway) throws NoAnswer {
        return Form.any(gateway)
                .orElseThrow(() -> browser.mishap("no_card_form"))
                .fill("number", CARD)
                .fill("expiry", "12 / 40")
                .fill("cvc", "123");
    }

    private String orderOf(Reply page) throws NoAnswer {
        Matcher order = ORDER.matcher(page.uri().getPath());
        if (!order.find()) {
            throw browser.mishap("no_order_page");
        }
        return order.group(1);
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

    private Form form(Reply page, String action, String what) throws NoAnswer {
        return Form.to(page, action).orElseThrow(() -> browser.mishap("no_" + what + "_form"));
    }

    private Reply expect(Reply reply, String page) throws NoAnswer {
        if (reply.status() != 200) {
            throw browser.mishap(page + "_" + reply.status());
        }
        return reply;
    }
}
