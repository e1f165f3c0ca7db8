package arcade.sandbox.api;

import arcade.sandbox.fault.Distortion;
import arcade.sandbox.fault.Fault;
import arcade.sandbox.fault.Faults;
import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.Ids;
import arcade.sandbox.ledger.Ledger;
import arcade.sandbox.ledger.Request;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Everything below {@code /v1/}: key, route, parameters, idempotency, faults, answer. */
public final class ApiHandler implements HttpHandler {
    private static final String ROOT = "/v1/";
    private static final int MAX_KEY_LENGTH = 255;

    private final Authentication authentication;
    private final Ledger ledger;
    private final List<Route> routes;
    private final Faults faults;
    private final Distortion distortion;
    private final Waiting waiting;
    private final PublishedParameters published = PublishedParameters.read();

    public ApiHandler(
            String key, Ledger ledger, List<Route> routes, Faults faults, Distortion distortion, Waiting waiting) {
        this.authentication = new Authentication(key);
        this.ledger = ledger;
        this.routes = List.copyOf(routes);
        this.faults = faults;
        this.distortion = distortion;
        this.waiting = waiting;
    }

    /** Returns before the exchange is answered when a fault makes it wait: it waits without a thread. */
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String id = Ids.next("req_");
        Reply reply = new Reply(exchange, id, waiting, distortion);
        RoutedCall call;
        try {
            authentication.require(exchange.getRequestHeaders().getFirst("Authorization"));
            call = route(exchange, id);
        } catch (ApiRefusal refusal) {
            reply.send(refusal.answer());
            return;
        } catch (RuntimeException bug) {
            reply.send(RoutedCall.failure(id, bug));
            return;
        }
        serve(call, reply, faults.on(call.operation()));
    }

    private static void serve(RoutedCall call, Reply reply, Fault fault) {
        if (fault.isInstead()) {
            reply.later(fault.millisBefore(), () -> reply.send(fault.error(), fault), () -> {});
            return;
        }
        Optional<Answer> known = call.claim(fault);
        if (known.isPresent()) {
            reply.send(known.get(), fault);
        } else {
            reply.later(fault.millisBefore(), () -> reply.send(call.run(fault), fault), call::giveUp);
        }
    }

    private RoutedCall route(HttpExchange exchange, String id) throws IOException {
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
                return new RoutedCall(ledger, route, call, request);
            }
        }
        throw new ApiRefusal(
                404,
                "invalid_request_error",
                "Unrecognized request URL (" + method + ": " + ROOT + path + "). Please see docs/sandbox.md.");
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
}
