package arcade.operations.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long payments and refunds were UNKNOWN: from entering that state until it was left for good. */
final class UnknownTimes {
    private static final String PREFIX = "UNKNOWN_";
    private static final double MILLIS = 1000.0;

    /** Sent again is not known yet: the operation's own state in flight does not end the doubt. */
    private static final Map<String, String> SENT_AGAIN = Map.of(
            "UNKNOWN_AUTHORIZATION", "AUTHORIZING",
            "UNKNOWN_CAPTURE", "CAPTURING",
            "UNKNOWN_VOID", "VOIDING",
            "UNKNOWN_REFUND", "REFUNDING");

    private record Doubt(String state, Instant since) {}

    private UnknownTimes() {}

    /** @param steps in the order they were written; doubts that have not ended are left out: they are the matter of I9 */
    static List<Double> seconds(List<TillLog.Step> steps) {
        Map<Long, Doubt> open = new HashMap<>();
        List<Double> ended = new ArrayList<>();
        for (TillLog.Step step : steps) {
            Doubt doubt = open.get(step.payment());
            if (step.to().startsWith(PREFIX)) {
                open.putIfAbsent(step.payment(), new Doubt(step.to(), step.at()));
            } else if (doubt != null && !step.to().equals(SENT_AGAIN.get(doubt.state()))) {
                ended.add(Duration.between(doubt.since(), step.at()).toMillis() / MILLIS);
                open.remove(step.payment());
            }
        }
        return ended;
    }
}
