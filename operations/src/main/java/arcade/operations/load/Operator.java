package arcade.operations.load;

import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.http.NodeClient;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Somebody in the back office who gives money back, at whichever node answers. For several threads. */
final class Operator {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MOST_TRIES = 10;
    private static final long PAUSE_MILLIS = 300;
    private static final int NOT_FOUND = 404;
    private static final int NONE = 0;

    private final Home home;

    Operator(Home home) {
        this.home = home;
    }

    /**
     * Sends the request until a node answers, the same under the same key.
     *
     * @param amountMinor null gives back all that is left
     * @return the last answer's status; 0 when no node answered
     */
    int refund(String order, Long amountMinor, String key, Random random) throws InterruptedException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int status = once(order, amountMinor, key, random);
            // A node that is still starting knows no such address.
            if (status != NONE && status != NOT_FOUND && status / 100 != 5) {
                return status;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return NONE;
    }

    private int once(String order, Long amountMinor, String key, Random random) throws InterruptedException {
        List<Machine> nodes = home.cluster().liveNodes();
        if (nodes.isEmpty()) {
            return NONE;
        }
        NodeClient node = new NodeClient(
                nodes.get(random.nextInt(nodes.size())), home.secrets().operatorToken());
        try {
            return node.send(
                            node.request("/internal/v1/orders/" + order + "/refunds", TIMEOUT)
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", key)
                                    .POST(BodyPublishers.ofString(
                                            "{\"amountMinor\":" + amountMinor + ",\"reason\":\"proof\"}"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return NONE;
        }
    }
}
