package arcade.till.testing;

import arcade.till.gateway.Gateway;
import arcade.till.gateway.GatewayBooks;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A gateway in memory that has intents, lists, shows, cancels and refunds them, and remembers who asked for what. */
public final class FakeGateway extends HttpClient {
    private static final String INTENTS = "/v1/payment_intents";

    public final List<String> calls = new ArrayList<>();
    private final List<JsonObject> intents = new ArrayList<>();
    private Consumer<String> before = call -> {};
    private final Map<String, String> mixedUp = new HashMap<>();
    private boolean deaf;

    public GatewayBooks books() {
        return new GatewayBooks(new Gateway("http://gateway.test", "sk_test_arcade", this).client());
    }

    /** What happens in the world just before a call is answered. */
    public void before(Consumer<String> happens) {
        before = happens;
    }

    /** From now on nothing that acts is answered, and nothing done. */
    public void deaf(boolean now) {
        deaf = now;
    }

    /** Who asks for the one is shown the other. */
    public void shows(String other, String insteadOf) {
        mixedUp.put(insteadOf, other);
    }

    public void showsWhatIsAskedFor() {
        mixedUp.clear();
    }

    /** @param status in Stripe's words */
    public void has(String id, String status, Map<String, String> metadata, long createdSeconds) {
        JsonObject charge = new JsonObject();
        charge.addProperty("id", "ch_" + id);
        charge.addProperty("object", "charge");
        charge.addProperty("amount_refunded", 0);
        JsonObject intent = new JsonObject();
        intent.addProperty("id", id);
        intent.addProperty("object", "payment_intent");
        intent.addProperty("status", status);
        intent.addProperty("amount", 1_800);
        intent.addProperty("amount_received", status.equals("succeeded") ? 1_800 : 0);
        intent.addProperty("currency", "eur");
        intent.addProperty("created", createdSeconds);
        intent.add("latest_charge", charge);
        JsonObject named = new JsonObject();
        metadata.forEach(named::addProperty);
        intent.add("metadata", named);
        intents.add(intent);
    }

    void becomes(String id, String status) {
        find(id).addProperty("status", status);
    }

    public void disputes(String id) {
        find(id).getAsJsonObject("latest_charge").addProperty("disputed", true);
    }

    public void givesBack(String id, long minor) {
        find(id).getAsJsonObject("latest_charge").addProperty("amount_refunded", minor);
    }

    public void forgets(String id) {
        intents.remove(find(id));
    }

    /** The calls that move money, with their keys. */
    public List<String> moves() {
        return calls.stream().filter(call -> call.startsWith("POST")).toList();
    }

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        String path = request.url().getPath();
        String key = request.headers().firstValue("Idempotency-Key").orElse("");
        String call = (request.method() + " " + path + " " + key).strip();
        calls.add(call);
        before.accept(call);
        if (call.startsWith("POST") && deaf) {
            throw new ApiConnectionException("deaf");
        }
        if (path.equals(INTENTS)) {
            return answer(200, list(parameters(request.url().getQuery())));
        }
        if (path.equals("/v1/refunds")) {
            return refund(new String(request.content().byteArrayContent(), StandardCharsets.UTF_8));
        }
        String id = path.split("/")[3];
        if (intents.stream().noneMatch(intent -> is(intent, id))) {
            return answer(404, "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"resource_missing\"}}");
        }
        if (path.endsWith("/cancel")) {
            becomes(id, "canceled");
        }
        return answer(200, find(mixedUp.getOrDefault(id, id)).toString());
    }

    private StripeResponse refund(String form) {
        JsonObject intent = find(parameters(form).get("payment_intent"));
        intent.getAsJsonObject("latest_charge")
                .addProperty("amount_refunded", intent.get("amount_received").getAsLong());
        return answer(200, "{\"id\":\"re_1\",\"object\":\"refund\",\"status\":\"succeeded\"}");
    }

    /** Newest first, as the gateway does. */
    private String list(Map<String, String> wanted) {
        List<JsonObject> found = intents.stream()
                .filter(intent -> created(intent) >= Long.parseLong(wanted.get("created[gte]")))
                .filter(intent -> created(intent) < Long.parseLong(wanted.get("created[lt]")))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(found);
        String after = wanted.get("starting_after");
        while (after != null && !is(found.remove(0), after)) {
            // Passed over.
        }
        int limit = Integer.parseInt(wanted.get("limit"));
        JsonObject page = new JsonObject();
        page.addProperty("object", "list");
        page.addProperty("has_more", found.size() > limit);
        JsonArray data = new JsonArray();
        found.stream().limit(limit).forEach(data::add);
        page.add("data", data);
        return page.toString();
    }

    private JsonObject find(String id) {
        return intents.stream().filter(intent -> is(intent, id)).findFirst().orElseThrow();
    }

    private static boolean is(JsonObject intent, String id) {
        return intent.get("id").getAsString().equals(id);
    }

    private static long created(JsonObject intent) {
        return intent.get("created").getAsLong();
    }

    private static Map<String, String> parameters(String form) {
        return Arrays.stream(form.split("&"))
                .map(each -> URLDecoder.decode(each, StandardCharsets.UTF_8).split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1], (one, other) -> other));
    }

    private static StripeResponse answer(int status, String body) {
        return new StripeResponse(status, HttpHeaders.of(Map.of()), body);
    }
}
