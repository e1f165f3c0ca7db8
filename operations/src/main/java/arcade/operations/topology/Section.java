package arcade.operations.topology;

import arcade.operations.home.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping in a topology file that knows where it stands, so that every mistake is answered with file, key and what is
 * allowed there.
 */
record Section(Path file, String path, Map<?, ?> values) {

    static Section of(Path file, String path, Object value, Set<String> allowed) {
        if (!(value instanceof Map<?, ?> values)) {
            throw wrong(file, path, value == null ? "is missing" : "is no mapping", "keys " + list(allowed));
        }
        for (Object key : values.keySet()) {
            if (!allowed.contains(String.valueOf(key))) {
                throw wrong(file, join(path, String.valueOf(key)), "is unknown", list(allowed));
            }
        }
        return new Section(file, path, values);
    }

    Section section(String key, Set<String> allowed) {
        return of(file, join(path, key), values.get(key), allowed);
    }

    /** Empty when the key is not there. */
    Optional<Section> optional(String key, Set<String> allowed) {
        return has(key) ? Optional.of(section(key, allowed)) : Optional.empty();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    boolean isMapping(String key) {
        return values.get(key) instanceof Map<?, ?>;
    }

    String text(String key) {
        Object value = values.get(key);
        if (!(value instanceof String) && !(value instanceof Number)) {
            throw wrong(key, value == null ? "is missing" : "is no text", "a text");
        }
        return value.toString();
    }

    String oneOf(String key, Collection<String> allowed) {
        String value = text(key);
        if (!allowed.contains(value)) {
            throw wrong(key, "is '" + value + "'", list(allowed));
        }
        return value;
    }

    boolean flag(String key, boolean otherwise) {
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, "is '" + value + "'", "true, false");
    }

    int number(String key, int otherwise, int least, int most) {
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        throw wrong(key, "is '" + value + "'", "a whole number from " + least + " to " + most);
    }

    List<String> words(String key, Set<String> allowed) {
        List<String> words = new ArrayList<>();
        for (Object word : items(key)) {
            if (!allowed.contains(String.valueOf(word))) {
                throw wrong(key, "holds '" + word + "'", list(allowed));
            }
            words.add(String.valueOf(word));
        }
        return List.copyOf(words);
    }

    List<Section> sections(String key, Set<String> allowed) {
        List<Section> sections = new ArrayList<>();
        for (Object item : items(key)) {
            sections.add(of(file, join(path, key) + "[" + sections.size() + "]", item, allowed));
        }
        return sections;
    }

    /** The names of a mapping from free names to sections. */
    Map<?, ?> named(String key) {
        if (values.get(key) instanceof Map<?, ?> named && !named.isEmpty()) {
            return named;
        }
        throw wrong(key, "is missing or empty", "a mapping from a name to its keys");
    }

    Failure wrong(String key, String problem, String allowed) {
        return wrong(file, join(path, key), problem, allowed);
    }

    static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private List<?> items(String key) {
        if (values.get(key) instanceof List<?> items && !items.isEmpty()) {
            return items;
        }
        throw wrong(key, "is missing or empty", "a list");
    }

    private static Failure wrong(Path file, String key, String problem, String allowed) {
        String where = key.isEmpty() ? "the whole file" : "'" + key + "'";
        return Failure.usage(file + ": " + where + " " + problem, "allowed: " + allowed);
    }

    private static String list(Collection<String> allowed) {
        return String.join(", ", allowed.stream().sorted().toList());
    }
}
