package arcade.web.problem;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * What was wrong with a request, for the client's developer: RFC 9457.
 *
 * @param name the kind of problem, stable; its type is {@code urn:problem-type:arcade:} and this
 * @param title the same for every problem of this kind
 * @param detail one sentence about this occurrence that names values and what to do
 * @param more further members of the document
 */
public record Problem(int status, String name, String title, String detail, Map<String, JsonValue> more) {
    public static final String TYPE = "application/problem+json";
    private static final String NAMES = "urn:problem-type:arcade:";
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    public Problem {
        more = Map.copyOf(more);
    }

    public static Problem of(int status, String name, String title, String detail) {
        return new Problem(status, name, title, detail, Map.of());
    }

    public JsonObject json() {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("type", NAMES + name)
                .add("title", title)
                .add("status", status)
                .add("detail", detail);
        more.forEach(json::add);
        return json.build();
    }

    public Response.ResponseBuilder response() {
        return Response.status(status)
                .type(TYPE)
                .header("Cache-Control", "no-store")
                .entity(json().toString());
    }
}
