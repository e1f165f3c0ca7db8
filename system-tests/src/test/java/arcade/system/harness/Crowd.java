package arcade.system.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Simulated shoppers ({@code ./arcade load}) beside whatever the test does, until it asks for their report. */
public final class Crowd implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration LEISURE = Duration.ofMillis(600);

    private final Path presence;
    private final CompletableFuture<Outcome> run;

    /** They leave some of the cores to the nodes. @param mix what they do, as {@code --mix} takes it */
    public Crowd(Cluster cluster, String mix, int shoppers) {
        this(cluster, mix, shoppers, LEISURE);
    }

    /** @param rest after each journey of a shopper */
    public Crowd(Cluster cluster, String mix, int shoppers, Duration rest) {
        try {
            presence = Files.createTempFile("arcade-shoppers", ".here");
        } catch (IOException e) {
            throw new UncheckedIOException("no file says that the shoppers are there", e);
        }
        run = CompletableFuture.supplyAsync(() -> cluster.arcade(
                LONGEST.plusMinutes(4),
                "load",
                "--mix",
                mix,
                "--shoppers",
                Integer.toString(shoppers),
                "--seconds",
                Long.toString(LONGEST.toSeconds()),
                "--rest",
                Long.toString(rest.toMillis()),
                "--while",
                presence.toString(),
                "--json"));
    }

    /** They go home, also when nobody asks what they met with. */
    @Override
    public void close() {
        sendHome();
        run.join();
    }

    /** They go home; what they met with, as {@code load --json} prints it. */
    public JsonObject report() {
        sendHome();
        Outcome outcome = run.join().expect(0);
        System.out.println(outcome.out());
        return outcome.out()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(JsonParser::parseString)
                .map(JsonElement::getAsJsonObject)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no report: " + outcome));
    }

    /** They go home, and none of them has met with an error or lost a cart. */
    public void expectUnharmed() {
        JsonObject report = report();
        assertTrue(report.get("requests").getAsInt() > 0, report::toString);
        assertEquals(0, report.get("carts_lost").getAsInt(), report::toString);
        assertEquals(Set.of(), report.getAsJsonObject("errors").keySet(), report::toString);
    }

    private void sendHome() {
        try {
            Files.deleteIfExists(presence);
        } catch (IOException e) {
            throw new UncheckedIOException("the shoppers cannot be sent home", e);
        }
    }
}
