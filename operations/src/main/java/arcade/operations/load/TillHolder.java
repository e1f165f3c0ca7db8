package arcade.operations.load;

import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.http.NodeClient;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks the nodes which of them is the till. */
final class TillHolder {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Home home;

    TillHolder(Home home) {
        this.home = home;
    }

    /** @throws Failure when no node says that a live one of them is */
    Machine find() throws InterruptedException {
        for (Machine node : home.cluster().liveNodes()) {
            Optional<Machine> holder =
                    ask(node).flatMap(name -> home.cluster().find(name)).filter(Machine::alive);
            if (holder.isPresent()) {
                return holder.get();
            }
        }
        throw new Failure("no node is the till", "see './arcade status', and './arcade up' for nodes that are down");
    }

    private Optional<String> ask(Machine node) throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    new NodeClient(node, home.secrets().operatorToken()).get("/internal/status", TIMEOUT);
            return answer.statusCode() == 200 ? holder(answer.body()) : Optional.empty();
        } catch (IOException e) {
            // Another node may answer; when none does, that is the failure.
            return Optional.empty();
        }
    }

    static Optional<String> holder(String status) {
        try {
            JsonObject till = JsonParser.parseString(status).getAsJsonObject().getAsJsonObject("till");
            return Optional.ofNullable(till)
                    .map(known -> known.get("holder"))
                    .filter(JsonElement::isJsonPrimitive)
                    .map(JsonElement::getAsString);
        } catch (JsonParseException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
