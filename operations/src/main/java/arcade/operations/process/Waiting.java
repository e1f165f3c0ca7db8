package arcade.operations.process;

import arcade.operations.home.Failure;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Polling with a deadline. */
public final class Waiting {
    private static final Duration POLL = Duration.ofMillis(50);

    private Waiting() {}

    /** True as soon as the condition holds, false when the deadline has passed. */
    public static boolean until(Duration deadline, BooleanSupplier condition) {
        return until(deadline, POLL, condition);
    }

    /** @param poll time between two looks: longer where looking costs whoever is waited for */
    public static boolean until(Duration deadline, Duration poll, BooleanSupplier condition) {
        long end = System.nanoTime() + deadline.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(poll);
        }
        return true;
    }

    private static void pause(Duration poll) {
        try {
            Thread.sleep(poll.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", "run the command again", e);
        }
    }
}
