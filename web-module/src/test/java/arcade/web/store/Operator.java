package arcade.web.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The shops' operator, who speaks to a node itself. */
public record Operator(URL node) {
    public HttpResponse<String> call(String method, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + node.getAuthority() + "/" + path))
                .header("Authorization", "Bearer operator-token-of-the-tests")
                .header("Content-Type", type)
                .method(method, body)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    /** The same, and it must succeed. */
    public void done(String method, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = call(method, path, type, body);
        assertTrue(answer.statusCode() < 300, answer.body());
    }
}
