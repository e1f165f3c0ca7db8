package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Cluster;
import arcade.system.harness.Crowd;
import arcade.system.harness.Ear;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Outcome;
import arcade.system.harness.StalledRequests;
import arcade.system.harness.Waiting;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Releases come and go while shoppers shop, and nobody of them notices; a bad one goes back. */
@OnTheCluster
@Order(850)
@TestMethodOrder(OrderAnnotation.class)
class RollingReleaseIT {
    private static final String LONG = "minutes; -Darcade.long=true runs it";

    /** Enough requests within seconds to tell a share of errors by. */
    private static final Duration HASTE = Duration.ofMillis(200);

    /** A roll of three nodes takes two minutes on two quiet cores; others may use them, too. */
    private static final Duration WITHIN = Duration.ofMinutes(12);

    @Test
    @Order(1)
    void aDroppedReleaseComesWhileShoppersShop(Cluster cluster) throws IOException {
        cluster.whole();
        final String before = onlyRelease(cluster);
        Path drop = cluster.home().resolve("drop");
        try (Crowd buying = new Crowd(cluster, "mixed", 2);
                Crowd keeping = new Crowd(cluster, "carts", 2)) {
            comes(cluster, drop);
            buying.expectUnharmed();
            keeping.expectUnharmed();
        }
        String failed = Files.readString(drop.resolve("1-broken.ear.failed"));
        assertTrue(failed.contains("is no arcade.ear") && failed.contains("cure: "), failed);
        assertTrue(Files.exists(drop.resolve("2-good.ear.log")), "what the deploy printed is not kept");
        assertFalse(before.equals(onlyRelease(cluster)), () -> "the release is still " + before);
    }

    private static void comes(Cluster cluster, Path drop) throws IOException {
        // Under a name that is not looked at, as long as it is being copied.
        Path copy = Files.copy(new Ear(cluster).stamped("next"), drop.resolve("2-good.ear.part"));
        Files.copy(new Ear(cluster).thatIsNone(), drop.resolve("1-broken.ear"));
        Files.move(copy, drop.resolve("2-good.ear"));
        Waiting.until("the good one is deployed", WITHIN, () -> Files.exists(drop.resolve("2-good.ear.deployed")));
    }

    @Test
    @EnabledIfSystemProperty(named = "arcade.long", matches = "true", disabledReason = LONG)
    @Order(2)
    void theReleaseBeforeComesBackWhileShoppersShop(Cluster cluster) {
        cluster.whole();
        String before = onlyRelease(cluster);
        try (Crowd buying = new Crowd(cluster, "mixed", 2)) {
            cluster.arcade(WITHIN, "rollback").expect(0);
            buying.expectUnharmed();
        }

        assertFalse(before.equals(onlyRelease(cluster)), () -> "the release is still " + before);
    }

    @Test
    @Order(2)
    void aReleaseThatDoesNotStartGoesBackByItself(Cluster cluster) {
        expectTakenBack(cluster, new Ear(cluster).thatDoesNotStart(), "cannot run the release");
    }

    @Test
    @EnabledIfSystemProperty(named = "arcade.long", matches = "true", disabledReason = LONG)
    @Order(3)
    void aReleaseWithoutPagesGoesBackByItself(Cluster cluster) {
        expectTakenBack(cluster, new Ear(cluster).thatShowsNoPage(), "answers errors when it is warmed up");
    }

    @Test
    @EnabledIfSystemProperty(named = "arcade.long", matches = "true", disabledReason = LONG)
    @Order(4)
    void aReleaseThatFailsSomeShoppersGoesBackByItself(Cluster cluster) {
        try (Crowd buying = new Crowd(cluster, "pages", 10, HASTE)) {
            expectTakenBack(
                    cluster, new Ear(cluster).thatFailsSomeShoppers(), "requests at the router, the other nodes");

            assertEquals(0, buying.report().get("carts_lost").getAsInt());
        }
    }

    @Test
    @Order(5)
    void whatIsNoReleaseIsRefusedBeforeAnythingIsTouched(Cluster cluster) {
        Set<Long> processes = processes(cluster);

        Outcome cut =
                cluster.arcade("deploy", new Ear(cluster).cutShort().toString()).expect(1);
        Outcome none = cluster.arcade("deploy", new Ear(cluster).thatIsNone().toString())
                .expect(1);

        assertTrue(cut.err().contains("cut short") && cut.err().contains("cure:"), cut::toString);
        assertTrue(none.err().contains("is no arcade.ear"), none::toString);
        assertEquals(processes, processes(cluster));
    }

    @Test
    @EnabledIfSystemProperty(named = "arcade.long", matches = "true", disabledReason = LONG)
    @Order(6)
    void aNodeThatNeverGetsEmptyIsToldAndAnotherCommandIsToldWhoIsFirst(Cluster cluster) {
        Path next = new Ear(cluster).stamped("at-once");
        try (StalledRequests stalled = new StalledRequests(cluster, 9)) {
            assertEquals(9, stalled.count());
            var first = CompletableFuture.supplyAsync(() -> cluster.arcade(WITHIN, "restart", "node1"));
            Waiting.until(
                    "the first has begun", () -> Files.exists(cluster.home().resolve("roll.json")));

            Outcome second = cluster.arcade("deploy", next.toString()).expect(1);

            Outcome restarted = first.join().expect(0);
            assertTrue(second.err().contains("arcade restart, process "), second::toString);
            assertTrue(restarted.out().contains("requests after 10 s"), restarted::toString);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "arcade.long", matches = "true", disabledReason = LONG)
    @Order(7)
    void aCommandThatDiedHalfWayLeavesAWayOn(Cluster cluster) throws IOException {
        String before = onlyRelease(cluster);
        Path next = new Ear(cluster).stamped("interrupted");
        Process deploy = new ProcessBuilder(
                        cluster.project().resolve("arcade").toString(),
                        "deploy",
                        next.toString(),
                        "--home",
                        cluster.home().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Waiting.until(
                "one node has the next release", WITHIN, () -> releases(cluster).size() == 2);
        deploy.destroyForcibly().onExit().join();

        Outcome up = cluster.up().expect(0);
        cluster.arcade(WITHIN, "deploy", next.toString()).expect(0);

        assertTrue(up.out().contains("was interrupted"), up::toString);
        assertFalse(before.equals(onlyRelease(cluster)), () -> "the release is still " + before);
        assertFalse(Files.exists(cluster.home().resolve("roll.json")));
        cluster.whole();
    }

    private static void expectTakenBack(Cluster cluster, Path ear, String cause) {
        String before = onlyRelease(cluster);

        Outcome outcome = cluster.arcade(WITHIN, "deploy", ear.toString()).expect(1);

        assertTrue(outcome.err().contains(cause), outcome::toString);
        assertTrue(outcome.err().contains("every node is back on the release it had"), outcome::toString);
        assertTrue(outcome.err().contains("cure: "), outcome::toString);
        assertEquals(before, onlyRelease(cluster));
        Waiting.until(
                "the router uses every node",
                () -> cluster.usableNodes() == cluster.nodes().size());
    }

    private static String onlyRelease(Cluster cluster) {
        Set<String> releases = releases(cluster);
        assertEquals(1, releases.size(), releases::toString);
        return releases.iterator().next();
    }

    /** What the nodes themselves run, as {@code status} shows it. */
    private static Set<String> releases(Cluster cluster) {
        Set<String> releases = new TreeSet<>();
        for (JsonElement machine : cluster.status().getAsJsonArray("machines")) {
            if (machine.getAsJsonObject().get("role").getAsString().equals("node")) {
                releases.add(machine.getAsJsonObject().get("release").getAsString());
            }
        }
        return releases;
    }

    private static Set<Long> processes(Cluster cluster) {
        return cluster.nodes().stream().map(node -> node.process().pid()).collect(Collectors.toSet());
    }
}
