package arcade.operations.load;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cookies of one browser at one site, all of them sent with every request. Not for several threads. */
final class Cookies {
    private final Map<String, String> values = new LinkedHashMap<>();

    Cookies copy() {
        Cookies copy = new Cookies();
        copy.values.putAll(values);
        return copy;
    }

    void take(HttpResponse<?> response) {
        response.headers().allValues("set-cookie").forEach(this::take);
    }

    /** Empty when there is none. */
    String header() {
        return values.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    void take(String setCookie) {
        String[] parts = setCookie.split(";");
        int equals = parts[0].indexOf('=');
        if (equals <= 0) {
            return;
        }
        String name = parts[0].substring(0, equals).strip();
        if (isDeletion(setCookie)) {
            values.remove(name);
        } else {
            values.put(name, parts[0].substring(equals + 1).strip());
        }
    }

    private static boolean isDeletion(String setCookie) {
        String attributes = setCookie.toLowerCase(Locale.ROOT).replace(" ", "");
        return attributes.contains(";max-age=0") || attributes.contains(";max-age=-") || attributes.contains("1970");
    }
}
