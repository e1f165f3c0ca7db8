package arcade.till.simulation;

import arcade.till.gateway.Gateway;
import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One conversation with the gateway, of one request or several, whose requests are events of their own in virtual time: the real
 * code is spoken again from its beginning each time an answer has come, with the answers it had before, until it needs no more.
 */
final class SimulatedCall<T> {
    private static final HttpHeaders HEADERS = HttpHeaders.of(Map.of("Request-Id", List.of("req_1")));

    private final Function<Gateway, T> conversation;
    private final List<Optional<SimulatedReply>> heard = new ArrayList<>();
    private int spoken;
    private SimulatedRequest waiting;

    SimulatedCall(Function<Gateway, T> conversation) {
        this.conversation = conversation;
    }

    /** What the conversation comes to; empty while it waits for the answer to {@link #request}. */
    Optional<T> speak() {
        SimulatedClient client = SimulatedClient.get();
        client.carrier.speak(this);
        spoken = 0;
        try {
            return Optional.of(conversation.apply(client.gateway));
        } catch (NoAnswerYet e) {
            return Optional.empty();
        }
    }

    SimulatedRequest request() {
        return waiting;
    }

    /** @param reply empty: the connection broke, or nothing came in time */
    void hear(Optional<SimulatedReply> reply) {
        heard.add(reply);
    }

    StripeResponse answer(SimulatedRequest request) throws ApiConnectionException {
        if (spoken == heard.size()) {
            waiting = request;
            throw NoAnswerYet.INSTANCE;
        }
        SimulatedReply reply = heard.get(spoken++)
                .orElseThrow(() -> new ApiConnectionException("no answer to " + request.name(), null));
        return new StripeResponse(reply.status(), HEADERS, reply.body());
    }

    /** Passes through all that catches exceptions. */
    private static final class NoAnswerYet extends Error {
        static final NoAnswerYet INSTANCE = new NoAnswerYet();

        private NoAnswerYet() {
            super("waiting", null, false, false);
        }
    }
}
