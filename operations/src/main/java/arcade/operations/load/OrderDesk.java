package arcade.operations.load;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Optional;

/** Waits for the payment of an order by the API, as every kind of shopper does to know that it was captured. */
final class OrderDesk {
    private static final int WAIT_SECONDS = 10;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final Browser browser;
    private final Recorder recorder;

    OrderDesk(Browser browser, Recorder recorder) {
        this.browser = browser;
        this.recorder = recorder;
    }

    static Call waiting(Call call) {
        return call.with("Prefer", "wait=" + WAIT_SECONDS);
    }

    /** As {@link #paid(JsonObject, String, Basket, long)}, of an order that only its address tells. */
    Optional<JsonObject> paid(String token, String checkoutKey, Basket basket, long placed)
            throws NoAnswer, InterruptedException {
        return paid(ask(token), checkoutKey, basket, placed);
    }

    /**
     * Asks until the order is paid or will not be.
     *
     * @param placed System.nanoTime() when it was placed
     * @return the paid order; empty when it was not paid, which is counted
     */
    Optional<JsonObject> paid(JsonObject known, String checkoutKey, Basket basket, long placed)
            throws NoAnswer, InterruptedException {
        JsonObject order = known;
        String token = known.get("token").getAsString();
        while (isOpen(order) && System.nanoTime() - placed < PATIENCE_NANOS) {
            order = ask(token);
        }
        if (!basket.isIn(order)) {
            browser.tally().cartLost();
        }
        if (!state(order).equals("PAID")) {
            browser.tally().error("unpaid_" + paymentState(order).toLowerCase(Locale.ROOT));
            return Optional.empty();
        }
        recorder.ok("pay", checkoutKey, order);
        browser.tally().checkout(System.nanoTime() - placed);
        return Optional.of(order);
    }

    /** The order once its payment is decided, or when patience is over. */
    JsonObject decided(JsonObject known) throws NoAnswer, InterruptedException {
        JsonObject order = known;
        long begun = System.nanoTime();
        while (isOpen(order) && System.nanoTime() - begun < PATIENCE_NANOS) {
            order = ask(known.get("token").getAsString());
        }
        return order;
    }

    private JsonObject ask(String token) throws NoAnswer, InterruptedException {
        Reply reply = browser.send(waiting(Call.get(browser.shop().at("/api/v1/orders/" + token))));
        if (reply.status() != 200) {
            throw browser.mishap("order_" + reply.status());
        }
        return browser.json(reply);
    }

    /** Its payment is still the till's matter. */
    private static boolean isOpen(JsonObject order) {
        return state(order).equals("PLACED")
                && switch (paymentState(order)) {
                    case "DECLINED", "CAPTURE_FAILED", "VOIDED", "EXPIRED", "ABANDONED" -> false;
                    default -> true;
                };
    }

    private static String state(JsonObject order) {
        return order.get("state").getAsString();
    }

    static String paymentState(JsonObject order) {
        return order.getAsJsonObject("payment").get("state").getAsString();
    }
}
