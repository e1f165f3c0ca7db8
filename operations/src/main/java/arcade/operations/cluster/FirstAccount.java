package arcade.operations.cluster;

import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Secrets;
import arcade.operations.http.NodeClient;
import arcade.operations.topology.Topology;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The first account of the back office, with a password that is good for one sign-in. Made once; a house that has staff keeps it. */
final class FirstAccount {
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final int MADE = 201;
    private static final int THERE_IS_STAFF = 204;
    /** A release from before the back office, after a rollback. */
    private static final int UNKNOWN = 404;

    private final Home home;
    private final Topology topology;

    FirstAccount(Home home, Topology topology) {
        this.home = home;
        this.topology = topology;
    }

    void make() {
        JsonObject account = new JsonObject();
        account.addProperty("email", topology.backoffice().admin());
        account.addProperty("password", home.secrets().own(Secrets.FIRST_PASSWORD));
        HttpResponse<String> answer = send(account);
        switch (answer.statusCode()) {
            case MADE ->
                Console.step("first account of the back office: "
                        + topology.backoffice().admin());
            case THERE_IS_STAFF, UNKNOWN -> {
                // Nothing to do.
            }
            default ->
                throw Failure.degraded(
                        "the first account of the back office was not made: " + answer.body(),
                        "run './arcade up' again; the shops sell meanwhile");
        }
    }

    private HttpResponse<String> send(JsonObject account) {
        try {
            return NodeClient.ofAnyLiveNode(home)
                    .send(
                            "PUT",
                            "/internal/v1/staff/first",
                            "application/json",
                            BodyPublishers.ofString(account.toString()),
                            BodyHandlers.ofString(),
                            WITHIN);
        } catch (IOException e) {
            throw Failure.degraded(
                    "the first account of the back office was not made: " + e.getMessage(),
                    "run './arcade up' again; the shops sell meanwhile");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", "run './arcade up' again", e);
        }
    }
}
