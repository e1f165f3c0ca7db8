package arcade.sandbox.clients;

import arcade.sandbox.RunningSandbox;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.StripeObject;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Plays the scenarios with the official client for Java. */
final class JavaClient {
    private final Stage stage;
    private final JavaCalls calls;
    private Names names = new Names();
    private Outcome outcome = new Outcome(names);
    private CompletableFuture<JsonObject> begun;

    JavaClient(Stage stage) {
        this.stage = stage;
        this.calls = new JavaCalls(StripeClient.builder()
                .setApiKey(RunningSandbox.KEY)
                .setApiBase(stage.sandbox().url(""))
                .setMaxNetworkRetries(0)
                .build());
    }

    /** One line of JSON for each step. */
    List<String> play(List<Scenario> scenarios) throws InterruptedException {
        List<String> transcript = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            names = new Names();
            outcome = new Outcome(names);
            for (int i = 0; i < scenario.steps().size(); i++) {
                JsonObject step = scenario.steps().get(i);
                JsonObject line = new JsonObject();
                line.addProperty("scenario", scenario.name());
                line.addProperty("step", i + 1);
                line.add("do", step.get("do"));
                line.add("result", perform(step));
                transcript.add(line.toString());
            }
        }
        return transcript;
    }

    private JsonObject perform(JsonObject step) throws InterruptedException {
        return switch (text(step, "do").orElseThrow()) {
            case "shopper" ->
                status(stage.sandbox()
                        .post(
                                names.lookUp(step.get("to").getAsString()),
                                step.get("form").getAsString()));
            case "faults" ->
                status(stage.sandbox()
                        .control("POST", "/_ctl/faults", step.get("set").toString()));
            case "clock" ->
                status(stage.sandbox()
                        .control("POST", "/_ctl/clock", step.get("set").toString()));
            case "begin" -> begin(step);
            case "finish" -> begun.orTimeout(20, TimeUnit.SECONDS).join();
            case "event" -> receive(step);
            default -> call(step);
        };
    }

    private JsonObject call(JsonObject step) {
        RequestOptions.RequestOptionsBuilder options = RequestOptions.builder();
        text(step, "key").ifPresent(options::setIdempotencyKey);
        text(step, "apiKey").ifPresent(options::setApiKey);
        String id = text(step, "on").map(names::lookUp).orElse(null);
        JsonElement with = step.has("with") ? step.get("with") : new JsonObject();
        @SuppressWarnings("unchecked") // an object resolves to a map
        Map<String, Object> parameters = (Map<String, Object>) names.resolve(with);
        try {
            StripeObject object = calls.call(step.get("do").getAsString(), id, parameters, options.build());
            text(step, "save").ifPresent(name -> names.save(name, Outcome.tree(object)));
            return outcome.success(object);
        } catch (StripeException problem) {
            return outcome.failure(problem);
        }
    }

    private JsonObject begin(JsonObject step) {
        JsonObject call = step.getAsJsonObject("call");
        begun = CompletableFuture.supplyAsync(() -> call(call));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!stage.sandbox().injected().contains(step.get("until").getAsString())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no fault " + step.get("until") + " within 20 s");
            }
        }
        return new JsonObject();
    }

    private JsonObject receive(JsonObject step) throws InterruptedException {
        String about = names.lookUp(step.get("about").getAsString());
        JsonObject event = stage.box().event(step.get("type").getAsString(), about);
        String body = event.get("body").getAsString();
        String received = step.has("tampered") ? body.replace("\"livemode\":false", "\"livemode\":true") : body;
        try {
            Event verified = Webhook.constructEvent(
                    received,
                    event.get("signature").getAsString(),
                    text(step, "secret").orElse(RunningSandbox.WEBHOOK_SECRET));
            JsonObject result = new JsonObject();
            result.addProperty("type", verified.getType());
            JsonObject data = JsonParser.parseString(verified.toJson())
                    .getAsJsonObject()
                    .getAsJsonObject("data")
                    .getAsJsonObject("object");
            result.addProperty("about", names.named(data.get("id").getAsString()));
            return result;
        } catch (StripeException problem) {
            return outcome.failure(problem);
        }
    }

    private static JsonObject status(HttpResponse<String> answer) {
        JsonObject result = new JsonObject();
        result.addProperty("http", answer.statusCode());
        return result;
    }

    private static Optional<String> text(JsonObject step, String name) {
        return Optional.ofNullable(step.get(name)).map(JsonElement::getAsString);
    }
}
