package arcade.sandbox.clients;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Steps that belong together, in the words of {@code scenarios.json}: both clients read the same file. */
record Scenario(String name, List<JsonObject> steps) {
    static final String FILE = "scenarios.json";

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        for (JsonElement each : file().getAsJsonArray("scenarios")) {
            all.add(new Scenario(
                    each.getAsJsonObject().get("name").getAsString(),
                    objects(each.getAsJsonObject().getAsJsonArray("steps"))));
        }
        return all;
    }

    /** The properties of a resource that are compared. */
    static List<String> fields() {
        return file().getAsJsonArray("fields").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsJsonObject).toList();
    }

    private static JsonObject file() {
        try (InputStream in = Scenario.class.getResourceAsStream(FILE);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
