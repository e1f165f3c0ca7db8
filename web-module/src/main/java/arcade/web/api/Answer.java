package arcade.web.api;

import arcade.shared.Token;
import arcade.web.request.Body;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/**
 * The answer to a mutation.
 *
 * @param body JSON
 * @param replayed whether it was given before to the same request
 */
record Answer(int status, String body, boolean replayed) {

    static Answer of(int status, String body) {
        return new Answer(status, body, false);
    }

    /** The public reference of what the mutation made. */
    Token token() {
        return new Token(Body.parse(body.getBytes(StandardCharsets.UTF_8)).text("token"));
    }

    Response.ResponseBuilder response() {
        Response.ResponseBuilder response = Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .entity(body);
        return replayed ? response.header("Idempotent-Replayed", "true") : response;
    }
}
