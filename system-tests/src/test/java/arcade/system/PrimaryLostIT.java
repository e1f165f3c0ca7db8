package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Answer;
import arcade.system.harness.Api;
import arcade.system.harness.Cluster;
import arcade.system.harness.Database;
import arcade.system.harness.Machine;
import arcade.system.harness.Outcome;
import arcade.system.harness.ReturnedDatabase;
import arcade.system.harness.Waiting;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The second database takes the first one's place, while shoppers buy: nothing that they were told is lost. */
@Order(85)
class PrimaryLostIT {
    private static final long EPOCH_LEAP = 1_000_000;
    private static final long MOST_PAUSE_MILLIS = 2_000;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern PAUSE = Pattern.compile("nobody could write for (\\d+) ms");

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.beside("replica", "with-replica.yaml");
        cluster.start();
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @BeforeEach
    void inSync() {
        cluster.up().expect(0);
        if (!replication().get("retired").isJsonNull()) {
            cluster.up("--reprovision").expect(0);
        }
        assertTrue(
                replication().get("inSync").getAsBoolean(),
                () -> cluster.status().toString());
    }

    @Test
    void aPlannedSwitchOverPausesForAMomentAndLosesNothing() throws Exception {
        String before = cluster.database().rows("SELECT @@server_id AS id").toString();
        Path records = Files.createTempFile("arcade-switch", ".jsonl");
        CompletableFuture<Outcome> load = load(records, 12);
        awaitOrders();

        Outcome switched = cluster.arcade("failover").expect(0);

        awaitOrders();
        JsonObject seen = report(load.join());
        assertTrue(pauseMillis(switched) <= MOST_PAUSE_MILLIS, switched::toString);
        assertNotEquals(
                before, cluster.database().rows("SELECT @@server_id AS id").toString());
        assertEquals(0, seen.get("carts_lost").getAsInt(), seen::toString);
        assertHolds(records);
        assertTrue(
                replication().get("inSync").getAsBoolean(),
                () -> cluster.status().toString());
    }

    @Test
    void aKilledPrimaryIsReplacedAndItsOwnReturnTakesNoWrites() throws Exception {
        Machine old = cluster.only("database");
        long epoch = cluster.database().epoch();
        Path records = Files.createTempFile("arcade-promotion", ".jsonl");
        CompletableFuture<Outcome> load = load(records, 15);
        awaitOrders();

        cluster.arcade("kill", "db").expect(0);
        Outcome promoted = cluster.arcade("failover").expect(0);

        awaitOrders();
        JsonObject seen = report(load.join());
        assertTrue(promoted.out().contains("nothing that was acknowledged is lost"), promoted::toString);
        assertTrue(promoted.out().contains("checkout is open"), promoted::toString);
        assertTrue(cluster.database().epoch() > epoch + EPOCH_LEAP, "the epoch did not leap");
        assertEquals(0, seen.get("carts_lost").getAsInt(), seen::toString);
        assertHolds(records);
        assertEquals(old.name(), replication().get("retired").getAsString());
        cluster.up().expect(0);
        assertFalse(cluster.machine(old.name()).alive(), "a retired primary was started");
        assertRefusesWrites(old);
        cluster.arcade("failover").expect(1);
        cluster.up("--reprovision").expect(0);
        assertTrue(
                replication().get("inSync").getAsBoolean(),
                () -> cluster.status().toString());
    }

    @Test
    void aReplicaThatWasNotInSyncIsNotPromotedUnasked() {
        Api api = new Api(cluster.shop("arcade"));
        cluster.database(cluster.only("replica")).update("STOP SLAVE IO_THREAD");
        String acknowledgedAlone = order(api);
        assertFalse(replication().get("inSync").getAsBoolean());
        cluster.arcade("kill", "db").expect(0);

        Outcome refused = cluster.arcade("failover").expect(1);

        assertTrue(refused.err().contains("it cannot be shown"), refused::toString);
        assertTrue(refused.err().contains("--accept-loss"), refused::toString);
        cluster.up().expect(0);
        api.awaitOrder(acknowledgedAlone, "PAID", SOON);
        assertTrue(
                replication().get("inSync").getAsBoolean(),
                () -> cluster.status().toString());
    }

    @Test
    void checkoutIsClosedUntilTheBooksWereHeldAgainstTheGateways() {
        Api api = new Api(cluster.shop("arcade"));
        String key = Api.key();
        String body = Api.checkout(api.cart("MUG-OAT", 1), "pm_card_visa");
        cluster.arcade("kill", "gateway").expect(0);
        cluster.database().update("UPDATE checkout_gate SET closed_since = UTC_TIMESTAMP(6), reason = 'a test'");

        Answer closed = api.post("checkouts", key, body);

        closed.expectProblem(503);
        assertTrue(closed.text("type").endsWith(":checkout-closed"), closed::toString);
        assertTrue(!closed.header("Retry-After").isEmpty(), closed::toString);
        cluster.up().expect(0);
        Waiting.until(
                "checkout is open again",
                SOON,
                () -> api.post("checkouts", key, body).status() == 201);
    }

    @Test
    void aReportHasWhatWasWrittenBeforeOrWaitsForIt() throws Exception {
        Api api = new Api(cluster.shop("arcade"));
        Database replica = cluster.database(cluster.only("replica"));
        long before = ordersInTheReport(report().expect(200));
        // It still receives everything, so orders are acknowledged; it only carries nothing out.
        replica.update("STOP SLAVE SQL_THREAD");
        try {
            api.awaitOrder(order(api), "PAID", SOON);

            Answer behind = report();
            CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(PrimaryLostIT::report);
            TimeUnit.SECONDS.sleep(2);
            boolean waited = !waiting.isDone();
            replica.update("START SLAVE SQL_THREAD");

            behind.expectProblem(503);
            assertTrue(behind.text("type").endsWith(":replica-behind"), behind::toString);
            assertTrue(waited, "the report did not wait for the replica");
            assertEquals(before + 1, ordersInTheReport(waiting.join().expect(200)));
        } finally {
            replica.update("START SLAVE SQL_THREAD");
        }
    }

    /** Of all days that an order of this test may fall on. */
    private static Answer report() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return Api.operator(
                cluster.nodes().get(0),
                cluster.secret("node/arcade.operator.token"),
                "reports/orders-per-day?store=arcade&from=" + today + "&to=" + today.plusDays(1));
    }

    private static long ordersInTheReport(Answer report) {
        return report.json().getAsJsonArray("days").asList().stream()
                .mapToLong(day -> day.getAsJsonObject().get("orders").getAsLong())
                .sum();
    }

    private static CompletableFuture<Outcome> load(Path records, int seconds) {
        return CompletableFuture.supplyAsync(() -> cluster.arcade(
                "load",
                "--mix",
                "api",
                "--shoppers",
                "4",
                "--seconds",
                Integer.toString(seconds),
                "--records",
                records.toString(),
                "--json"));
    }

    private static JsonObject report(Outcome load) {
        return JsonParser.parseString(load.expect(0).out()).getAsJsonObject();
    }

    /** Orders are being paid now. */
    private static void awaitOrders() {
        long paid = paid();
        Waiting.until("orders are paid", SOON, () -> paid() >= paid + 3);
    }

    private static long paid() {
        return cluster.database().number("SELECT COUNT(*) FROM shop_order WHERE state = 'PAID'");
    }

    /** An order that the shop has acknowledged; where a commit takes longer than a node waits for it, it asks again. */
    private static String order(Api api) {
        String key = Api.key();
        String body = Api.checkout(api.cart("MUG-OAT", 1), "pm_card_visa");
        Set<Integer> again = Set.of(409, 502, 503, 504);
        return Waiting.until("an order is acknowledged", SOON, () -> {
            try {
                Answer answer = api.post("checkouts", key, body);
                return again.contains(answer.status())
                        ? java.util.Optional.empty()
                        : java.util.Optional.of(answer.expect(201).text("token"));
            } catch (UncheckedIOException noAnswer) {
                return java.util.Optional.empty();
            }
        });
    }

    private static void assertHolds(Path records) {
        Outcome audit = cluster.arcade("audit", "--json", "--records", records.toString());
        audit.expect(0);
        for (JsonElement each :
                JsonParser.parseString(audit.out()).getAsJsonObject().getAsJsonArray("invariants")) {
            JsonObject invariant = each.getAsJsonObject();
            assertEquals(0, invariant.get("violations").getAsInt(), audit::toString);
            if (invariant.get("code").getAsString().equals("I4")) {
                assertTrue(invariant.get("checked").getAsInt() > 0, "no promise was checked");
            }
        }
    }

    private static void assertRefusesWrites(Machine old) {
        try (ReturnedDatabase returned = new ReturnedDatabase(cluster, old)) {
            Waiting.until("it answers", SOON, () -> returned.ask("SELECT 1").exit() == 0);
            Outcome write = returned.ask("UPDATE arcade.lease SET owner = 'me'");
            assertTrue(write.err().contains("read-only"), write::toString);
        }
    }

    private static JsonObject replication() {
        return cluster.status().getAsJsonObject("replication");
    }

    private static long pauseMillis(Outcome switched) {
        Matcher pause = PAUSE.matcher(switched.out());
        assertTrue(pause.find(), switched::toString);
        return Long.parseLong(pause.group(1));
    }
}
