package arcade.web.request;

import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header by which a client says that two requests are one. */
public final class IdempotencyKey {
    /** Its name. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

    private IdempotencyKey() {}

    /** Empty if the client sent none; one that is too long or not ASCII is a problem. */
    public static Optional<String> of(ContainerRequestContext request) {
        Optional<String> key = Optional.ofNullable(request.getHeaderString(HEADER));
        if (key.isPresent() && !KEY.matcher(key.get()).matches()) {
            throw refused("The header " + HEADER + " has 1 to 128 visible ASCII characters; a UUID is good.");
        }
        return key;
    }

    /** The key of a request that must have one. */
    public static String require(Optional<String> key) {
        return key.orElseThrow(() -> refused(
                "This request needs the header " + HEADER + ", so that it can be repeated safely; a UUID is good."));
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(Problem.of(400, "idempotency-key", "Idempotency key missing or wrong", detail));
    }
}
