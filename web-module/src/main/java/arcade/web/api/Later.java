package arcade.web.api;

import arcade.trace.Trace;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Answers a suspended request from another thread. */
final class Later {
    private Later() {}

    /** Whatever making the answer throws becomes the answer, by the same mappers as on the request's own thread. */
    static Runnable resume(AsyncResponse response, Supplier<Response> answer) {
        return Trace.carried(() -> {
            Response made;
            try {
                made = answer.get();
            } catch (RuntimeException failure) {
                response.resume(failure);
                return;
            }
            response.resume(made);
        });
    }
}
