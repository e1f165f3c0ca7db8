package arcade.operations.load;

import com.google.gson.JsonObject;
import java.util.Optional;

/** Places an order by the API and writes down what was asked and told. */
record Placing(Browser browser, Recorder recorder) {
    private static final int CREATED = 201;

    /**
     * @param waits whether the answer may wait until the payment is decided
     * @return empty when the shop refused, which is counted
     */
    Optional<JsonObject> place(String key, String body, boolean waits) throws NoAnswer, InterruptedException {
        Call call = Call.json(browser.shop().at("/api/v1/checkouts"), body, key);
        recorder.invoke("place", key);
        Reply reply;
        try {
            reply = browser.send(waits ? OrderDesk.waiting(call) : call);
        } catch (NoAnswer e) {
            recorder.info("place", key);
            throw e;
        }
        if (reply.status() != CREATED) {
            recorder.fail("place", key);
            browser.tally().error("place_" + reply.status());
            return Optional.empty();
        }
        JsonObject order = browser.json(reply);
        recorder.ok("place", key, order);
        return Optional.of(order);
    }
}
