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

    ApiPurchase(Browser browser, Goods goods, Recorder recorder) {
        this.browser = browser;
        this.goods = goods;
        this.recorder = recorder;
    }

    @Override
    public void go(Random random) throws NoAnswer, InterruptedException {
        buy(goods.sku(random), 1 + random.nextInt(MOST_PIECES));
    }

    /** @return the paid order; empty when the shop refused or it was not paid, which is counted */
    Optional<JsonObject> buy(String sku, int pieces) throws NoAnswer, InterruptedException {
        Basket basket = new Basket();
        JsonObject started = required(post("/api/v1/carts", "{}"), 201);
        String cart = started.get("token").getAsString();
        String line = "{\"sku\":\"" + sku + "\",\"quantity\":" + pieces + "}";
        JsonObject filled = required(post("/api/v1/carts/" + cart + "/lines", line), 200);
        basket.add(sku, pieces);
        if (!basket.isIn(filled)) {
            browser.tally().cartLost();
        }
        return place(cart, filled.get("country").getAsString(), basket);
    }

    private Optional<JsonObject> place(String cart, String country, Basket basket)
            throws NoAnswer, InterruptedException {
        String key = UUID.randomUUID().toString();
        recorder.invoke("place", key);
        long placed = System.nanoTime();
        Reply reply;
        try {
            Call call = Call.json(browser.shop().at("/api/v1/checkouts"), checkout(cart, country), key);
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

    private Reply post(String path, String body) throws NoAnswer, InterruptedException {
        return browser.send(
                Call.json(browser.shop().at(path), body, UUID.randomUUID().toString()));
    }

    private JsonObject required(Reply reply, int status) throws NoAnswer {
        if (reply.status() != status) {
            throw browser.mishap("cart_" + reply.status());
        }
        return browser.json(reply);
    }

    private static String checkout(String cart, String country) {
        JsonObject address = new JsonObject();
        address.addProperty("line1", "1 Harbour Street");
        address.addProperty("postalCode", "10115");
        address.addProperty("city", "Port");
        address.addProperty("country", country);
        JsonObject payment = new JsonObject();
        payment.addProperty("method", "token");
        payment.addProperty("token", CARD);
        JsonObject body = new JsonObject();
        body.addProperty("cart", cart);
        body.addProperty("email", "shopper@example.com");
        body.addProperty("name", "Sam Shopper");
        body.add("address", address);
        body.add("payment", payment);
        return body.toString();
    }
}
