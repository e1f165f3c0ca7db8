package arcade.sandbox.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code application/x-www-form-urlencoded} with brackets: {@code a[b][0][c]=d&e[]=f}. */
public final class Form {
    static final int MAX_PARAMETERS = 1000;
    static final int MAX_DEPTH = 8;

    private Form() {}

    /** @throws ApiRefusal when the text is malformed or has too many or too deep parameters */
    public static Parameters parse(String encoded) {
        Parameters root = new Parameters("");
        pairs(encoded).forEach(pair -> place(root, pair.getKey(), pair.getValue()));
        return root;
    }

    /** The same for the same parameters in any order. */
    static String canonical(String encoded) {
        return String.join(
                "&", pairs(encoded).stream().map(Object::toString).sorted().toList());
    }

    private static List<Map.Entry<String, String>> pairs(String encoded) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        int start = 0;
        while (start < encoded.length()) {
            int end = encoded.indexOf('&', start);
            end = end < 0 ? encoded.length() : end;
            if (end > start) {
                pairs.add(pair(encoded.substring(start, end)));
            }
            start = end + 1;
        }
        if (pairs.size() > MAX_PARAMETERS) {
            throw ApiRefusal.invalid("Too many parameters: at most " + MAX_PARAMETERS + " are allowed");
        }
        return pairs;
    }

    private static Map.Entry<String, String> pair(String encoded) {
        int equals = encoded.indexOf('=');
        String key = equals < 0 ? encoded : encoded.substring(0, equals);
        return Map.entry(decode(key), equals < 0 ? "" : decode(encoded.substring(equals + 1)));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiRefusal.invalid("Invalid form encoding: " + e.getMessage());
        }
    }

    private static void place(Parameters root, String key, String value) {
        int bracket = key.indexOf('[');
        if (bracket < 0) {
            root.put(key, value);
            return;
        }
        Parameters parent = root;
        String name = key.substring(0, bracket);
        for (int depth = 1; bracket >= 0; depth++) {
            int close = key.indexOf(']', bracket);
            boolean isLast = close == key.length() - 1;
            if (bracket == 0 || close < 0 || depth > MAX_DEPTH || !isLast && key.charAt(close + 1) != '[') {
                throw ApiRefusal.invalid("Invalid parameter name: " + key);
            }
            parent = parent.open(name);
            name = key.substring(bracket + 1, close);
            bracket = isLast ? -1 : close + 1;
        }
        if (name.isEmpty()) {
            parent.append(value);
        } else {
            parent.put(name, value);
        }
    }
}
