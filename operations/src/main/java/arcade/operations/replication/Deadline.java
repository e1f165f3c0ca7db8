package arcade.operations.replication;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Something that is done unless it is cancelled before. */
final class Deadline {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "deadline");
        thread.setDaemon(true);
        return thread;
    });

    Deadline(Duration after, Runnable otherwise) {
        clock.schedule(otherwise, after.toMillis(), TimeUnit.MILLISECONDS);
    }

    void cancel() {
        clock.shutdownNow();
    }
}
