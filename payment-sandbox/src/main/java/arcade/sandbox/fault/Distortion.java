package arcade.sandbox.fault;

import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.Ids;
import arcade.sandbox.ledger.Json;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes an answer tell of something else. What is stored stays right, and so does the ledger. */
public final class Distortion {
    private static final Set<String> AMOUNTS = Set.of(
            "amount", "amount_capturable", "amount_received", "amount_captured", "amount_total", "amount_subtotal");

    private final Function<String, Optional<JsonObject>> otherIntent;

    /** @param otherIntent finds an intent that is not the one with this id, if there is one */
    public Distortion(Function<String, Optional<JsonObject>> otherIntent) {
        this.otherIntent = otherIntent;
    }

    /** The same answer when there is nothing in it to distort. */
    public Answer distort(Kind kind, Answer answer) {
        JsonElement body = walk(kind, JsonParser.parseString(answer.body()));
        return new Answer(answer.status(), Json.text(body), answer.originalRequest());
    }

    private JsonElement walk(Kind kind, JsonElement element) {
        if (element.isJsonArray()) {
            for (int i = 0; i < element.getAsJsonArray().size(); i++) {
                element.getAsJsonArray()
                        .set(i, walk(kind, element.getAsJsonArray().get(i)));
            }
            return element;
        }
        if (!element.isJsonObject()) {
            return element;
        }
        JsonObject object = element.getAsJsonObject();
        if (kind == Kind.OTHER_INTENT && isIntent(object)) {
            return other(object);
        }
        for (String name : List.copyOf(object.keySet())) {
            if (!name.equals("metadata")) {
                object.add(name, value(kind, name, object.get(name)));
            }
        }
        return object;
    }

    private JsonElement value(Kind kind, String name, JsonElement value) {
        if (!value.isJsonPrimitive()) {
            return walk(kind, value);
        }
        return switch (kind) {
            case OTHER_INTENT ->
                name.equals("payment_intent") ? other(value.getAsString()).get("id") : value;
            case OTHER_AMOUNT ->
                AMOUNTS.contains(name) && value.getAsLong() > 0 ? new JsonPrimitive(value.getAsLong() + 1) : value;
            case OTHER_CURRENCY ->
                name.equals("currency") ? new JsonPrimitive(value.getAsString().equals("usd") ? "eur" : "usd") : value;
            default -> value;
        };
    }

    private static boolean isIntent(JsonObject object) {
        return object.has("object")
                && object.get("object").isJsonPrimitive()
                && object.get("object").getAsString().equals("payment_intent");
    }

    private JsonObject other(String id) {
        return otherIntent.apply(id).orElseGet(() -> named(Ids.next("pi_"), new JsonObject()));
    }

    /** Where there is no other intent, one that never was. */
    private JsonObject other(JsonObject intent) {
        return otherIntent.apply(intent.get("id").getAsString()).orElseGet(() -> named(Ids.next("pi_"), intent));
    }

    private static JsonObject named(String id, JsonObject intent) {
        JsonObject other = intent.deepCopy();
        other.addProperty("id", id);
        other.add("metadata", new JsonObject());
        return other;
    }
}
