package arcade.system.harness;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Simulated shoppers ({@code ./arcade load}) beside whatever the test does, until it asks for their report. */
public final class Crowd implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Path presence;
    private final CompletableFuture<Outcome> run;

    /** @param mix what they do, as {@code --mix} takes it */
    public Crowd(Cluster cluster, String mix, int shoppers) {
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
                // They are there all the time, and leave some of the cores to the nodes.
                "--rest",
                "200",
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

    private void sendHome() {
        try {
            Files.deleteIfExists(presence);
        } catch (IOException e) {
            throw new UncheckedIOException("the shoppers cannot be sent home", e);
        }
    }
}
