package arcade.operations.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowserTest {
    private FakeSite site;
    private Shoppers shoppers;
    private Browser browser;

    @BeforeEach
    void aSite() throws IOException {
        site = new FakeSite();
        shoppers = new Shoppers(site.target());
        browser = shoppers.browser();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theShopsNameIsAskedForAtThisMachinesAddress() throws NoAnswer, InterruptedException {
        site.on("GET /", 200, "home");

        assertEquals("home", browser.get("/").body());
        assertEquals(List.of("GET / arcade.localhost:8080"), site.requests);
        assertEquals(1, tally().requests());
    }

    @Test
    void aServiceThatIsUnavailableIsAskedOnceMore() throws NoAnswer, InterruptedException {
        site.on("GET /", 503, "").on("GET /", 200, "home");

        assertEquals("home", browser.get("/").body());
        assertEquals(1, tally().retried());
        assertEquals(Map.of(), tally().errors());
        assertEquals(1, tally().requests());
    }

    @Test
    void aSecondFailureIsAnError() {
        site.on("GET /", 503, "");

        assertThrows(NoAnswer.class, () -> browser.get("/"));
        assertEquals(Map.of("http_503", 1L), tally().errors());
        assertEquals(2, site.requests.size());
    }

    @Test
    void aLostConnectionIsTriedOnceMore() throws NoAnswer, InterruptedException {
        Call call = Call.json(site.target().at("/api"), "{}", "key-1");
        site.on("POST /api", 0, "").on("POST /api", 201, "{}");

        assertEquals(201, browser.send(call).status());
        assertEquals(1, tally().retried());
    }

    @Test
    void aFormThatMayNotBeSentTwiceIsNot() {
        Call call = Call.form(site.target().at("/cart/add"), Map.of("sku", "MUG"), "http://arcade.localhost:8080");
        site.on("POST /cart/add", 503, "");

        assertThrows(NoAnswer.class, () -> browser.send(call));
        assertEquals(0, tally().retried());
        assertEquals(1, site.requests.size());
    }

    @Test
    void otherServerErrorsAreNotRetried() {
        site.on("GET /", 500, "oops");

        assertThrows(NoAnswer.class, () -> browser.get("/"));
        assertEquals(Map.of("http_500", 1L), tally().errors());
        assertEquals(1, site.requests.size());
    }

    @Test
    void redirectsAreFollowedWithAllCookies() throws NoAnswer, InterruptedException {
        site.on("GET /old", 303, "", "Location", "http://arcade.localhost:8080/new");
        site.on("GET /new", 200, "here", "Set-Cookie", "JSESSIONID=a1; Path=/");
        browser.get("/old");

        Reply reply = browser.get("/new");

        assertEquals("/new", reply.uri().getPath());
        assertEquals("GET /new arcade.localhost:8080 JSESSIONID=a1", site.requests.get(2));
    }

    @Test
    void aRedirectToAnotherMachineIsNotFollowed() {
        site.on("GET /", 302, "", "Location", "http://192.0.2.1/elsewhere");

        assertThrows(NoAnswer.class, () -> browser.get("/"));
        assertEquals(Map.of("redirect", 1L), tally().errors());
    }

    private Tally tally() {
        return shoppers.tally().get();
    }
}
