package arcade.operations.node;

import arcade.operations.home.Machine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;

/** What a node sees of the grid: Hazelcast answers it on the grid's port. */
public final class GridView {
    private static final int OK = 200;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private GridView() {}

    /**
     * Whether these counts, one of each node, are those of one grid: every node, and everywhere or nowhere one more, the admin
     * console.
     */
    public static boolean whole(Collection<Integer> counts, int nodes) {
        return counts.stream().allMatch(count -> count == nodes)
                || counts.stream().allMatch(count -> count == nodes + 1);
    }

    /** How many members this node sees, itself included; empty when it does not answer. */
    public static OptionalInt members(Machine node) {
        String answer = health(node, "cluster-size").orElse("");
        return answer.matches("\\d{1,3}") ? OptionalInt.of(Integer.parseInt(answer)) : OptionalInt.empty();
    }

    /** True when every session has its second copy, and none is being moved: a member may leave without a loss. */
    public static boolean safe(Machine node) {
        // Safe is an empty answer with status 200; otherwise the status is 503.
        return health(node, "cluster-safe").isPresent()
                && health(node, "migration-queue-size").filter("0"::equals).isPresent();
    }

    /** Empty without an answer, or when it is no 200. */
    private static Optional<String> health(Machine node, String what) {
        URI address = URI.create("http://" + node.address() + ":" + node.port("grid") + "/hazelcast/health/" + what);
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(2))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == OK ? Optional.of(answer.body().strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
