package arcade.till.testing;

import arcade.till.gateway.Gateway;
import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A carrier that writes down every request and answers all of them alike. */
public final class RecordedGateway extends HttpClient {
    /** The calls so far: method, path, idempotency key, apart from each other by a blank. */
    public final List<String> calls = new ArrayList<>();

    /** What each call asked for in its address; null where nothing. */
    public final List<String> queries = new ArrayList<>();

    private final int status;
    private final String body;

    private RecordedGateway(int status, String body) {
        this.status = status;
        this.body = body;
    }

    public static RecordedGateway answering(int status, String body) {
        return new RecordedGateway(status, body);
    }

    /** The call arrives; its answer does not. */
    public static RecordedGateway silent() {
        return new RecordedGateway(0, null);
    }

    /** The gateway as the till speaks with it. */
    public Gateway gateway() {
        return new Gateway("http://gateway.invalid", "sk_test", this);
    }

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        calls.add(request.method() + " " + request.url().getPath() + " "
                + request.headers().firstValue("Idempotency-Key").orElse("without key"));
        queries.add(request.url().getQuery());
        if (body == null) {
            throw new ApiConnectionException("Read timed out");
        }
        return new StripeResponse(status, HttpHeaders.of(Map.of()), body);
    }
}
