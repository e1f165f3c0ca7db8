package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Answer;
import arcade.system.harness.Api;
import arcade.system.harness.Cluster;
import arcade.system.harness.Machine;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Waiting;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** One number leads from the router's log through the nodes' to the gateway's; and each node's figures tell of it. */
@OnTheCluster
@Order(6)
class FollowingAPurchaseIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    /** While the class data of the first node are kept. */
    private static final Pattern OF_JAVA_ITSELF =
            Pattern.compile("\\[[0-9.]+s\\]\\[warning\\]\\[cds\\].*|\\s*Dynamic dump to file.*|\\s*");

    @Test
    void aPurchaseIsFoundInEveryLogByItsTrace(Cluster cluster) {
        Answer placed = purchase(cluster);
        String trace = placed.header("X-Request-Id");
        assertTrue(trace.matches("[0-9a-f]{32}"), placed::toString);

        JsonObject router = await(cluster, "router", trace, line -> true);
        assertEquals("POST", text(router, "method"));
        assertEquals("/api/v1/checkouts", text(router, "path"));
        assertEquals(placed.status(), router.get("status").getAsInt());
        JsonObject asked = await(cluster, text(router, "server"), trace, line -> says(line, " is asked for"));
        assertEquals(text(router, "server"), text(asked, "node"));
        String till = cluster.till().orElseThrow().name();
        await(cluster, till, trace, line -> says(line, "CAPTURE of payment ") && says(line, ": Captured"));
        await(
                cluster,
                "gateway",
                trace,
                line -> text(line, "path").endsWith("/capture")
                        && text(line, "end").equals("200"));
    }

    @Test
    void anOutsiderNamesNoTraceAndForgesNoLine(Cluster cluster) throws Exception {
        String wanted = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + cluster.routerPort()
                        + "/api/v1/%0a%7B%22trace%22:%22forged%22%7D\"".replace("\"", "%22")))
                .header("traceparent", wanted)
                .header("X-Request-Id", "forged")
                .header("Host", URI.create(cluster.shop("arcade")).getAuthority())
                .POST(BodyPublishers.noBody())
                .build();

        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofString());

        String trace = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertNotEquals("4bf92f3577b34da6a3ce929d0e0e4736", trace);
        assertEquals(trace, text(await(cluster, "router", trace, line -> true), "trace"));
        for (Machine machine : cluster.machines()) {
            assertFalse(
                    objects(cluster, machine.name()).stream()
                            .anyMatch(line -> List.of("forged", "4bf92f3577b34da6a3ce929d0e0e4736")
                                    .contains(line.has("trace") ? text(line, "trace") : "")),
                    machine.name());
        }
    }

    @Test
    void aNodesLogIsJsonFromTheFirstLine(Cluster cluster) {
        for (Machine node : cluster.nodes()) {
            List<String> text = lines(cluster, node.name()).stream()
                    .filter(line -> !line.startsWith("{"))
                    .filter(line -> !OF_JAVA_ITSELF.matcher(line).matches())
                    .limit(5)
                    .toList();

            assertEquals(List.of(), text, node.name());
            assertTrue(
                    objects(cluster, node.name()).stream()
                            .allMatch(line -> line.has("time") && line.has("level") && line.has("message")),
                    node.name());
        }
    }

    @Test
    void eachNodesFiguresTellOfAPurchase(Cluster cluster) {
        Map<String, Map<String, Double>> before = figures(cluster);

        purchase(cluster);

        String till = cluster.till().orElseThrow().name();
        Map<String, Map<String, Double>> after = Waiting.until("a capture is counted at the till", SOON, () -> {
            Map<String, Map<String, Double>> now = figures(cluster);
            return grown(before, now, "arcade_payments_captured_total") >= 1 ? Optional.of(now) : Optional.empty();
        });
        assertTrue(grown(before, after, "arcade_orders_total") >= 1);
        assertTrue(grown(before, after, "arcade_request_seconds_count{kind=\"api\"}") >= 3);
        assertTrue(grown(before, after, "arcade_responses_total{kind=\"api\",class=\"2xx\"}") >= 3);
        after.forEach((node, figures) -> {
            assertEquals(node.equals(till) ? 1 : 0, figures.get("arcade_till_held"), node);
            assertEquals(
                    cluster.database().epoch(), figures.get("arcade_till_epoch").longValue(), node);
            assertEquals(1, figures.get("arcade_database_up"), node);
            assertTrue(
                    figures.get("arcade_responses_total{kind=\"internal\",class=\"2xx\"}")
                            > before.get(node).get("arcade_responses_total{kind=\"internal\",class=\"2xx\"}"),
                    node);
            assertTrue(figures.get("arcade_queue_oldest_seconds{queue=\"mails\"}") < 600, node);
        });
    }

    @Test
    void theRouterLetsNobodyThroughToThem(Cluster cluster) throws Exception {
        for (String path : List.of("/internal/v1/metrics", "/metrics")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + cluster.routerPort() + path))
                    .header("Authorization", "Bearer " + token(cluster))
                    .build();

            assertEquals(
                    404,
                    HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode(),
                    path);
        }
    }

    /** The answer to the checkout of an order that is captured by now. */
    private static Answer purchase(Cluster cluster) {
        Api api = new Api(cluster.shop("arcade"));
        Answer placed = api.post("checkouts", Api.key(), Api.checkout(api.cart("MUG-OAT", 1), "pm_card_visa"));
        assertTrue(placed.status() == 201 || placed.status() == 202, placed::toString);
        api.awaitOrder(placed.text("token"), "PAID", SOON);
        return placed;
    }

    private static double grown(
            Map<String, Map<String, Double>> before, Map<String, Map<String, Double>> after, String series) {
        return after.entrySet().stream()
                .mapToDouble(node ->
                        node.getValue().get(series) - before.get(node.getKey()).get(series))
                .sum();
    }

    private static Map<String, Map<String, Double>> figures(Cluster cluster) {
        Map<String, Map<String, Double>> figures = new TreeMap<>();
        for (Machine node : cluster.nodes()) {
            Map<String, Double> ofTheNode = new TreeMap<>();
            Api.operator(node, token(cluster), "metrics")
                    .expect(200)
                    .response()
                    .body()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> ofTheNode.put(
                            line.substring(0, line.lastIndexOf(' ')),
                            Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
            figures.put(node.name(), ofTheNode);
        }
        return figures;
    }

    private static String token(Cluster cluster) {
        return cluster.secret("node/arcade.operator.token");
    }

    private static JsonObject await(Cluster cluster, String machine, String trace, Predicate<JsonObject> wanted) {
        return Waiting.until(
                "the log of " + machine + " tells of " + trace,
                SOON,
                () -> objects(cluster, machine).stream()
                        .filter(line -> line.has("trace") && text(line, "trace").equals(trace))
                        .filter(wanted)
                        .findFirst());
    }

    private static List<JsonObject> objects(Cluster cluster, String machine) {
        return lines(cluster, machine).stream()
                .filter(line -> line.startsWith("{"))
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    /** Whole lines; of the last one perhaps only a part is written. */
    private static List<String> lines(Cluster cluster, String machine) {
        try {
            String log = Files.readString(cluster.home().resolve("log").resolve(machine + ".log"));
            return log.substring(0, log.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean says(JsonObject line, String words) {
        return line.has("message") && text(line, "message").contains(words);
    }

    private static String text(JsonObject line, String member) {
        return line.get(member).getAsString();
    }
}
