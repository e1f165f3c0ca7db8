package arcade.till.simulation;

import com.stripe.exception.StripeException;
import com.stripe.net.HttpClient;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.util.Map;

/** Carries the real client's requests to whichever simulated call is being spoken, in this process and in virtual time. */
final class SimulatedCarrier extends HttpClient {
    private SimulatedCall<?> speaking;

    void speak(SimulatedCall<?> call) {
        speaking = call;
    }

    @Override
    public StripeResponse request(StripeRequest request) throws StripeException {
        Map<String, Object> parameters = request.params() == null ? Map.of() : request.params();
        return speaking.answer(new SimulatedRequest(
                request.method().name(),
                request.url().getPath().substring(1),
                parameters,
                request.options().getIdempotencyKey()));
    }

    @Override
    public StripeResponse requestWithRetries(StripeRequest request) throws StripeException {
        return request(request);
    }
}
