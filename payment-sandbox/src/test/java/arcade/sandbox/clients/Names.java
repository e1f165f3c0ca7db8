package arcade.sandbox.clients;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a scenario saved under a name: ids differ from run to run, their names do not. */
final class Names {
    private static final Pattern ID = Pattern.compile("\\b(pi|ch|re|cs_test|pm|cus|evt)_[A-Za-z0-9]{24}\\b");

    private final Map<String, JsonObject> saved = new LinkedHashMap<>();

    void save(String name, JsonObject resource) {
        saved.put(name, resource);
    }

    /** The value at {@code $name.field.field}; of a whole resource its id; any other text stands for itself. */
    String lookUp(String text) {
        if (!text.startsWith("$")) {
            return text;
        }
        String[] names = text.substring(1).split("\\.");
        JsonElement found = saved.get(names[0]);
        for (int i = 1; i < names.length; i++) {
            found = found.getAsJsonObject().get(names[i]);
        }
        return found.isJsonObject() ? found.getAsJsonObject().get("id").getAsString() : found.getAsString();
    }

    /** The parameters of a step as the client's maps and lists. */
    Object resolve(JsonElement value) {
        if (value.isJsonObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            value.getAsJsonObject().entrySet().forEach(each -> map.put(each.getKey(), resolve(each.getValue())));
            return map;
        }
        if (value.isJsonArray()) {
            List<Object> list = new ArrayList<>();
            value.getAsJsonArray().forEach(each -> list.add(resolve(each)));
            return list;
        }
        if (value.getAsJsonPrimitive().isBoolean()) {
            return value.getAsBoolean();
        }
        return value.getAsJsonPrimitive().isNumber() ? (Object) value.getAsLong() : lookUp(value.getAsString());
    }

    String named(String text) {
        String result = text;
        for (Map.Entry<String, JsonObject> each : saved.entrySet()) {
            result = result.replace(each.getValue().get("id").getAsString(), "$" + each.getKey());
        }
        return ID.matcher(result).replaceAll("$1_?");
    }
}
