package arcade.operations.load;

import com.google.gson.JsonObject;
import java.util.UUID;

/** A cart that a client of the API has filled. */
record ApiCart(String token, String country, Basket basket) {

    /** @throws NoAnswer when the shop does not take the pieces; counted already */
    static ApiCart with(Browser browser, String sku, int pieces) throws NoAnswer, InterruptedException {
        JsonObject started = required(browser, post(browser, "/api/v1/carts", "{}"), 201);
        String token = started.get("token").getAsString();
        String line = "{\"sku\":\"" + sku + "\",\"quantity\":" + pieces + "}";
        JsonObject filled = required(browser, post(browser, "/api/v1/carts/" + token + "/lines", line), 200);
        Basket basket = new Basket();
        basket.add(sku, pieces);
        if (!basket.isIn(filled)) {
            browser.tally().cartLost();
        }
        return new ApiCart(token, filled.get("country").getAsString(), basket);
    }

    private static Reply post(Browser browser, String path, String body) throws NoAnswer, InterruptedException {
        return browser.send(
                Call.json(browser.shop().at(path), body, UUID.randomUUID().toString()));
    }

    private static JsonObject required(Browser browser, Reply reply, int status) throws NoAnswer {
        if (reply.status() != status) {
            throw browser.mishap("cart_" + reply.status());
        }
        return browser.json(reply);
    }
}
