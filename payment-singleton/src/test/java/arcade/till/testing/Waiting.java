package arcade.till.testing;

import java.util.concurrent.TimeUnit;

/** Looks again and again until something is so. */
public final class Waiting {
    private static final long PATIENCE_SECONDS = 30;
    private static final long PAUSE_MILLIS = 20;

    public interface Condition {
        boolean holds() throws Exception;
    }

    private Waiting() {}

    public static void until(String what, Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE_SECONDS + " s: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }
}
