package arcade.system;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Cluster;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Outcome;
import arcade.system.harness.Waiting;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The short form of the proof: what is broken on purpose for a minute breaks no promise, and is whole again after it. */
@OnTheCluster
@Order(900)
class ProvingIT {
    private static final Duration WITHIN = Duration.ofMinutes(12);

    /** Words of the table that say what a promise is worth; how fast a takeover is depends on who else uses the machine. */
    private static final Set<String> GOOD = Set.of("holds", "MISSED");

    @Test
    void noPromiseIsBrokenAndTheClusterIsWholeAgain(Cluster cluster) throws IOException {
        cluster.whole();

        Outcome proof = cluster.arcade(WITHIN, "prove", "--minutes", "1", "--seed", "4711", "--shoppers", "6");
        System.out.println(proof.out());

        JsonObject document = newest(cluster.home().resolve("proofs"));
        Set<String> promises = new TreeSet<>();
        for (JsonElement each : document.getAsJsonArray("promises")) {
            JsonObject promise = each.getAsJsonObject();
            promises.add(promise.get("code").getAsString());
            assertTrue(GOOD.contains(promise.get("verdict").getAsString()), () -> promise + "\n" + proof);
        }
        assertTrue(promises.containsAll(List.of("1", "2", "3", "4", "5", "6", "7")), promises::toString);
        assertTrue(document.getAsJsonObject("audit").get("clean").getAsBoolean(), proof::toString);
        // The router takes a node back after two good looks, a moment after the node itself is ready.
        Waiting.until(
                "the router uses every node again",
                Duration.ofSeconds(60),
                () -> cluster.usableNodes() == cluster.nodes().size());
        assertFalse(Files.exists(cluster.home().resolve("failpoints")), "nodes are still armed");
    }

    private static JsonObject newest(Path proofs) throws IOException {
        try (Stream<Path> folders = Files.list(proofs)) {
            Path folder = folders.max(Comparator.naturalOrder()).orElseThrow();
            return JsonParser.parseString(Files.readString(folder.resolve("proof.json")))
                    .getAsJsonObject();
        }
    }
}
