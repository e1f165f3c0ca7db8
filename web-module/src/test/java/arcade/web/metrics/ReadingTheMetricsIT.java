package arcade.web.metrics;

import static arcade.web.store.Rows.change;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.testing.TestRelease;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** As Prometheus reads them. */
@ExtendWith(ArquillianExtension.class)
class ReadingTheMetricsIT {
    private static final Pattern LINE = Pattern.compile("# (HELP|TYPE) [a-z_]+ .+"
            + "|[a-z_]+(\\{[a-z]+=\"[^\"\\n]*\"(,[a-z]+=\"[^\"\\n]*\")*})? (NaN|-?[0-9]+(\\.[0-9]+)?)");

    /** Tables that a site without orders does not have. */
    private static final List<String> ORDERS = List.of("lease", "gateway_circuit", "node_beat", "mail_outbox");

    @ArquillianResource
    private URL base;

    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(MetricsResource.class).war();
    }

    @Test
    void eachLineIsOfTheFormatAndNoSeriesComesTwice() throws Exception {
        HttpResponse<String> answer = ask("internal/v1/metrics", true);

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                "text/plain;version=0.0.4;charset=utf-8",
                answer.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""));
        Set<String> series = new TreeSet<>();
        for (String line : answer.body().lines().toList()) {
            assertTrue(LINE.matcher(line).matches(), line);
            assertTrue(line.startsWith("#") || series.add(line.substring(0, line.lastIndexOf(' '))), line);
        }
        assertTrue(answer.body().endsWith("\n"));
    }

    @Test
    void requestsAreCountedByTheirKindAndStatus() throws Exception {
        Map<String, Double> before = figures();

        ask("p/no-such-thing", false);
        ask("api/v1/products", false);
        ask("api/v1/orders/0123456789abcdefghjkmnpqrs", false);
        Map<String, Double> after = figures();

        assertEquals(1, grown(before, after, "arcade_responses_total{kind=\"product\",class=\"4xx\"}"));
        assertEquals(1, grown(before, after, "arcade_request_seconds_count{kind=\"product\"}"));
        assertEquals(2, grown(before, after, "arcade_request_seconds_count{kind=\"api\"}"));
        assertEquals(1, grown(before, after, "arcade_responses_total{kind=\"internal\",class=\"2xx\"}"));
        assertTrue(grown(before, after, "arcade_request_seconds_sum{kind=\"product\"}") > 0);
        assertEquals(1, after.get("arcade_requests_in_flight"), "its own request alone");
    }

    @Test
    void theNodeAndItsDatabaseAreTold() throws Exception {
        Map<String, Double> figures = figures();

        assertEquals(1, figures.get("arcade_database_up"));
        assertTrue(figures.get("arcade_heap_used_bytes") > 1e6);
        assertTrue(figures.get("arcade_heap_max_bytes") >= figures.get("arcade_heap_used_bytes"));
        assertTrue(figures.get("arcade_threads") > 10);
        assertTrue(figures.get("process_cpu_seconds_total") > 0);
        assertTrue(figures.get("arcade_database_connections{state=\"busy\"}") >= 1);
        assertTrue(figures.get("arcade_database_connections_max") > 1);
        for (String queue : Set.of("payments", "refunds", "notices", "mails")) {
            assertTrue(figures.get("arcade_queue_length{queue=\"" + queue + "\"}") >= 0, queue);
            assertTrue(figures.get("arcade_queue_oldest_seconds{queue=\"" + queue + "\"}") >= 0, queue);
        }
        assertTrue(figures.keySet()
                .containsAll(Set.of(
                        "arcade_orders_total",
                        "arcade_payments_captured_total",
                        "arcade_payment_failures_total{reason=\"declined\"}",
                        "arcade_sessions",
                        "arcade_till_held",
                        "arcade_till_epoch",
                        "arcade_gateway_up",
                        "arcade_replica_up",
                        "arcade_replica_lag_seconds")));
    }

    @Test
    void aSiteWithoutOrdersHasItsDatabaseAndWhatItsTablesTell() throws Exception {
        String away = ORDERS.stream().map(table -> table + " TO away_" + table).collect(Collectors.joining(", "));
        String back =
                ORDERS.stream().map(table -> "away_" + table + " TO " + table).collect(Collectors.joining(", "));
        Map<String, Double> figures;
        change("RENAME TABLE " + away);
        try {
            figures = figures();
        } finally {
            change("RENAME TABLE " + back);
        }

        assertEquals(1, figures.get("arcade_database_up"));
        assertTrue(figures.get("arcade_database_connections_max") > 1);
        assertEquals(
                List.of(),
                figures.keySet().stream()
                        .filter(name -> name.matches("arcade_(till|gateway|queue|replica)_.*"))
                        .toList());
        assertTrue(figures().containsKey("arcade_till_held"), "and they are told again");
    }

    @Test
    void onlyTheOperatorReadsThem() throws Exception {
        HttpResponse<String> answer = ask("internal/v1/metrics", false);

        assertEquals(401, answer.statusCode());
        assertTrue(!answer.body().contains("arcade_"), answer.body());
    }

    private static double grown(Map<String, Double> before, Map<String, Double> after, String series) {
        return after.get(series) - before.get(series);
    }

    private Map<String, Double> figures() throws Exception {
        Map<String, Double> figures = new TreeMap<>();
        ask("internal/v1/metrics", true)
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> figures.put(
                        line.substring(0, line.lastIndexOf(' ')),
                        Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
        return figures;
    }

    private HttpResponse<String> ask(String path, boolean operator) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.toURI().resolve(path));
        if (operator) {
            request.header("Authorization", "Bearer operator-token-of-the-tests");
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
