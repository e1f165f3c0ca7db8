package arcade.operations.load;

import com.google.gson.JsonObject;
import java.util.Optional;
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
        String body = CheckoutBody.token(cart.token(), cart.country(), CARD);
        Optional<JsonObject> placed =
                new Placing(browser, recorder).place(UUID.randomUUID().toString(), body, true);
        if (placed.isEmpty()) {
            return;
        }
        JsonObject order = placed.get();
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
