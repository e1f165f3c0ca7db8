package arcade.web.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.testing.TestRelease;
import arcade.web.internal.InternalApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the router's header to the answer, the problem document and the lines of the log. */
@ExtendWith(ArquillianExtension.class)
class FollowingARequestIT {
    private static final String PAGE = "internal/failing-page";
    private static final String RESOURCE = "internal/failing/resource";
    private static final String REQUEST_ID = "X-Request-Id";

    @ArquillianResource
    private URL base;

    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop()
                .withWeb(InternalApplication.class)
                .and(FailingServlet.class, FailingApplication.class, FailingApplication.Failing.class)
                .war();
    }

    @BeforeEach
    void listen() throws Exception {
        assertEquals(200, ask("POST", PAGE, "").statusCode());
    }

    @Test
    void whatAPageThrowsIsLoggedUnderTheRoutersTrace() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        HttpResponse<String> answer = ask("GET", PAGE, "00-" + trace + "-00f067aa0ba902b7-01");

        assertEquals(500, answer.statusCode());
        assertEquals(trace, answer.headers().firstValue(REQUEST_ID).orElseThrow());
        assertEquals(trace, problem(answer).getString("traceId"));
        assertIsLogged(trace, "of a page");
    }

    @Test
    void whatAResourceThrowsIsLoggedUnderTheRoutersTrace() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4737";

        HttpResponse<String> answer = ask("GET", RESOURCE, "00-" + trace + "-00f067aa0ba902b7-01");

        assertEquals(500, answer.statusCode());
        assertEquals(trace, answer.headers().firstValue(REQUEST_ID).orElseThrow());
        assertEquals(trace, problem(answer).getString("traceId"));
        assertIsLogged(trace, "of a resource");
    }

    @Test
    void withoutARouterARequestGetsATraceOfItsOwn() throws Exception {
        String first = problem(ask("GET", PAGE, "")).getString("traceId");
        String second = problem(ask("GET", PAGE, "")).getString("traceId");

        assertTrue(first.matches("[0-9a-f]{32}"), first);
        assertNotEquals(first, second);
        assertIsLogged(second, "of a page");
    }

    @Test
    void whatIsNoTraceIsNotTaken() throws Exception {
        for (String hostile : List.of(
                "00-x\",\"level\":\"SEVERE\",\"message\":\"forged-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "forged")) {
            HttpResponse<String> answer = ask("GET", PAGE, hostile);

            String told = answer.headers().firstValue(REQUEST_ID).orElseThrow();
            assertTrue(told.matches("[0-9a-f]{32}"), told);
            assertFalse(hostile.contains(told), told);
            assertEquals(told, problem(answer).getString("traceId"));
        }
        assertFalse(heard().contains("forged"));
    }

    private void assertIsLogged(String trace, String what) throws Exception {
        String log = heard();
        assertTrue(log.startsWith("console: true"), log);
        List<String> lines = log.lines().filter(line -> line.contains(what)).toList();
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("{\"trace\":\"" + trace + "\",")), log);
        assertTrue(lines.stream().allMatch(line -> line.startsWith("{\"trace\":\"")), log);
    }

    private String heard() throws Exception {
        return ask("PUT", PAGE, "").body();
    }

    private static JsonObject problem(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private HttpResponse<String> ask(String method, String path, String parent) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.toURI().resolve(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (!parent.isEmpty()) {
            request.header("traceparent", parent);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
