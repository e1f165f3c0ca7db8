package arcade.web.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** What the JAX-RS runtime refuses before our code is reached: 404, 405, 406, 415 and the like. */
public class ProtocolProblemMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException exception) {
        Response refused = exception.getResponse();
        if (refused.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
            return refused;
        }
        Response.ResponseBuilder answer = problem(refused.getStatus()).response();
        String allow = refused.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 404 -> Problem.of(404, "not-found", "Not found", "This API has nothing at this address.");
            case 405 ->
                Problem.of(
                        405,
                        "method-not-allowed",
                        "Method not allowed",
                        "The header Allow lists the methods of this address.");
            case 406 -> Problem.of(406, "not-acceptable", "Not acceptable", "This API answers application/json.");
            case 415 ->
                Problem.of(
                        415, "unsupported-media-type", "Unsupported media type", "Send the body as application/json.");
            default -> {
                Response.StatusType type = Response.Status.fromStatusCode(status);
                String title = type == null ? "Refused" : type.getReasonPhrase();
                yield Problem.of(status, "refused", title, "The request could not be read.");
            }
        };
    }
}
