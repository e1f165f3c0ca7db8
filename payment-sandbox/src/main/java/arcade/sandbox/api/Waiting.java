package arcade.sandbox.api;

import com.sun.net.httpserver.HttpExchange;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Exchanges that wait for something without a thread, at most {@value #MAX_WAITING} of them; more are cut off. */
public final class Waiting {
    static final int MAX_WAITING = 4096;

    private final Executor threads;
    private final Semaphore places = new Semaphore(MAX_WAITING);

    /** @param threads do what was waited for */
    public Waiting(Executor threads) {
        this.threads = threads;
    }

    /**
     * Goes on with an exchange after a while, at once when that is 0.
     *
     * @param dropped when it cannot wait and its connection is closed
     */
    void later(HttpExchange exchange, long millis, Runnable task, Runnable dropped) {
        if (millis == 0) {
            task.run();
        } else if (places.tryAcquire()) {
            Executor timer = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Runnable::run);
            timer.execute(() -> resume(exchange, task, dropped));
        } else {
            dropped.run();
            exchange.close();
        }
    }

    /** On the timer's one thread, which must not wait. */
    private void resume(HttpExchange exchange, Runnable task, Runnable dropped) {
        places.release();
        try {
            threads.execute(() -> guarded(exchange, task));
        } catch (RejectedExecutionException full) {
            dropped.run();
            exchange.close();
        }
    }

    private static void guarded(HttpExchange exchange, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException bug) {
            // No server stands behind this thread that would log it and let the client go.
            System.err.println("a waiting request failed: " + bug);
            bug.printStackTrace();
            exchange.close();
        }
    }
}
