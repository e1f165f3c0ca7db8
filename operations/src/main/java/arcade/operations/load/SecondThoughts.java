package arcade.operations.load;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A client of the API that changes its mind about an order that is not paid: another card after a declined one, or none at all. */
final class SecondThoughts implements Journey {
    private static final String DECLINED = "pm_card_chargeDeclined";
    private static final int MOST_DWELL_MILLIS = 1500;
    private static final int TAKEN = 202;
    private static final int TOO_LATE = 409;

    private final Browser browser;
    private final Goods goods;
    private final Recorder recorder;
    private final boolean cancels;

    /** @param cancels rather than pays with another card */
    SecondThoughts(Browser browser, Goods goods, Recorder recorder, boolean cancels) {
        this.browser = browser;
        this.goods = goods;
        this.recorder = recorder;
        this.cancels = cancels;
    }

    @Override
    public void go(Random random) throws NoAnswer, InterruptedException {
        ApiCart cart = ApiCart.with(browser, goods.sku(random), 1);
        String body = cancels && random.nextBoolean()
                ? CheckoutBody.hosted(cart.token(), cart.country())
                : CheckoutBody.token(cart.token(), cart.country(), cancels ? "pm_card_visa" : DECLINED);
        String key = UUID.randomUUID().toString();
        Optional<JsonObject> order = new Placing(browser, recorder).place(key, body, !cancels);
        if (order.isPresent() && cancels) {
            cancel(order.get(), random);
        } else if (order.isPresent()) {
            payOtherwise(order.get(), key, cart.basket());
        }
    }

    private void payOtherwise(JsonObject order, String key, Basket basket) throws NoAnswer, InterruptedException {
        JsonObject decided = new OrderDesk(browser, recorder).decided(order);
        if (!OrderDesk.paymentState(decided).equals("DECLINED")) {
            browser.tally().error("not_declined_but_" + OrderDesk.paymentState(decided));
            return;
        }
        long asked = System.nanoTime();
        String token = order.get("token").getAsString();
        Reply tried = post(token, "payment", "{\"method\":\"token\",\"token\":\"pm_card_visa\"}", true);
        if (tried.status() == TAKEN) {
            new OrderDesk(browser, recorder).paid(token, key, basket, asked);
        } else {
            browser.tally().error("another_card_" + tried.status());
        }
    }

    /** At any moment: before the gateway knows of it, while the money is on its way, or when it is taken. */
    private void cancel(JsonObject order, Random random) throws NoAnswer, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_DWELL_MILLIS));
        String token = order.get("token").getAsString();
        int status = post(token, "cancel", "{}", false).status();
        switch (status) {
            case TAKEN -> browser.tally().refusal("cancelled");
            case TOO_LATE -> browser.tally().refusal("too_late_to_cancel");
            default -> browser.tally().error("cancel_" + status);
        }
    }

    private Reply post(String order, String what, String body, boolean waits) throws NoAnswer, InterruptedException {
        Call call = Call.json(
                browser.shop().at("/api/v1/orders/" + order + "/" + what),
                body,
                UUID.randomUUID().toString());
        return browser.send(waits ? OrderDesk.waiting(call) : call);
    }
}
