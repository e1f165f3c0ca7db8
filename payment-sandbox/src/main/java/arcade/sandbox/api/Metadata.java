package arcade.sandbox.api;

import java.util.Map;
import java.util.TreeMap;

/** The client's own notes on a resource: at most 50, names up to 40 characters, values up to 500. */
public final class Metadata {
    private static final int MAX_ENTRIES = 50;
    private static final int MAX_NAME_LENGTH = 40;
    private static final int MAX_VALUE_LENGTH = 500;

    private Metadata() {}

    public static Map<String, String> of(Parameters parameters) {
        return merge(Map.of(), parameters);
    }

    /** New values win; an empty value removes its name; an empty {@code metadata=} removes all. */
    public static Map<String, String> merge(Map<String, String> old, Parameters parameters) {
        if (!parameters.has("metadata")) {
            return old;
        }
        Parameters given = parameters.nested("metadata");
        Map<String, String> merged = new TreeMap<>(given.isEmpty() ? Map.of() : old);
        for (String name : given.names()) {
            given.text(name).ifPresentOrElse(value -> merged.put(name, value), () -> merged.remove(name));
            requireLength(given.path(name), name, MAX_NAME_LENGTH);
            requireLength(given.path(name), merged.getOrDefault(name, ""), MAX_VALUE_LENGTH);
        }
        if (merged.size() > MAX_ENTRIES) {
            throw ApiRefusal.invalid("Metadata can have at most " + MAX_ENTRIES + " keys")
                    .with("param", "metadata");
        }
        return merged;
    }

    private static void requireLength(String parameter, String text, int limit) {
        if (text.length() > limit) {
            throw ApiRefusal.invalid("Metadata can be at most " + limit + " characters long: " + parameter)
                    .with("param", parameter);
        }
    }
}
