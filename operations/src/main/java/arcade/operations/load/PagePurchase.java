package arcade.operations.load;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person without JavaScript buys by the pages, and pays on the gateway's own. */
final class PagePurchase implements Journey {
    private static final int SHOWN_AGAIN = 422;
    private static final Pattern ORDER = Pattern.compile("/orders/([A-Za-z0-9]{26})");
    static final List<String> CARDS = List.of("4242424242424242");
    private static final Pattern BANK = Pattern.compile("/authenticate/.*");

    /** The page looks again each second by itself; this shopper is a little quicker. */
    private static final long LOOK_AGAIN_MILLIS = 250;

    private static final int MOST_LOOKS = 240;

    private final Browser browser;
    private final Goods goods;
    private final Recorder recorder;
    private final List<String> cards;
    private final Button button;

    /** Presses the order button; the answer is the page it leads to. */
    @FunctionalInterface
    interface Button {
        Reply press(Browser browser, Form desk) throws NoAnswer, InterruptedException;
    }

    PagePurchase(Browser browser, Goods goods, Recorder recorder) {
        this(browser, goods, recorder, CARDS);
    }

    /** @param cards numbers, tried one after the other until one pays; none: the shopper leaves without paying */
    PagePurchase(Browser browser, Goods goods, Recorder recorder, List<String> cards) {
        this(browser, goods, recorder, cards, Browser::submit);
    }

    /** @param button how the order button is pressed */
    PagePurchase(Browser browser, Goods goods, Recorder recorder, List<String> cards, Button button) {
        this.browser = browser;
        this.goods = goods;
        this.recorder = recorder;
        this.cards = List.copyOf(cards);
        this.button = button;
    }

    @Override
    public void go(Random random) throws NoAnswer, InterruptedException {
        browser.forget();
        expect(browser.get("/"), "home");
        PageCart cart = PageCart.with(browser, goods, random);
        if (!cart.held()) {
            return;
        }
        Reply checkout = expect(browser.get("/checkout"), "checkout");
        Optional<Form> desk = Form.to(checkout, "/checkout");
        if (desk.isEmpty()) {
            // The cart's page instead: the pieces went while this shopper was looking.
            goods.soldOut(cart.sku());
            browser.tally().refusal("sold_out");
            return;
        }
        place(desk.get(), cart.basket());
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
            paying = button.press(browser, desk);
            if (isSoldOut(paying)) {
                recorder.fail("place", key);
                basket.skus().forEach(goods::soldOut);
                browser.tally().refusal("sold_out");
                return;
            }
            expect(paying, "pay");
        } catch (NoAnswer e) {
            recorder.info("place", key);
            throw e;
        }
        String order = orderOf(paying);
        Reply gateway = gateway(paying, order);
        if (cards.isEmpty()) {
            browser.tally().refusal("left_at_the_gateway");
            return;
        }
        for (String number : cards) {
            gateway = pay(gateway, number);
        }
        expect(gateway, "confirmation");
        new OrderDesk(browser, recorder).paid(order, key, basket, placed);
    }

    /** The checkout once more, with a button to take what is left; or, of a release before, the cart. */
    private static boolean isSoldOut(Reply answer) {
        return answer.uri().getPath().equals("/cart")
                || answer.status() == SHOWN_AGAIN
                        && !answer.page().select("button[name=fit]").isEmpty();
    }

    /** One card on the gateway's page, and the bank's question where it asks one. */
    private Reply pay(Reply gateway, String number) throws NoAnswer, InterruptedException {
        Reply answer = browser.submit(card(gateway, number));
        if (!BANK.matcher(answer.uri().getPath()).matches()) {
            return answer;
        }
        Form question = Form.any(answer).orElseThrow(() -> browser.mishap("no_bank_form"));
        return browser.submit(question.fill("answer", "complete"));
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

    private Form card(Reply gateway, String number) throws NoAnswer {
        return Form.any(gateway)
                .orElseThrow(() -> browser.mishap("no_card_form"))
                .fill("number", number)
                .fill("expiry", "12 / 40")
                .fill("cvc", "123");
    }

    private String orderOf(Reply page) throws NoAnswer {
        return orderIn(page.uri()).orElseThrow(() -> browser.mishap("no_order_page"));
    }

    /** The order that a page's address names. */
    static Optional<String> orderIn(URI page) {
        Matcher order = ORDER.matcher(page.getPath());
        return order.find() ? Optional.of(order.group(1)) : Optional.empty();
    }

    private Reply expect(Reply reply, String page) throws NoAnswer {
        if (reply.status() != 200) {
            throw browser.mishap(page + "_" + reply.status());
        }
        return reply;
    }
}
