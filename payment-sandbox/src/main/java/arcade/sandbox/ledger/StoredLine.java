package arcade.sandbox.ledger;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;

/** One line of the ledger, read back. */
final class StoredLine {
    private final JsonObject line;

    StoredLine(String text) {
        line = Json.object(text);
    }

    long seq() {
        return line.get("seq").getAsLong();
    }

    Instant at() {
        return Instant.parse(line.get("at").getAsString());
    }

    JsonArray objects() {
        return line.getAsJsonArray("objects");
    }

    JsonArray movements() {
        return line.getAsJsonArray("movements");
    }

    JsonArray events() {
        return line.getAsJsonArray("events");
    }

    Request request() {
        return Json.read(line.get("request"), Request.class);
    }

    Answer answer() {
        JsonObject answer = line.getAsJsonObject("answer");
        JsonElement body =
                answer.has("about") ? objects().get(answer.get("about").getAsInt()) : answer.get("body");
        return new Answer(
                answer.get("status").getAsInt(), Json.text(body), request().id());
    }

    Event event(String id) {
        for (JsonElement each : events()) {
            JsonObject event = each.getAsJsonObject();
            if (event.get("id").getAsString().equals(id)) {
                String snapshot = Json.text(objects().get(event.get("about").getAsInt()));
                return Event.of(id, event.get("type").getAsString(), at(), snapshot, request());
            }
        }
        throw new IllegalStateException("line " + seq() + " of the ledger has no event " + id);
    }
}
