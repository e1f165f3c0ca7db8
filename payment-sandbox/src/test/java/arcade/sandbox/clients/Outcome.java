package arcade.sandbox.clients;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import com.stripe.model.StripeObject;
import com.stripe.net.StripeResponse;
import java.util.List;
import java.util.Optional;

/** What the client for Java made of an answer, without what differs from run to run. */
final class Outcome {
    private final List<String> fields = Scenario.fields();
    private final Names names;

    Outcome(Names names) {
        this.names = names;
    }

    JsonObject success(StripeObject object) {
        JsonObject tree = tree(object);
        JsonObject result = new JsonObject();
        for (String field : fields) {
            if (!isMissing(tree.get(field))) {
                result.add(field, plain(field, tree.get(field)));
            }
        }
        return withReplay(result, object.getLastResponse());
    }

    JsonObject failure(StripeException problem) {
        if (problem instanceof SignatureVerificationException) {
            return error("signature");
        }
        StripeError told = problem.getStripeError();
        if (told == null) {
            // No answer or none that can be read: the clients tell the two apart, but not alike.
            return error("none");
        }
        JsonObject error = new JsonObject();
        error.addProperty("status", problem.getStatusCode());
        error.addProperty("type", told.getType());
        add(error, "code", told.getCode());
        add(error, "decline_code", told.getDeclineCode());
        add(error, "param", told.getParam());
        add(error, "message", names.named(told.getMessage()));
        Optional.ofNullable(told.getPaymentIntent())
                .ifPresent(intent -> error.addProperty("payment_intent", intent.getStatus()));
        JsonObject result = new JsonObject();
        result.add("error", error);
        return withReplay(result, told.getLastResponse());
    }

    static JsonObject tree(StripeObject object) {
        return JsonParser.parseString(object.toJson()).getAsJsonObject();
    }

    private JsonElement plain(String field, JsonElement value) {
        return switch (field) {
            case "next_action" -> value.getAsJsonObject().get("type");
            case "last_payment_error" -> value.getAsJsonObject().get("code");
            case "data" -> data(value.getAsJsonArray());
            case "metadata" -> value;
            default -> {
                JsonElement flat =
                        value.isJsonObject() ? value.getAsJsonObject().get("id") : value;
                boolean isText = flat.getAsJsonPrimitive().isString();
                yield isText ? new JsonPrimitive(names.named(flat.getAsString())) : flat;
            }
        };
    }

    private JsonElement data(JsonArray list) {
        JsonArray ids = new JsonArray();
        list.forEach(
                each -> ids.add(names.named(each.getAsJsonObject().get("id").getAsString())));
        return ids;
    }

    private static JsonObject withReplay(JsonObject result, StripeResponse response) {
        if (response != null
                && response.headers().firstValue("Idempotent-Replayed").isPresent()) {
            result.addProperty("replayed", true);
        }
        return result;
    }

    private static JsonObject error(String type) {
        JsonObject error = new JsonObject();
        error.addProperty("type", type);
        JsonObject result = new JsonObject();
        result.add("error", error);
        return result;
    }

    private static void add(JsonObject object, String name, String value) {
        if (value != null) {
            object.addProperty(name, value);
        }
    }

    private static boolean isMissing(JsonElement value) {
        return value == null
                || value.isJsonNull()
                || value.isJsonArray() && value.getAsJsonArray().isEmpty()
                || value.isJsonObject() && value.getAsJsonObject().size() == 0;
    }
}
