package arcade.operations.prove;

import arcade.operations.gateway.GatewayFaults;
import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Home;
import arcade.operations.load.ProofShoppers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Where a promise is proved: the cluster, the shoppers, and what is written down.
 *
 * @param goods articles that never run out: SKU → handle
 * @param shopperCount how many shoppers at once
 * @param random seeded; not for several threads
 * @param records what the shoppers were told
 */
record Scene(
        Home home,
        ClusterState cluster,
        Nodes nodes,
        ProofShoppers shoppers,
        Map<String, String> goods,
        int shopperCount,
        TillLog log,
        GatewayFaults gateway,
        Timeline timeline,
        Random random,
        Path records) {
    private static final Duration PAYMENTS_FLOW_WITHIN = Duration.ofSeconds(120);
    private static final long POLL_MILLIS = 100;

    void say(String text) {
        Console.step(text);
    }

    /** Shoppers with every kind of wish come in; returns when the first payment after that is captured. */
    void openDoors() throws InterruptedException {
        openDoors(shopperCount);
    }

    void openDoors(int count) throws InterruptedException {
        shoppers.begin(count, goods);
        awaitCapture();
    }

    /** @throws arcade.operations.home.Failure when no payment is captured */
    void awaitCapture() throws InterruptedException {
        long seq = log.lastSeq();
        if (await(PAYMENTS_FLOW_WITHIN, () -> log.firstCapture(seq, 0)).isEmpty()) {
            throw new arcade.operations.home.Failure(
                    "no payment was captured within " + PAYMENTS_FLOW_WITHIN.toSeconds() + " s, nothing being broken",
                    "see './arcade status'; shoppers saw " + shoppers.errors());
        }
    }

    /** Who is the till now, if its node serves. */
    Optional<TillLog.Lease> till() {
        return log.lease().filter(TillLog.Lease::alive);
    }

    /** Looks again and again until there is something, or time is over. */
    static <T> Optional<T> await(Duration bound, java.util.function.Supplier<Optional<T>> look)
            throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        Optional<T> seen = look.get();
        while (seen.isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            seen = look.get();
        }
        return seen;
    }

    static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
