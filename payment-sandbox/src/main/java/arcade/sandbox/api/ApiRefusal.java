package arcade.sandbox.api;

import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.Json;
import com.google.gson.JsonObject;

/** A request that is answered with Stripe's error object. */
public final class ApiRefusal extends RuntimeException {
    private final int status;
    private final JsonObject error = new JsonObject();
    private boolean outcome;

    public ApiRefusal(int status, String type, String message) {
        super(message);
        this.status = status;
        error.addProperty("type", type);
        error.addProperty("message", message);
    }

    /** A bad parameter: 400, found before anything was executed. */
    public static ApiRefusal badParameter(String code, String parameter, String message) {
        return invalid(message).code(code).with("param", parameter);
    }

    public static ApiRefusal invalid(String message) {
        return new ApiRefusal(400, "invalid_request_error", message);
    }

    public static ApiRefusal missing(String what, String id, String parameter) {
        return new ApiRefusal(404, "invalid_request_error", "No such " + what + ": '" + id + "'")
                .code("resource_missing")
                .with("param", parameter);
    }

    /** The request was executed and this is what came of it: an idempotency key replays it. */
    public ApiRefusal asOutcome() {
        outcome = true;
        return this;
    }

    public ApiRefusal code(String code) {
        error.addProperty("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        return with("code", code);
    }

    public ApiRefusal with(String name, String value) {
        if (value != null) {
            error.addProperty(name, value);
        }
        return this;
    }

    /** Adds a resource, such as the payment intent that was declined. */
    public ApiRefusal about(String name, Object resource) {
        error.add(name, Json.tree(resource));
        return this;
    }

    public boolean isOutcome() {
        return outcome;
    }

    public Answer answer() {
        JsonObject body = new JsonObject();
        body.add("error", error);
        return Answer.of(status, Json.text(body));
    }
}
