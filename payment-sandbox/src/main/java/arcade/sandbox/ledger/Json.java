package arcade.sandbox.ledger;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The one dialect of JSON: snake_case names, absent values written as null, as Stripe does. */
public final class Json {
    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private Json() {}

    public static String text(Object value) {
        return GSON.toJson(value);
    }

    public static JsonElement tree(Object value) {
        return GSON.toJsonTree(value);
    }

    public static JsonObject object(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    public static <T> T read(JsonElement tree, Class<T> type) {
        return GSON.fromJson(tree, type);
    }
}
