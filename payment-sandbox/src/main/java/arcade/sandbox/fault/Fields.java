package arcade.sandbox.fault;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The fields of a JSON object that a person wrote: what is wrong is said with the field's name. */
public final class Fields {
    private final String name;
    private final JsonObject object;

    private Fields(String name, JsonObject object) {
        this.name = name;
        this.object = object;
    }

    /** @throws IllegalArgumentException when the text is no JSON object */
    public static Fields parse(String json) {
        try {
            return of("the body", JsonParser.parseString(json));
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("the body is no JSON: " + e.getMessage(), e);
        }
    }

    private static Fields of(String name, JsonElement element) {
        if (!element.isJsonObject()) {
            throw new IllegalArgumentException(name + " must be a JSON object, not " + element);
        }
        return new Fields(name, element.getAsJsonObject());
    }

    /** Refuses a field that has another name. */
    public Fields only(String... names) {
        for (String given : object.keySet()) {
            if (!Set.of(names).contains(given)) {
                throw new IllegalArgumentException(path(given) + " is unknown; known are " + String.join(", ", names));
            }
        }
        return this;
    }

    public long whole(String field, long usual, long min, long max) {
        String demand = "must be a whole number from " + min + " to " + max;
        Optional<JsonPrimitive> given = primitive(field, JsonPrimitive::isNumber, demand);
        if (given.isEmpty()) {
            return usual;
        }
        double number = given.get().getAsDouble();
        if (number != Math.rint(number) || number < min || number > max) {
            throw wrong(field, demand);
        }
        return given.get().getAsBigDecimal().longValue();
    }

    double probability(String field, double usual) {
        String demand = "must be a number from 0 to 1";
        double number = primitive(field, JsonPrimitive::isNumber, demand)
                .map(JsonPrimitive::getAsDouble)
                .orElse(usual);
        if (!(number >= 0 && number <= 1)) {
            throw wrong(field, demand);
        }
        return number;
    }

    boolean flag(String field, boolean usual) {
        return primitive(field, JsonPrimitive::isBoolean, "must be true or false")
                .map(JsonPrimitive::getAsBoolean)
                .orElse(usual);
    }

    Optional<String> text(String field) {
        return primitive(field, JsonPrimitive::isString, "must be a text").map(JsonPrimitive::getAsString);
    }

    Optional<Fields> object(String field) {
        return Optional.ofNullable(object.get(field)).map(element -> of(path(field), element));
    }

    List<Fields> list(String field) {
        JsonElement element = object.get(field) == null ? new JsonArray() : object.get(field);
        if (!element.isJsonArray()) {
            throw wrong(field, "must be a list");
        }
        List<Fields> elements = new ArrayList<>();
        element.getAsJsonArray().forEach(each -> elements.add(of(path(field) + "[" + elements.size() + "]", each)));
        return elements;
    }

    public IllegalArgumentException wrong(String field, String demand) {
        return new IllegalArgumentException(path(field) + " " + demand + ", not " + object.get(field));
    }

    private Optional<JsonPrimitive> primitive(String field, Predicate<JsonPrimitive> type, String demand) {
        JsonElement element = object.get(field);
        if (element == null) {
            return Optional.empty();
        }
        if (!element.isJsonPrimitive() || !type.test(element.getAsJsonPrimitive())) {
            throw wrong(field, demand);
        }
        return Optional.of(element.getAsJsonPrimitive());
    }

    private String path(String field) {
        return name.equals("the body") ? field : name + "." + field;
    }
}
