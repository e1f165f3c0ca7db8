package arcade.operations.load;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

/**
 * The shoppers of a proof: seeded, through the router, all that they were told is recorded. A closed loop that is begun and
 * ended again and again; each begins its next journey only when the last one has ended.
 */
public final class ProofShoppers implements AutoCloseable {
    private static final long BREATH_NANOS = 200_000_000L;
    private static final long LAST_JOURNEY_SECONDS = 200;
    private static final int REST_MILLIS = 400;

    private final Shoppers shoppers;
    private final ClusterState cluster;
    private final Recorder recorder;
    private final Operator operator;
    private final long seed;
    private final List<Future<?>> running = new ArrayList<>();
    private ExecutorService threads;
    private volatile boolean open;
    private int crowds;

    /**
     * @param store its code
     * @param records where they write what they were told
     */
    public ProofShoppers(Home home, String store, Path records, long seed) {
        this.cluster = home.cluster();
        this.operator = new Operator(home);
        this.shoppers = new Shoppers(Target.of(cluster, cluster.door(), store));
        this.recorder = new Recorder(records);
        this.seed = seed;
    }

    /** Wishes of every kind, until {@link #end}. */
    public void begin(int count, Map<String, String> handleOfSku) {
        Goods goods = Goods.of(handleOfSku);
        begin(count, (browser, random) -> everyWish(browser, goods));
    }

    /** Only wishes that end on the gateway's page: those that a gateway's notice hurries. */
    public void beginByPages(int count, Map<String, String> handleOfSku) {
        Goods goods = Goods.of(handleOfSku);
        begin(count, (browser, random) -> new PagePurchase(browser, goods, recorder));
    }

    /** As {@link #begin}, without haste: wishes of every kind, and a third of the shoppers keep a cart on the pages and one of the API all the time. */
    public void beginWithKeptCarts(int count, Map<String, String> handleOfSku) {
        Goods goods = Goods.of(handleOfSku);
        AtomicInteger number = new AtomicInteger();
        begin(
                count,
                (browser, random) -> new Unhurried(
                        number.getAndIncrement() % 3 == 0 ? new KeptCarts(browser, goods) : everyWish(browser, goods),
                        REST_MILLIS));
    }

    /** Impatient ones who send everything several times, to several nodes. */
    public DoubleClicks beginDoubleClicks(int count, Map<String, String> handleOfSku) {
        Goods goods = Goods.of(handleOfSku);
        DoubleClicks clicks = new DoubleClicks(cluster, goods, recorder, shoppers);
        begin(count, (browser, random) -> clicks.journey(browser));
        return clicks;
    }

    /** Everybody wants the same few pieces; each goes home when there are none left. */
    public void beginLastPieces(int count, String sku, String handle) {
        begin(count, (browser, random) -> new LastPieces(browser, sku, handle, recorder));
    }

    private Journey everyWish(Browser browser, Goods goods) {
        return random ->
                Wish.any(random).journey(browser, goods, recorder, operator).go(random);
    }

    private void begin(int count, BiFunction<Browser, Random, Journey> journeys) {
        if (open) {
            throw new IllegalStateException("the shoppers are in the shop already");
        }
        open = true;
        crowds++;
        threads = Executors.newFixedThreadPool(count);
        for (int number = 0; number < count; number++) {
            Random random = new Random(seed * 31 + crowds * 1000L + number);
            Journey journey = journeys.apply(shoppers.browser(), random);
            running.add(threads.submit(() -> shop(journey, random)));
        }
    }

    /** Nobody begins another journey; returns when the last has ended. @return what went wrong with the shoppers themselves */
    public List<String> end() throws InterruptedException {
        if (!open) {
            return List.of();
        }
        open = false;
        threads.shutdown();
        List<String> mishaps = new ArrayList<>();
        if (!threads.awaitTermination(LAST_JOURNEY_SECONDS, TimeUnit.SECONDS)) {
            mishaps.add("shoppers did not come to an end within " + LAST_JOURNEY_SECONDS + " s");
            threads.shutdownNow();
        }
        for (Future<?> shopper : running) {
            try {
                if (shopper.isDone()) {
                    shopper.get();
                }
            } catch (ExecutionException e) {
                mishaps.add("a shopper stopped: " + e.getCause());
            }
        }
        running.clear();
        return mishaps;
    }

    /** True once every shopper has gone home by himself. */
    public boolean allHome() {
        return running.stream().allMatch(Future::isDone);
    }

    public long checkouts() {
        return shoppers.tally().get().checkouts();
    }

    public long requests() {
        return shoppers.tally().get().requests();
    }

    public long cartsLost() {
        return shoppers.tally().get().cartsLost();
    }

    /** Requests that were sent a second time. */
    public long retried() {
        return shoppers.tally().get().retried();
    }

    /** The longest time of an answer since the last call of this, in seconds. */
    public double takeSlowest() {
        return shoppers.tally().get().takeSlowest() / 1e9;
    }

    public Map<String, Long> errors() {
        return shoppers.tally().get().errors();
    }

    /** The first requests that failed, with their times. */
    public List<Failed> failures() {
        return shoppers.tally().get().failures();
    }

    public Map<String, Long> refused() {
        return shoppers.tally().get().refused();
    }

    @Override
    public void close() {
        open = false;
        if (threads != null) {
            threads.shutdownNow();
        }
        recorder.close();
    }

    private void shop(Journey journey, Random random) {
        try {
            while (open) {
                try {
                    journey.go(random);
                } catch (NoAnswer e) {
                    LockSupport.parkNanos(BREATH_NANOS);
                } catch (GoneHome e) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A shopper has nothing more to do here. */
    static final class GoneHome extends RuntimeException {
        GoneHome(String why) {
            super(why, null, false, false);
        }
    }
}
