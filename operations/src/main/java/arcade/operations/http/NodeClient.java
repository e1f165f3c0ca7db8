package arcade.operations.http;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Calls one node past the router, as the operator: its {@code /health} and {@code /internal} addresses. */
public final class NodeClient {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final String url;
    private final String token;

    public NodeClient(Machine machine, String operatorToken) {
        this.url = machine.url();
        this.token = operatorToken;
    }

    /** @throws Failure when no node's process lives */
    public static NodeClient ofAnyLiveNode(Home home) {
        ClusterState state = home.cluster();
        Machine node = state.liveNodes().stream()
                .findFirst()
                .orElseThrow(() -> new Failure("no node is running", "run './arcade up'"));
        return new NodeClient(node, home.secrets().operatorToken());
    }

    /** A request to this node with the operator's token; add the method and send it. */
    public HttpRequest.Builder request(String path, Duration timeout) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(timeout)
                .header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> get(String path, Duration timeout) throws IOException, InterruptedException {
        return send(request(path, timeout).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(
            String method, String path, String type, BodyPublisher body, BodyHandler<T> answer, Duration timeout)
            throws IOException, InterruptedException {
        return send(
                request(path, timeout)
                        .header("Content-Type", type)
                        .method(method, body)
                        .build(),
                answer);
    }

    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> answer)
            throws IOException, InterruptedException {
        return HTTP.send(request, answer);
    }

    /** For an answer that comes slowly, piece by piece: the caller bounds how long it waits for the next piece. */
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> answer) {
        return HTTP.sendAsync(request, answer);
    }
}
