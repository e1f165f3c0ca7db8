package arcade.till.payment;

import java.time.Duration;
import java.util.List;

/** When the gateway is asked what became of a call whose answer was lost. */
public final class AskSchedule {
    /** Counted from when it became unknown; after the last, each hour. */
    public static final List<Duration> ASK_AFTER = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofHours(1));

    private static final Duration LATER = Duration.ofHours(1);

    private AskSchedule() {}

    /**
     * From the last question, or from becoming unknown, to the next one.
     *
     * @param asked how often it was asked without an answer
     */
    public static Duration next(int asked) {
        if (asked >= ASK_AFTER.size()) {
            return LATER;
        }
        Duration before = asked == 0 ? Duration.ZERO : ASK_AFTER.get(asked - 1);
        return ASK_AFTER.get(asked).minus(before);
    }

    /** Whether the whole schedule went by without an answer, so that a human must look. */
    public static boolean isOver(int asked) {
        return asked >= ASK_AFTER.size();
    }
}
