package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Answer;
import arcade.system.harness.Api;
import arcade.system.harness.Audit;
import arcade.system.harness.Cluster;
import arcade.system.harness.Machine;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Outcome;
import arcade.system.harness.Waiting;
import com.google.gson.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The till's node dies or stands still while money is on its way: another takes over, nobody is charged twice. */
@OnTheCluster
@Order(70)
class TillKilledIT {
    private static final int BUYERS = 6;
    private static final int ORDERS_EACH = 5;
    private static final int KILL_AFTER = 8;
    private static final Duration PAID_WITHIN = Duration.ofSeconds(30);

    @Test
    void inFlightPaymentsAreCapturedByTheNextTill(Cluster cluster) throws InterruptedException {
        cluster.whole();
        Machine till = awaitTill(cluster);
        long epoch = cluster.database().epoch();

        List<String> orders = killWhileTheyBuy(cluster, till);

        Api api = new Api(cluster.shop("arcade"));
        for (String order : orders) {
            api.awaitOrder(order, "PAID", PAID_WITHIN);
            assertEquals(1, cluster.gateway().captures(order), order);
        }
        assertEquals(BUYERS * ORDERS_EACH, new HashSet<>(orders).size());
        assertNotEquals(till.name(), awaitTill(cluster).name());
        assertTrue(cluster.database().epoch() > epoch, "nobody took over");
        Audit.of(cluster).expectClean();
    }

    @Test
    void statusTellsTheNextHolder(Cluster cluster) {
        cluster.whole();
        Machine till = awaitTill(cluster);
        long epoch = cluster.database().epoch();

        cluster.arcade("kill", "till").expect(0);

        JsonObject next = Waiting.until("status tells another holder", Duration.ofSeconds(60), () -> {
            JsonObject told = cluster.status().getAsJsonObject("till");
            boolean other = !told.get("holder").isJsonNull()
                    && !told.get("holder").getAsString().equals(till.name());
            return other ? Optional.of(told) : Optional.empty();
        });
        assertTrue(next.get("epoch").getAsLong() > epoch, () -> "the epoch did not rise: " + next);
        assertTrue(!till.alive(), "it was not killed");
    }

    @Test
    void aPausedTillIsReplacedAndWritesNothingWhenItWakes(Cluster cluster) {
        cluster.whole();
        Machine till = awaitTill(cluster);
        Api api = new Api(cluster.shop("arcade"));
        String before = place(api, Api.key(), api.cart("MUG-OAT", 1));

        CompletableFuture<Outcome> pause =
                CompletableFuture.supplyAsync(() -> cluster.arcade("pause", "till", "--seconds", "15"));
        Waiting.until(
                "another till",
                PAID_WITHIN,
                () -> cluster.till().filter(next -> !next.name().equals(till.name())));
        String during = place(api, Api.key(), patiently(() -> Optional.of(api.cart("MUG-OAT", 1))));

        api.awaitOrder(before, "PAID", PAID_WITHIN);
        api.awaitOrder(during, "PAID", PAID_WITHIN);
        pause.join().expect(0);
        assertTrue(till.alive(), "a pause ends nobody");
        Waiting.until("the paused node answers again", Duration.ofSeconds(60), () -> cluster.usableNodes() == 3);
        assertEquals(1, cluster.gateway().captures(before));
        assertEquals(1, cluster.gateway().captures(during));
        Audit.of(cluster).expectClean();
    }

    private static List<String> killWhileTheyBuy(Cluster cluster, Machine till) throws InterruptedException {
        CountDownLatch placed = new CountDownLatch(KILL_AFTER);
        ExecutorService buyers = Executors.newFixedThreadPool(BUYERS);
        try {
            List<CompletableFuture<List<String>>> shopping = new ArrayList<>();
            for (int buyer = 0; buyer < BUYERS; buyer++) {
                shopping.add(CompletableFuture.supplyAsync(() -> buy(cluster, placed), buyers));
            }
            assertTrue(placed.await(60, TimeUnit.SECONDS), "they buy too slowly");
            till.kill();
            List<String> orders = new ArrayList<>();
            shopping.forEach(one -> orders.addAll(one.join()));
            return orders;
        } finally {
            buyers.shutdownNow();
        }
    }

    private static List<String> buy(Cluster cluster, CountDownLatch placed) {
        Api api = new Api(cluster.shop("arcade"));
        List<String> orders = new ArrayList<>();
        for (int order = 0; order < ORDERS_EACH; order++) {
            orders.add(place(api, Api.key(), patiently(() -> Optional.of(api.cart("MUG-OAT", 1)))));
            placed.countDown();
        }
        return orders;
    }

    /** As a good client does: without an answer it sends the same again, under the same key. */
    private static String place(Api api, String key, String cart) {
        String body = Api.checkout(cart, "pm_card_visa");
        Set<Integer> again = Set.of(409, 502, 503, 504);
        return patiently(() -> {
            Answer answer = api.post("checkouts", key, body);
            return again.contains(answer.status())
                    ? Optional.empty()
                    : Optional.of(answer.expect(201).text("token"));
        });
    }

    private static String patiently(Supplier<Optional<String>> ask) {
        return Waiting.until("an answer", Duration.ofSeconds(60), () -> {
            try {
                return ask.get();
            } catch (UncheckedIOException noAnswer) {
                return Optional.empty();
            }
        });
    }

    private static Machine awaitTill(Cluster cluster) {
        return Waiting.until("there is a till", Duration.ofSeconds(60), cluster::till);
    }
}
