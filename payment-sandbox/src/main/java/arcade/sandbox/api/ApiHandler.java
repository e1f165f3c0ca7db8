package arcade.sandbox.api;

import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.Event;
import arcade.sandbox.ledger.Ids;
import arcade.sandbox.ledger.KeyConflict;
import arcade.sandbox.ledger.Ledger;
import arcade.sandbox.ledger.Request;
import arcade.sandbox.ledger.Transaction;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Everything below {@code /v1/}: key, route, parameters, idempotency, answer. */
public final class ApiHandler implements HttpHandler {
    private static final String ROOT = "/v1/";
    private static final int MAX_KEY_LENGTH = 255;

    private final Authentication authentication;
    private final Ledger ledger;
    private final List<Route> routes;
    private final PublishedParameters published = PublishedParameters.read();

    public ApiHandler(String key, Ledger ledger, List<Route> routes) {
        this.authentication = new Authentication(key);
        this.ledger = ledger;
        this.routes = List.copyOf(routes);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String id = Ids.next("req_");
        Headers headers = exchange.getResponseHeaders();
        headers.set("Request-Id", id);
        headers.set("Stripe-Version", Event.API_VERSION);
        Answer answer = answer(exchange, id);
        if (answer.isReplay()) {
            headers.set("Idempotent-Replayed", "true");
            headers.set("Original-Request", answer.originalRequest());
        }
        headers.set("Content-Type", "application/json");
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange, String id) throws IOException {
        try {
            authentication.require(exchange.getRequestHeaders().getFirst("Authorization"));
            return execute(exchange, id);
        } catch (ApiRefusal refusal) {
            return refusal.answer();
        } catch (KeyConflict conflict) {
            return refusal(conflict, exchange.getRequestHeaders().getFirst("Idempotency-Key"))
                    .answer();
        } catch (RuntimeException bug) {
            // The last place where a bug can still be answered; without it the client would only see a closed socket.
            System.err.println("request " + id + " failed: " + bug);
            bug.printStackTrace();
            return new ApiRefusal(500, "api_error", "The sandbox failed on request " + id + "; its log says why")
                    .answer();
        }
    }

    private Answer execute(HttpExchange exchange, String id) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getRawPath().substring(ROOT.length());
        boolean isPost = method.equals("POST");
        String query = exchange.getRequestURI().getRawQuery();
        String encoded =
                isPost ? Body.form(exchange) : Optional.ofNullable(query).orElse("");
        for (Route route : routes) {
            Optional<String> resource = route.match(method, path);
            if (resource.isPresent()) {
                Call call = new Call(resource.get(), Form.parse(encoded));
                published.requireKnown(route, call.parameters());
                Expansion.requireKnown(call.parameters());
                Request request = isPost ? request(exchange, id, path, encoded) : Request.internal(id);
                return ledger.transact(request, transaction -> run(route, transaction, call));
            }
        }
        throw new ApiRefusal(
                404,
                "invalid_request_error",
                "Unrecognized request URL (" + method + ": " + ROOT + path + "). Please see docs/sandbox.md.");
    }

    private static Answer run(Route route, Transaction transaction, Call call) {
        try {
            return route.work().apply(transaction, call);
        } catch (ApiRefusal refusal) {
            if (refusal.isOutcome()) {
                return refusal.answer();
            }
            throw refusal;
        }
    }

    private static Request request(HttpExchange exchange, String id, String path, String encoded) {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key == null || key.isEmpty()) {
            return Request.internal(id);
        }
        if (key.length() > MAX_KEY_LENGTH) {
            throw ApiRefusal.invalid("Idempotency keys can be at most " + MAX_KEY_LENGTH + " characters long");
        }
        exchange.getResponseHeaders().set("Idempotency-Key", key);
        return new Request(id, key, Fingerprint.of(path, Form.canonical(encoded)));
    }

    private static ApiRefusal refusal(KeyConflict conflict, String key) {
        return switch (conflict.reason()) {
            case IN_USE ->
                new ApiRefusal(
                                409,
                                "idempotency_error",
                                "There is currently another in-progress request using this Idempotent Key (that probably"
                                        + " means you submitted twice, and the other request is still going through): "
                                        + key + ". Please try again later.")
                        .code("idempotency_key_in_use");
            case OTHER_REQUEST ->
                new ApiRefusal(
                        400,
                        "idempotency_error",
                        "Keys for idempotent requests can only be used with the same endpoint and parameters they were"
                                + " first used with. Try using a key other than '" + key
                                + "' if you meant to execute a different request.");
        };
    }
}
