package arcade.operations.prove;

import arcade.operations.home.Failure;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** When clients learnt that an order was paid, from their records. */
record ClientView(Path records) {

    /** From each death of a till to the first client that was told of a payment once the next till had captured. */
    List<Double> seconds(List<Takeovers.Taken> takeovers) {
        List<Instant> told = told();
        List<Double> seconds = new ArrayList<>();
        for (Takeovers.Taken taken : takeovers) {
            told.stream()
                    .filter(at -> !at.isBefore(taken.captured()))
                    .findFirst()
                    .ifPresent(at -> seconds.add(Scene.seconds(taken.crash().at(), at)));
        }
        return seconds;
    }

    private List<Instant> told() {
        try (Stream<String> lines = Files.lines(records)) {
            return lines.filter(line -> line.contains("\"op\":\"pay\""))
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .map(ClientView::at)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Failure("cannot read the records " + records + ": " + e, "see whether the disk is full", e);
        }
    }

    private static Instant at(JsonObject record) {
        JsonElement at = record.get("at");
        return Instant.ofEpochMilli(at.getAsLong());
    }
}
