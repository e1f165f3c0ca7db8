package arcade.sandbox.checkout;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What a shopper's browser is answered with: a document, or the way to another one. */
sealed interface Page {
    void send(HttpExchange exchange) throws IOException;

    /** @param comesBackTo the origin that this page's forms may lead to, besides the gateway itself; may be empty */
    record Document(int status, String html, String comesBackTo) implements Page {
        @Override
        public void send(HttpExchange exchange) throws IOException {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "text/html; charset=utf-8");
            headers.set("Cache-Control", "no-store");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("X-Frame-Options", "DENY");
            headers.set(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                            + comesBackTo);
            byte[] body = html.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** See other: the next page is asked for by GET, so reloading it pays nothing. */
    record Elsewhere(String address) implements Page {
        @Override
        public void send(HttpExchange exchange) throws IOException {
            exchange.getResponseHeaders().set("Location", address);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(303, -1);
        }
    }

    /** Scheme, host and port of an address that was checked when its session was made. */
    static String origin(String address) {
        URI uri = URI.create(address.replace("{CHECKOUT_SESSION_ID}", "cs_test"));
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
