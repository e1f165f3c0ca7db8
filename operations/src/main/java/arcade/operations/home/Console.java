package arcade.operations.home;

import java.time.Duration;
import java.util.Locale;

/** Lines for a person who waits: one per step of long work, with the seconds since the command began. */
public final class Console {
    private static final long BEGUN = System.nanoTime();

    private Console() {}

    public static void step(String text) {
        double seconds = Duration.ofNanos(System.nanoTime() - BEGUN).toMillis() / 1000.0;
        line(String.format(Locale.ROOT, "%6.1f s  %s", seconds, text));
    }

    public static void line(String text) {
        System.out.println(text);
        System.out.flush();
    }

    public static void error(String text) {
        System.err.println(text);
    }
}
