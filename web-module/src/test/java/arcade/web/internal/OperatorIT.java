package arcade.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.importing.Posted;
import arcade.testing.TestRelease;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator's tool and a browser see of stores, imports and pictures: the whole release, over HTTP. */
@ExtendWith(ArquillianExtension.class)
class OperatorIT {
    private static final String TOKEN = "operator-token-of-the-tests";
    private static final String HEADER = "Handle,Title,Type,Variant Price,Image Src";

    @ArquillianResource
    private URL base;

    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(InternalApplication.class).war();
    }

    @Test
    void withoutTheTokenNothingIsDone() throws Exception {
        HttpRequest request = at("internal/v1/stores/thief")
                .PUT(store("thief", "thief.localhost"))
                .build();

        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

        assertEquals(401, answer.statusCode());
        assertTrue(type(answer).startsWith("application/problem+json"), type(answer));
        assertEquals(404, post("thief", "text/csv", BodyPublishers.ofString("")).statusCode());
    }

    @Test
    void aStoreIsMadeOnceAndItsHostIsItsOwn() throws Exception {
        assertEquals(200, put("first", store("first", "first.localhost")).statusCode());
        assertEquals(200, put("first", store("first", "first.localhost")).statusCode());

        HttpResponse<String> taken = put("second", store("second", "first.localhost"));
        HttpResponse<String> wrong = put("second", BodyPublishers.ofString("{\"name\": 1"));

        assertEquals(409, taken.statusCode());
        assertTrue(taken.body().contains("belongs to the store first"), taken.body());
        assertEquals(400, wrong.statusCode());
    }

    @Test
    void anImportIsToldLineByLineAndItsPicturesAreServed() throws Exception {
        put("shown", store("shown", base.getHost()));
        Path zip = Posted.products(HEADER, "mug,Mug,Cups,18,a.svg", "cup,Cup,Cups,-1,")
                .with("a.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='x()' width='9' height='9'/>")
                .zip();

        HttpResponse<String> answer = post("shown", "application/zip", BodyPublishers.ofFile(zip));

        List<String> lines = answer.body().lines().toList();
        assertEquals(200, answer.statusCode());
        assertTrue(type(answer).startsWith("application/x-ndjson"), type(answer));
        assertEquals("{\"progress\":{\"done\":0,\"total\":2}}", lines.get(0));
        String report = lines.get(lines.size() - 1);
        assertTrue(
                report.startsWith(
                        "{\"report\":{\"created\":1,\"updated\":0,\"unchanged\":0,\"rejected\":[{\"line\":3,"),
                report);
        assertTrue(report.endsWith("\"pictures\":{\"stored\":1,\"unreachable\":0},\"dryRun\":false}}"), report);
        assertServed(picture());
    }

    @Test
    void aFileThatIsNoProductFileIsAProblem() throws Exception {
        put("strict", store("strict", "strict.localhost"));

        HttpResponse<String> answer =
                post("strict", "text/csv", BodyPublishers.ofString(HEADER + "\nmug,\"Mug,Cups,18,\n"));

        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("line 2: a quote that opens in this row is never closed"), answer.body());
        assertEquals(
                415,
                post("strict", "application/pdf", BodyPublishers.ofString("x")).statusCode());
    }

    @Test
    void whatIsNoPictureIsNotFound() throws Exception {
        for (String name :
                new String[] {"", "..%2f..%2fetc%2fpasswd", "a.svg", "%2e%2e/web.xml", "a".repeat(64) + ".svg"}) {
            HttpResponse<String> answer = client.send(at("media/" + name).build(), BodyHandlers.ofString());
            assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, name + " " + answer.statusCode());
            assertFalse(answer.headers().firstValue("Set-Cookie").isPresent());
        }
    }

    private void assertServed(String address) throws Exception {
        HttpResponse<String> first = client.send(at(address).build(), BodyHandlers.ofString());
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second =
                client.send(at(address).header("If-None-Match", tag).build(), BodyHandlers.ofString());

        assertEquals(200, first.statusCode());
        assertFalse(first.body().contains("onload"), first.body());
        assertTrue(type(first).startsWith("image/svg+xml"), type(first));
        assertEquals(
                "public, max-age=31536000, immutable",
                first.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(
                first.headers().firstValue("Content-Security-Policy").orElse("").startsWith("default-src 'none'"));
        assertEquals(304, second.statusCode());
    }

    /** The address of the first picture that the shop's own API shows. */
    private String picture() throws Exception {
        return first(client.send(at("api/v1/products/mug").build(), BodyHandlers.ofString())
                .body());
    }

    private static String first(String body) {
        Matcher media = Pattern.compile("media/[0-9a-f]{64}\\.svg").matcher(body);
        assertTrue(media.find(), body);
        return media.group();
    }

    private HttpResponse<String> put(String code, BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = at("internal/v1/stores/" + code)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .PUT(body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String code, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = at("internal/v1/stores/" + code + "/imports")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", type)
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + base.getAuthority() + "/" + path));
    }

    private static BodyPublisher store(String code, String host) {
        return BodyPublishers.ofString("""
                {"name": "%s", "currency": "EUR", "locale": "en-IE", "country": "DE", "look": "arcade", "domains": ["%s"]}""".formatted(code, host));
    }
}
