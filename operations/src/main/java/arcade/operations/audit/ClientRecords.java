package arcade.operations.audit;

import arcade.operations.home.Failure;
import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a records file: one {@link ClientRecord} a line. */
final class ClientRecords {
    private static final Gson JSON = new Gson();

    private ClientRecords() {}

    /** @throws Failure naming the line that is no record */
    static List<ClientRecord> read(Path file) {
        List<ClientRecord> records = new ArrayList<>();
        List<String> lines = lines(file);
        for (int number = 0; number < lines.size(); number++) {
            if (!lines.get(number).isBlank()) {
                records.add(parse(file, number + 1, lines.get(number)));
            }
        }
        return records;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new Failure(
                    "cannot read the records " + file + ": " + e, "give the file that 'load --records' wrote", e);
        }
    }

    private static ClientRecord parse(Path file, int number, String line) {
        try {
            ClientRecord read = JSON.fromJson(line, ClientRecord.class);
            if (read.kind() != null) {
                return read;
            }
            throw new JsonParseException("it has no kind");
        } catch (JsonParseException e) {
            throw new Failure(
                    file + " line " + number + " is no client record: " + e.getMessage(),
                    "give the file that 'load --records' wrote, one JSON object a line",
                    e);
        }
    }
}
