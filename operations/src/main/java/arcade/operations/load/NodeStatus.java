package arcade.operations.load;

import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.http.NodeClient;
import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** What a node tells the operator of itself; parts that it leaves out are 0. */
record NodeStatus(String node, long sessions, long heapBytes) {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Empty when it does not answer, or not as a node. */
    static Optional<NodeStatus> of(Home home, Machine node) throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    new NodeClient(node, home.secrets().operatorToken()).get("/internal/status", TIMEOUT);
            return answer.statusCode() == 200 ? parse(answer.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<NodeStatus> parse(String body) {
        try {
            return Optional.ofNullable(new Gson().fromJson(body, NodeStatus.class));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }
}
