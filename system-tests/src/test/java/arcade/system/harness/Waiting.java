package arcade.system.harness;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks again and again until something is so. The deadlines are for slow machines; nothing waits longer than it must. */
public final class Waiting {
    private static final Duration USUALLY = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private Waiting() {}

    public static void until(String what, BooleanSupplier so) {
        until(what, USUALLY, so);
    }

    /** @throws AssertionError when it is not so in time */
    public static void until(String what, Duration limit, BooleanSupplier so) {
        until(what, limit, () -> so.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** The first answer there is. */
    public static <T> T until(String what, Duration limit, Supplier<Optional<T>> answer) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            boolean last = System.nanoTime() > deadline;
            Optional<T> found = answer.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (last) {
                throw new AssertionError("not within " + limit.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** As long as a page asks its reader to wait. */
    static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
