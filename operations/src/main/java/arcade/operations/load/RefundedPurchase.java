package arcade.operations.load;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Buys, and gets the money back: in one piece or in two, and the operator's button is pressed twice. */
final class RefundedPurchase implements Journey {
    private static final int CREATED = 201;

    private final Browser browser;
    private final Goods goods;
    private final Recorder recorder;
    private final Operator operator;

    RefundedPurchase(Browser browser, Goods goods, Recorder recorder, Operator operator) {
        this.browser = browser;
        this.goods = goods;
        this.recorder = recorder;
        this.operator = operator;
    }

    @Override
    public void go(Random random) throws NoAnswer, InterruptedException {
        Optional<JsonObject> paid = new ApiPurchase(browser, goods, recorder).buy(goods.sku(random), 1);
        if (paid.isEmpty()) {
            return;
        }
        String order = paid.get().get("token").getAsString();
        if (random.nextBoolean()) {
            long part = paid.get().get("totalMinor").getAsLong() / 2;
            twice(order, part, random);
        }
        twice(order, null, random);
    }

    private void twice(String order, Long amountMinor, Random random) throws InterruptedException {
        String key = UUID.randomUUID().toString();
        int first = operator.refund(order, amountMinor, key, random);
        operator.refund(order, amountMinor, key, random);
        if (first == CREATED) {
            browser.tally().refusal("refunded");
        } else {
            browser.tally().error("refund_" + first);
        }
    }
}
