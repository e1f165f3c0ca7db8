package arcade.operations.load;

import com.google.gson.JsonObject;
import java.util.Random;
import java.util.UUID;

/** A client of the API whose card is declined: it is told so, and never that it has paid. */
final class DeclinedPurchase implements Journey {
    private static final String CARD = "pm_card_chargeDeclined";

    private final Browser browser;
    private final Goods goods;
    private final Recorder recorder;

    DeclinedPurchase(Browser browser, Goods goods, Recorder recorder) {
        this.browser = browser;
        this.goods = goods;
        this.recorder = recorder;
    }

    @Override
    public void go(Random random) throws NoAnswer, InterruptedException {
        ApiCart cart = ApiCart.with(browser, goods.sku(random), 1);
        String key = UUID.randomUUID().toString();
        recorder.invoke("place", key);
        Reply reply;
        try {
            reply = browser.send(OrderDesk.waiting(Call.json(
                    browser.shop().at("/api/v1/checkouts"),
                    CheckoutBody.token(cart.token(), cart.country(), CARD),
                    key)));
        } catch (NoAnswer e) {
            recorder.info("place", key);
            throw e;
        }
        if (reply.status() != 201) {
            recorder.fail("place", key);
            browser.tally().error("place_" + reply.status());
            return;
        }
        JsonObject order = browser.json(reply);
        recorder.ok("place", key, order);
        if (new OrderDesk(browser, recorder)
                .decided(order)
                .get("state")
                .getAsString()
                .equals("PAID")) {
            browser.tally().error("paid_with_a_declined_card");
        } else {
            browser.tally().refusal("declined");
        }
    }
}
