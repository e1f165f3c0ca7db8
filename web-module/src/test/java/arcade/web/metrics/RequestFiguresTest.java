package arcade.web.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestFiguresTest {
    private final RequestFigures figures = new RequestFigures();

    @Test
    void aRequestIsInItsBucketAndAllAbove() {
        answered(Kind.PRODUCT, 200, 5);
        answered(Kind.PRODUCT, 200, 6);
        answered(Kind.PRODUCT, 200, 60_000);

        assertEquals("1", value("arcade_request_seconds_bucket{kind=\"product\",le=\"0.005\"}"));
        assertEquals("2", value("arcade_request_seconds_bucket{kind=\"product\",le=\"0.01\"}"));
        assertEquals("2", value("arcade_request_seconds_bucket{kind=\"product\",le=\"10.0\"}"));
        assertEquals("3", value("arcade_request_seconds_bucket{kind=\"product\",le=\"+Inf\"}"));
        assertEquals("3", value("arcade_request_seconds_count{kind=\"product\"}"));
        assertEquals("60.011", value("arcade_request_seconds_sum{kind=\"product\"}"));
        assertEquals("0", value("arcade_request_seconds_count{kind=\"cart\"}"));
    }

    @Test
    void anAnswerIsInItsClass() {
        answered(Kind.API, 201, 1);
        answered(Kind.API, 422, 1);
        answered(Kind.API, 404, 1);
        answered(Kind.API, 503, 1);
        answered(Kind.API, 0, 1);

        assertEquals("1", value("arcade_responses_total{kind=\"api\",class=\"2xx\"}"));
        assertEquals("2", value("arcade_responses_total{kind=\"api\",class=\"4xx\"}"));
        assertEquals("2", value("arcade_responses_total{kind=\"api\",class=\"5xx\"}"));
    }

    @Test
    void aRequestHoldsAThreadUntilItEnds() {
        figures.begins();
        figures.begins();
        figures.ends();

        assertEquals("1", value("arcade_requests_in_flight"));
    }

    @Test
    void noAddressMakesANewSeries() {
        long before = text().lines().count();

        for (String path : new String[] {"/p/mug", "/orders/x/y", "/nothing/here", "/c", "/", "", "//", "/%00\n\"}"}) {
            answered(Kind.of(path), 200, 1);
        }

        assertEquals(before, text().lines().count());
        assertEquals(Kind.PRODUCT, Kind.of("/p/mug"));
        assertEquals(Kind.ORDER, Kind.of("/orders/x/y"));
        assertEquals(Kind.OTHER, Kind.of("/nothing/here"));
        assertEquals(Kind.HOME, Kind.of("/"));
        assertEquals(Kind.INTERNAL, Kind.of("/health/ready"));
        assertTrue(before < 400, before + " lines");
    }

    @Test
    void whoAsksToWaitIsCountedApart() {
        assertEquals(Kind.API_WAIT, Kind.of("/api/v1/orders/x").preferring("wait=20"));
        assertEquals(Kind.API, Kind.of("/api/v1/orders/x").preferring("return=minimal"));
        assertEquals(Kind.API, Kind.of("/api/v1/orders/x").preferring(null));
        assertEquals(Kind.CART, Kind.of("/cart").preferring("wait=20"));
    }

    private void answered(Kind kind, int status, long millis) {
        figures.answered(kind, status, TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private String value(String series) {
        return text().lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> line.substring(series.length() + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(series + " is not in\n" + text()));
    }

    private String text() {
        Exposition out = new Exposition();
        figures.write(out);
        return out.toString();
    }
}
