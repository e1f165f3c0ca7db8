package arcade.operations.catalogue;

import arcade.operations.home.Console;
import java.util.function.BiConsumer;

/** Prints how far an import got: the first and the last, and between them a line a second. */
final class Progress implements BiConsumer<Integer, Integer> {
    private static final long EVERY_NANOS = 1_000_000_000L;

    private final String what;
    private boolean printed;
    private long lastNanos;

    Progress(String what) {
        this.what = what;
    }

    @Override
    public void accept(Integer done, Integer total) {
        long now = System.nanoTime();
        if (!printed || done.equals(total) || now - lastNanos >= EVERY_NANOS) {
            printed = true;
            lastNanos = now;
            Console.step(what + ": " + done + " of " + total + " products");
        }
    }
}
