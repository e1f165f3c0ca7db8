package arcade.sandbox.api;

import arcade.sandbox.fault.Operation;
import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.Transaction;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One operation of the API.
 *
 * @param pattern the path after {@code /v1/}, with {@code *} for the identifier
 * @param operation what the rules for faults call it
 * @param work answers; refuses with {@link ApiRefusal} before it changes anything
 */
public record Route(String method, String pattern, Operation operation, BiFunction<Transaction, Call, Answer> work) {
    public static Route get(String pattern, BiFunction<Transaction, Call, Answer> work) {
        return new Route("GET", pattern, Operation.of("GET", pattern), work);
    }

    public static Route post(String pattern, BiFunction<Transaction, Call, Answer> work) {
        return new Route("POST", pattern, Operation.of("POST", pattern), work);
    }

    /** The identifier in the path, or empty text for a path without one, when this route is meant. */
    Optional<String> match(String method, String path) {
        if (!method.equals(this.method)) {
            return Optional.empty();
        }
        int star = pattern.indexOf('*');
        if (star < 0) {
            return path.equals(pattern) ? Optional.of("") : Optional.empty();
        }
        int tail = pattern.length() - star - 1;
        boolean fits = path.length() > star + tail
                && path.startsWith(pattern.substring(0, star))
                && path.endsWith(pattern.substring(star + 1));
        String id = fits ? path.substring(star, path.length() - tail) : "/";
        return id.indexOf('/') < 0 ? Optional.of(id) : Optional.empty();
    }
}
