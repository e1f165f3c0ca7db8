package arcade.web.internal;

import arcade.fulfilment.Outcome;
import arcade.fulfilment.Outcome.Done;
import arcade.fulfilment.Outcome.Refused;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import arcade.web.request.Body;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an operator sends and gets about pieces of an order. */
final class OutcomeDocuments {
    private OutcomeDocuments() {}

    /** @param name an array of objects with {@code position} and {@code pieces} */
    static SortedMap<Integer, Integer> pieces(Body body, String name) {
        SortedMap<Integer, Integer> pieces = new TreeMap<>();
        if (!(body.json().get(name) instanceof JsonArray lines)) {
            throw body.wrong(name, "must be an array of objects with position and pieces");
        }
        for (JsonValue line : lines) {
            if (line.getValueType() != JsonValue.ValueType.OBJECT) {
                throw body.wrong(name, "must be an array of objects with position and pieces");
            }
            Body each = new Body(name + ".", line.asJsonObject());
            if (pieces.put(small(each.integer("position")), small(each.integer("pieces"))) != null) {
                throw each.wrong("position", "stands there twice");
            }
        }
        return pieces;
    }

    static Response answer(String name, Outcome outcome) {
        if (outcome instanceof Refused refused) {
            throw new ProblemException(Problem.of(
                    status(refused.reason()),
                    refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    "Nothing was changed",
                    refused.detail()));
        }
        Done done = (Done) outcome;
        Response.ResponseBuilder answer = Response.status(Response.Status.CREATED)
                .entity(Json.createObjectBuilder()
                        .add(name, done.ref().value())
                        .build()
                        .toString())
                .header("Cache-Control", "no-store");
        return (done.again() ? answer.header("Idempotent-Replayed", "true") : answer).build();
    }

    private static int status(Outcome.Reason reason) {
        return switch (reason) {
            case NO_SUCH_ORDER, NO_SUCH_SHIPMENT, NO_SUCH_RETURN -> 404;
            case NOT_PAID, SHIPPED, TOO_LATE, DECIDED -> 409;
            case NOTHING, TOO_MANY, TEXT -> 422;
        };
    }

    /** What is out of every bound stays out of bounds. */
    private static int small(long number) {
        return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, number));
    }
}
