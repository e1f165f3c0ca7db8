package arcade.sandbox.api;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads a form's text within bounds. */
public final class Body {
    static final int MAX_BYTES = 128 * 1024;

    private Body() {}

    /** @throws ApiRefusal when it is too long or no form */
    public static String form(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            exchange.getResponseHeaders().set("Connection", "close");
            throw new ApiRefusal(
                    413, "invalid_request_error", "The request body is longer than " + MAX_BYTES + " bytes");
        }
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (bytes.length > 0 && (type == null || !type.startsWith("application/x-www-form-urlencoded"))) {
            throw ApiRefusal.invalid(
                    "Invalid request (check that your POST content type is" + " application/x-www-form-urlencoded).");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
