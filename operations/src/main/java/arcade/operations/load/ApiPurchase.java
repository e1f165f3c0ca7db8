package arcade.operations.load;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** A client of the API buys one to three pieces of one article: cart, line, checkout with a card token, captured. */
final class ApiPurchase implements Journey {
    private static final int MOST_PIECES = 3;
    private static final String CARD = "pm_card_visa";

    private final Browser browser;
    private final Goods goods;
    private final Recorder recorder;
    private final String card;

    ApiPurchase(Browser browser, Goods goods, Recorder recorder) {
        this(browser, goods, recorder, CARD);
    }

    /** @param card the gateway's token of a payment method */
    ApiPurchase(Browser browser, Goods goods, Recorder recorder, String card) {
        this.browser = browser;
        this.goods = goods;
        this.recorder = recorder;
        this.card = card;
    }

    @Override
    public void go(Random random) throws NoAnswer, InterruptedException {
        buy(goods.sku(random), 1 + random.nextInt(MOST_PIECES));
    }

    /** @return the paid order; empty when the shop refused or it was not paid, which is counted */
    Optional<JsonObject> buy(String sku, int pieces) throws NoAnswer, InterruptedException {
        ApiCart cart = ApiCart.with(browser, sku, pieces);
        return place(cart.token(), cart.country(), cart.basket());
    }

    private Optional<JsonObject> place(String cart, String country, Basket basket)
            throws NoAnswer, InterruptedException {
        String key = UUID.randomUUID().toString();
        recorder.invoke("place", key);
        long placed = System.nanoTime();
        Reply reply;
        try {
            Call call = Call.json(browser.shop().at("/api/v1/checkouts"), CheckoutBody.token(cart, country, card), key);
            reply = browser.send(OrderDesk.waiting(call));
        } catch (NoAnswer e) {
            recorder.info("place", key);
            throw e;
        }
        if (reply.status() != 201) {
            recorder.fail("place", key);
            refused(reply, basket);
            return Optional.empty();
        }
        JsonObject order = browser.json(reply);
        recorder.ok("place", key, order);
        return new OrderDesk(browser, recorder).paid(order, key, basket, placed);
    }

    private void refused(Reply reply, Basket basket) throws NoAnswer {
        JsonElement named = browser.json(reply).get("type");
        String type = named == null ? "" : named.getAsString();
        if (reply.status() == 409 && (type.endsWith("not-enough") || type.endsWith("no-longer-available"))) {
            basket.skus().forEach(goods::soldOut);
            browser.tally().refusal("sold_out");
        } else {
            browser.tally().error("place_" + reply.status());
        }
    }
}
