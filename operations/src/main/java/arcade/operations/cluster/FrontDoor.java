package arcade.operations.cluster;

import arcade.operations.home.Machine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Looks at the shop as a visitor does: through the door, by the shop's host name. */
final class FrontDoor {
    private static final int OK = 200;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private final Machine door;
    private String answer = "no answer";

    FrontDoor(Machine door) {
        this.door = door;
    }

    /** True when the shop's first page comes. */
    boolean opens(String host) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(door.url() + "/"))
                .timeout(Duration.ofSeconds(5))
                .header("Host", host + ":" + door.port("http"))
                .build();
        try {
            int status =
                    HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            answer = "status " + status;
            return status == OK;
        } catch (IOException e) {
            answer = "no answer";
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String answer() {
        return answer;
    }
}
