package arcade.web.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** A client of the API under one host name, as strict or as sloppy as a test wants it. */
final class Api {
    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    // An upgrade to HTTP/2 would forget the host name that the test wants.
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URL node;
    private final String host;

    Api(URL node, String host) {
        this.node = node;
        this.host = host;
    }

    record Reply(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonObject json() {
            return Json.createReader(new StringReader(response.body())).readObject();
        }

        /** The last part of a problem's type; empty if this is none. */
        String problem() {
            String type = json().getString("type", "");
            return header("Content-Type").startsWith("application/problem+json")
                    ? type.substring(type.lastIndexOf(':') + 1)
                    : "";
        }
    }

    /** @param headers names and values in turn */
    Reply call(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(node.toString().replaceAll("/$", "") + path))
                .header("Host", host)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Reply(HTTP.send(request.build(), BodyHandlers.ofString()));
    }

    Reply get(String path, String... headers) throws IOException, InterruptedException {
        return call("GET", path, null, headers);
    }

    /** With a key of its own. */
    Reply post(String path, String body) throws IOException, InterruptedException {
        return post(path, body, UUID.randomUUID().toString());
    }

    Reply post(String path, String body, String key, String... headers) throws IOException, InterruptedException {
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 4, headers.length);
        all[0] = "Idempotency-Key";
        all[1] = key;
        all[2] = "Content-Type";
        all[3] = "application/json";
        return call("POST", path, body, all);
    }

    String newCart() throws IOException, InterruptedException {
        return post("/api/v1/carts", null).json().getString("token");
    }

    String cartWith(String sku, int quantity) throws IOException, InterruptedException {
        String cart = newCart();
        post("/api/v1/carts/" + cart + "/lines", "{\"sku\":\"" + sku + "\",\"quantity\":" + quantity + "}");
        return cart;
    }

    /** A checkout in which nothing is wrong. */
    static String checkout(String cart, String more) {
        return "{\"cart\":\"" + cart
                + "\",\"email\":\"ann@example.org\",\"name\":\"Ann\",\"address\":{\"line1\":\"Street 1\","
                + "\"postalCode\":\"12345\",\"city\":\"Berlin\",\"country\":\"DE\"},"
                + "\"payment\":{\"method\":\"token\",\"token\":\"pm_card_visa\"}" + more + "}";
    }
}
