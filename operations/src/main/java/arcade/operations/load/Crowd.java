package arcade.operations.load;

import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A bounded number of shoppers, each doing one journey after the other until the time is over, then finishing the one
 * he is on. A closed loop: a slow shop gets fewer requests, not a queue.
 */
final class Crowd {
    private static final long SECOND_NANOS = 1_000_000_000L;

    /** After a mishap a shopper takes breath, so that a dead shop is not asked thousands of times a second. */
    private static final long BREATH_NANOS = 100_000_000L;

    private static final long LAST_JOURNEY_SECONDS = 180;

    private final AtomicReference<Tally> tally;
    private final CpuMeter cpu;
    private final boolean quiet;
    private final BooleanSupplier wanted;
    private volatile boolean open = true;

    /**
     * @param quiet print no progress
     * @param wanted looked at each second: false ends the run before its time
     */
    Crowd(AtomicReference<Tally> tally, CpuMeter cpu, boolean quiet, BooleanSupplier wanted) {
        this.tally = tally;
        this.cpu = cpu;
        this.quiet = quiet;
        this.wanted = wanted;
    }

    /** @return how long was counted: from the end of the warm-up to the end of the last journey */
    Duration run(LoadPlan plan, Supplier<Journey> journeys) throws InterruptedException {
        ExecutorService shoppers = Executors.newFixedThreadPool(plan.shoppers());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < plan.shoppers(); number++) {
                Random random = new Random(number);
                Journey journey = journeys.get();
                running.add(shoppers.submit(() -> shop(journey, random)));
            }
            watch("warm-up", plan.warmupSeconds());
            tally.set(new Tally());
            cpu.begin();
            long begun = System.nanoTime();
            watch("load", plan.seconds());
            open = false;
            shoppers.shutdown();
            finish(shoppers, running);
            cpu.look();
            return Duration.ofNanos(System.nanoTime() - begun);
        } finally {
            open = false;
            shoppers.shutdownNow();
        }
    }

    private void shop(Journey journey, Random random) {
        try {
            while (open) {
                try {
                    journey.go(random);
                } catch (NoAnswer e) {
                    LockSupport.parkNanos(BREATH_NANOS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(String what, int seconds) throws InterruptedException {
        long begun = System.nanoTime();
        for (int second = 1; second <= seconds && wanted.getAsBoolean(); second++) {
            long left = begun + second * SECOND_NANOS - System.nanoTime();
            TimeUnit.NANOSECONDS.sleep(Math.max(0, left));
            cpu.look();
            if (!quiet) {
                Tally now = tally.get();
                Console.step(String.format(
                        Locale.ROOT,
                        "%s %d of %d s: %d requests, %d checkouts, %d errors, %d retried",
                        what,
                        second,
                        seconds,
                        now.requests(),
                        now.checkouts(),
                        now.errorCount(),
                        now.retried()));
            }
        }
    }

    private static void finish(ExecutorService shoppers, List<Future<?>> running) throws InterruptedException {
        if (!shoppers.awaitTermination(LAST_JOURNEY_SECONDS, TimeUnit.SECONDS)) {
            throw new Failure(
                    "shoppers did not come to an end within " + LAST_JOURNEY_SECONDS + " s",
                    "see './arcade status': the shop hangs");
        }
        for (Future<?> shopper : running) {
            try {
                shopper.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a shopper stopped: " + e.getCause(), e.getCause());
            }
        }
    }
}
