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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    void inFlightPaymentsAreCapturedByTheNextTill(Cluster cluster) {
        cluster.whole();
        Machine till = awaitTill(cluster);
        long epoch = cluster.database().epoch();

        Map<String, String> orders = killWhileTheyBuy(cluster, till);

        Api api = new Api(cluster.shop("arcade"));
        Map<String, JsonObject> told = new HashMap<>();
        orders.forEach((key, order) -> told.put(key, api.awaitOrder(order, "PAID", PAID_WITHIN)));
        assertEquals(BUYERS * ORDERS_EACH, Set.copyOf(orders.values()).size());
        orders.values().forEach(order -> assertEquals(1, cluster.gateway().captures(order), order));
        assertNotEquals(till.name(), awaitTill(cluster).name());
        assertTrue(cluster.database().epoch() > epoch, "nobody took over");
        Audit audit = Audit.of(cluster, told).expectClean();
        assertTrue(audit.checked("I4") >= orders.size(), () -> "no promise was checked: " + audit.outcome());
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

    /** @return orders by checkout key */
    private static Map<String, String> killWhileTheyBuy(Cluster cluster, Machine till) {
        Map<String, String> orders = new ConcurrentHashMap<>();
        ExecutorService buyers = Executors.newFixedThreadPool(BUYERS);
        try {
            List<CompletableFuture<Void>> shopping = new ArrayList<>();
            for (int buyer = 0; buyer < BUYERS; buyer++) {
                shopping.add(CompletableFuture.runAsync(() -> buy(cluster, orders), buyers));
            }
            Waiting.until("the shop is busy", Duration.ofSeconds(60), () -> orders.size() >= KILL_AFTER);
            till.kill();
            shopping.forEach(CompletableFuture::join);
            return orders;
        } finally {
            buyers.shutdownNow();
        }
    }

    private static void buy(Cluster cluster, Map<String, String> orders) {
        Api api = new Api(cluster.shop("arcade"));
        for (int order = 0; order < ORDERS_EACH; order++) {
            String cart = patiently(() -> Optional.of(api.cart("MUG-OAT", 1)));
            String key = Api.key();
            orders.put(key, place(api, key, cart));
        }
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
