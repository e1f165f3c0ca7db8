package arcade.sandbox.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of a request as a tree; an empty value counts as not given. */
public final class Parameters {
    private static final int MAX_TEXT_LENGTH = 5000;

    private final String name;
    private final Map<String, Object> values = new LinkedHashMap<>();

    Parameters(String name) {
        this.name = name;
    }

    void put(String key, String value) {
        if (values.putIfAbsent(key, value) != null) {
            throw ApiRefusal.badParameter("parameter_invalid", path(key), "Parameter given twice: " + path(key));
        }
    }

    void append(String value) {
        values.put(String.valueOf(values.size()), value);
    }

    Parameters open(String key) {
        Object child = values.computeIfAbsent(key, unused -> new Parameters(path(key)));
        if (child instanceof Parameters parameters) {
            return parameters;
        }
        throw ApiRefusal.invalid("Invalid object").with("param", path(key));
    }

    /** The full name of a parameter, such as {@code line_items[0][quantity]}. */
    public String path(String key) {
        return name.isEmpty() ? key : name + "[" + key + "]";
    }

    public Set<String> names() {
        return values.keySet();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    boolean isText(String key) {
        return values.get(key) instanceof String;
    }

    public Optional<String> text(String key) {
        Object value = values.get(key);
        if (value instanceof Parameters) {
            throw ApiRefusal.invalid("Invalid string: " + path(key)).with("param", path(key));
        }
        String text = (String) value;
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() > MAX_TEXT_LENGTH) {
            String message = "Invalid string; must be at most " + MAX_TEXT_LENGTH + " characters";
            throw ApiRefusal.badParameter("parameter_invalid_string_blank", path(key), message);
        }
        return Optional.of(text);
    }

    public String required(String key) {
        return text(key).orElseThrow(() -> missing(key));
    }

    public ApiRefusal missing(String key) {
        return ApiRefusal.badParameter("parameter_missing", path(key), "Missing required param: " + path(key) + ".");
    }

    public Optional<Long> whole(String key) {
        return text(key).map(text -> {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                String message = "Invalid integer: " + text;
                throw ApiRefusal.badParameter("parameter_invalid_integer", path(key), message);
            }
        });
    }

    public boolean flag(String key) {
        String text = text(key).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw ApiRefusal.invalid("Invalid boolean: " + text).with("param", path(key));
        }
        return text.equals("true");
    }

    /** One of the given values. */
    public Optional<String> choice(String key, Set<String> allowed) {
        return text(key).map(text -> {
            if (!allowed.contains(text)) {
                String message = "Invalid " + path(key) + ": must be one of " + String.join(", ", allowed);
                throw ApiRefusal.invalid(message).with("param", path(key));
            }
            return text;
        });
    }

    public Parameters nested(String key) {
        Object value = values.get(key);
        if (value instanceof Parameters parameters) {
            return parameters;
        }
        if (value != null && !value.equals("")) {
            throw ApiRefusal.invalid("Invalid object").with("param", path(key));
        }
        return new Parameters(path(key));
    }

    /** The elements of a list of objects. */
    public List<Parameters> list(String key) {
        Parameters list = nested(key);
        List<Parameters> elements = new ArrayList<>();
        list.names().forEach(index -> elements.add(list.nested(index)));
        return elements;
    }

    /** The elements of a list of texts. */
    public List<String> texts(String key) {
        Parameters list = nested(key);
        List<String> elements = new ArrayList<>();
        list.names().forEach(index -> list.text(index).ifPresent(elements::add));
        return elements;
    }
}
