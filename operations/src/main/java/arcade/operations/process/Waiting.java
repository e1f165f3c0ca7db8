package arcade.operations.process;

import arcade.operations.home.Failure;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Polling with a deadline. */
public final class Waiting {
    private static final long POLL_MILLIS = 50;

    private Waiting() {}

    /** True as soon as the condition holds, false when the deadline has passed. */
    public static boolean until(Duration deadline, BooleanSupplier condition) {
        long end = System.nanoTime() + deadline.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", "run the command again", e);
        }
    }
}
