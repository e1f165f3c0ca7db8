package arcade.operations.cluster;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Steps that need nothing of each other, side by side. A step's failure is thrown where its result is awaited. */
final class Parallel implements AutoCloseable {
    private static final int MOST_STEPS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(MOST_STEPS, task -> {
        Thread thread = new Thread(task, "step");
        thread.setDaemon(true);
        return thread;
    });

    <T> Step<T> begin(Supplier<T> step) {
        return new Step<>(CompletableFuture.supplyAsync(step, threads));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** A step under way. */
    record Step<T>(CompletableFuture<T> future) {
        T await() {
            try {
                return future.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        }
    }
}
