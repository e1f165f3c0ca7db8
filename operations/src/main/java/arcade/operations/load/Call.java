package arcade.operations.load;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request before it is sent.
 *
 * @param headers names and values in turn
 * @param replaySafe may be sent twice: the second time changes nothing
 */
record Call(String method, URI uri, String body, List<String> headers, boolean replaySafe) {

    static Call get(URI uri) {
        return new Call("GET", uri, "", List.of(), true);
    }

    /** Safe by its idempotency key. */
    static Call json(URI uri, String body, String idempotencyKey) {
        return new Call(
                "POST",
                uri,
                body,
                List.of("Content-Type", "application/json", "Idempotency-Key", idempotencyKey),
                true);
    }

    /** A form as a browser sends it; safe only when its address carries a {@code key}. */
    static Call form(URI uri, Map<String, String> fields, String origin) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        List<String> headers = List.of(
                "Content-Type", "application/x-www-form-urlencoded", "Origin", origin, "Sec-Fetch-Site", "same-origin");
        boolean keyed = uri.getQuery() != null && ("&" + uri.getQuery()).contains("&key=");
        return new Call("POST", uri, body, headers, keyed);
    }

    Call with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Call(method, uri, body, List.copyOf(more), replaySafe);
    }

    /** Waits on purpose, see {@code Prefer: wait}. */
    boolean isWait() {
        return headers.contains("Prefer");
    }

    HttpRequest.Builder request() {
        BodyPublisher content =
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body, StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, content);
        return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
