package arcade.system.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;

/**
 * A browser without a screen and without JavaScript: it keeps every cookie, follows redirects and refreshes, and sends forms with
 * their hidden fields. Nothing is ever sent twice, so an answer that the router did not rescue shows.
 */
public final class Shopper {
    private static final int MOST_HOPS = 60;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String shop;
    private final Map<String, String> cookies;
    private final Optional<Machine> node;

    /** @param shop like {@code http://arcade.localhost:8080} */
    public Shopper(String shop) {
        this(shop, new TreeMap<>(), Optional.empty());
    }

    private Shopper(String shop, Map<String, String> cookies, Optional<Machine> node) {
        this.shop = shop;
        this.cookies = cookies;
        this.node = node;
    }

    /** The same shopper with the same cookies, but asking this node past the router. */
    public Shopper at(Machine other) {
        return new Shopper(shop, cookies, Optional.of(other));
    }

    /** Another browser with the same cookies as they are now: for requests at the same time. */
    public Shopper twin() {
        return new Shopper(shop, new TreeMap<>(cookies), node);
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /** @param path of the shop, or a whole address */
    public Page get(String path) {
        return follow(URI.create(shop).resolve(path), "GET", "", Map.of(), true);
    }

    /** Without following where it leads. */
    public Page look(String path) {
        return follow(URI.create(shop).resolve(path), "GET", "", Map.of(), false);
    }

    /** Sends a form as a browser would, with these fields typed in. */
    public Page submit(FormElement form, Map<String, String> typed) {
        return post(Page.target(form).toString(), filled(form, typed), Map.of());
    }

    /** Sends a form and stays where the answer is, even if that leads elsewhere. */
    public Page send(FormElement form, Map<String, String> typed) {
        return follow(Page.target(form), "POST", encoded(filled(form, typed)), Map.of(), false);
    }

    private static Map<String, String> filled(FormElement form, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (KeyVal field : form.formData()) {
            fields.put(field.key(), field.value());
        }
        fields.putAll(typed);
        return fields;
    }

    /** Sends whatever fields, as an attacker could; the headers replace what a browser would tell. */
    public Page post(String address, Map<String, String> fields, Map<String, String> headers) {
        return follow(URI.create(shop).resolve(address), "POST", encoded(fields), headers, true);
    }

    private Page follow(URI first, String method, String body, Map<String, String> headers, boolean onward) {
        Page page = send(first, method, body, headers);
        for (int hop = 0; onward && hop < MOST_HOPS; hop++) {
            Optional<URI> next = next(page);
            if (next.isEmpty()) {
                return page;
            }
            page = send(next.get(), "GET", "", Map.of());
        }
        if (onward) {
            throw new AssertionError("it leads on and on: " + page);
        }
        return page;
    }

    private static Optional<URI> next(Page page) {
        if (page.status() / 100 == 3) {
            return page.headers().firstValue("Location").map(page.address()::resolve);
        }
        return page.headers().firstValue("Refresh").map(refresh -> {
            String[] parts = refresh.split(";\\s*url=", 2);
            Waiting.pause(Duration.ofMillis(Math.min(500, Long.parseLong(parts[0].strip()) * 1000)));
            return parts.length == 2 ? page.address().resolve(parts[1]) : page.address();
        });
    }

    private Page send(URI address, String method, String body, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>();
        boolean ours = address.getHost().endsWith(".localhost");
        if (ours) {
            all.put("Host", address.getAuthority());
            all.put(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (method.equals("POST")) {
            all.put("Content-Type", "application/x-www-form-urlencoded");
            all.put("Origin", "http://" + address.getAuthority());
            all.put("Sec-Fetch-Site", "same-origin");
        }
        all.putAll(headers);
        HttpRequest.Builder request = HttpRequest.newBuilder(ours ? reachable(address) : address)
                .timeout(TIMEOUT)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        return page(address, ours, send(request.build()));
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Page page(URI address, boolean ours, HttpResponse<String> answer) {
        if (ours) {
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
        }
        return new Page(answer.statusCode(), address, answer.headers(), Jsoup.parse(answer.body(), address.toString()));
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (cookie.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** {@code *.localhost} is this machine, whatever its resolver knows of it. */
    private URI reachable(URI address) {
        int port = node.map(machine -> machine.port("http")).orElse(address.getPort());
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return URI.create("http://127.0.0.1:" + port + address.getRawPath() + query);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
