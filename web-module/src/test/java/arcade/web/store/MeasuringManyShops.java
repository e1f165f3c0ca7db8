package arcade.web.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.testing.TestRelease;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Not a test but a measure, run by name (docs/figures.md): what a shop's pages cost while it is alone in the server, and while it is one of 200, each
 * with two names, twenty products and a look of its own. The 199 others come and go in rounds, so both are measured in one run under the same load
 * of the machine; while they are there, requests for the one shop and for the next of all of them take turns.
 */
@ExtendWith(ArquillianExtension.class)
class MeasuringManyShops {
    private static final int SHOPS = Integer.getInteger("arcade.measure.shops", 200);
    private static final int ROUNDS = Integer.getInteger("arcade.measure.rounds", 5);
    private static final int WARM_UP = 600;
    private static final int REQUESTS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> PAGES = List.of("/", "/c/cups");
    private static final Pattern HEAP = Pattern.compile("memory_usedHeap_bytes\\{?[^ ]* ([0-9.E]+)");

    @ArquillianResource
    private URL base;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, List<Long>> nanos = new TreeMap<>();
    private int next;

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(StorePage.class).war();
    }

    @Test
    void figures() throws Exception {
        database(open(1, 1));
        settled(1);
        for (int number = 0; number < WARM_UP; number++) {
            get(1, PAGES.get(number % 2));
        }
        for (int round = 1; round <= ROUNDS; round++) {
            long heapAlone = alone();
            Instant begun = Instant.now();
            database(open(2, SHOPS));
            long heap = oneOfMany();
            say(
                    "round %d: heap %d MB alone, %d MB with %d shops (%d s)",
                    round,
                    heapAlone,
                    heap,
                    SHOPS,
                    Duration.between(begun, Instant.now()).toSeconds());
            database(closed());
        }
        for (String page : PAGES) {
            for (String who : List.of("alone", "the same of " + SHOPS, "each of " + SHOPS)) {
                say(
                        "%-8s %-16s p50 %.2f ms, p95 %.2f ms of %d",
                        page,
                        who,
                        at(who, page, 50),
                        at(who, page, 95),
                        nanos.get(who + page).size());
            }
            say(
                    "%-8s the same of %d to alone: p50 %.2f, p95 %.2f; each of %d to alone: p50 %.2f, p95 %.2f",
                    page,
                    SHOPS,
                    ratio("the same of ", page, 50),
                    ratio("the same of ", page, 95),
                    SHOPS,
                    ratio("each of ", page, 50),
                    ratio("each of ", page, 95));
        }
    }

    /** @return the least heap in use that was seen, in MB */
    private long alone() throws Exception {
        long heap = Long.MAX_VALUE;
        for (int number = 0; number < REQUESTS; number++) {
            for (String page : PAGES) {
                measure("alone", 1, page);
            }
            heap = number % 20 == 0 ? Math.min(heap, heapMegabytes()) : heap;
        }
        return heap;
    }

    private long oneOfMany() throws Exception {
        for (int shop = 2; shop <= SHOPS; shop++) {
            settled(shop);
        }
        long heap = Long.MAX_VALUE;
        for (int number = 0; number < REQUESTS; number++) {
            int shop = 1 + next++ % SHOPS;
            for (String page : PAGES) {
                measure("the same of " + SHOPS, 1, page);
                measure("each of " + SHOPS, shop, page);
            }
            heap = number % 20 == 0 ? Math.min(heap, heapMegabytes()) : heap;
        }
        return heap;
    }

    private void measure(String who, int shop, String page) throws Exception {
        long begun = System.nanoTime();
        HttpResponse<String> answer = get(shop, page);
        long took = System.nanoTime() - begun;
        assertEquals(200, answer.statusCode(), answer.uri() + " of " + shop);
        nanos.computeIfAbsent(who + page, key -> new ArrayList<>()).add(took);
    }

    /** After its first visit, when its index is there: a shop that nobody asked for yet is not what is measured. */
    private void settled(int shop) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        get(shop, "/");
        while (!get(shop, "/c/cups")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse("")
                        .startsWith("public")
                || get(shop, "/").statusCode() != 200) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("shop " + shop + " is not there");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private double at(String who, String page, int percent) {
        List<Long> sorted = nanos.get(who + page).stream().sorted().toList();
        return sorted.get(sorted.size() * percent / 100) / 1e6;
    }

    private double ratio(String who, String page, int percent) {
        return at(who + SHOPS, page, percent) / at("alone", page, percent);
    }

    private HttpResponse<String> get(int shop, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://" + base.getAuthority() + path))
                        .header("Host", "shop" + shop + ".localhost")
                        .build(),
                BodyHandlers.ofString());
    }

    private long heapMegabytes() throws IOException, InterruptedException {
        Matcher used = HEAP.matcher(client.send(
                        HttpRequest.newBuilder(URI.create("http://" + base.getAuthority() + "/metrics?scope=base"))
                                .build(),
                        BodyHandlers.ofString())
                .body());
        return used.find() ? (long) Double.parseDouble(used.group(1)) / 1_000_000 : -1;
    }

    private static void say(String figure, Object... values) {
        System.out.println("FIGURE " + figure.formatted(values));
    }

    private static void database(List<String> statements) throws SQLException {
        try (Connection database = DriverManager.getConnection(System.getProperty("arcade.test.database"));
                Statement statement = database.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Shops with the same ids each time they come, so that a node takes up what it knew of them. */
    private static List<String> open(int first, int last) {
        String shops = " FROM seq_" + first + "_to_" + last + " s";
        return List.of(
                "INSERT INTO store (id, code, name, tagline, currency, locale, country, look, owner, accent)"
                        + " SELECT 1000 + s.seq, CONCAT('shop', s.seq), CONCAT('Shop ', s.seq), 'Cups', 'EUR', 'en-IE', 'DE', 'arcade',"
                        + " CONCAT('owner-', s.seq DIV 4), '#0b3d91'" + shops,
                "INSERT INTO store_domain (host, store_id, label) SELECT CONCAT('shop', s.seq, '.localhost'), 1000 + s.seq,"
                        + " CONCAT('Shop ', s.seq)" + shops,
                "INSERT INTO store_domain (host, store_id) SELECT CONCAT('www.shop', s.seq, '.localhost'), 1000 + s.seq"
                        + shops,
                "INSERT INTO shipping_rate (store_id, country, amount_minor) SELECT 1000 + s.seq, 'DE', 490" + shops,
                "INSERT INTO tax_rate (store_id, country, basis_points) SELECT 1000 + s.seq, 'DE', 1900" + shops,
                "INSERT INTO category (id, store_id, handle, title, position) SELECT 1000 + s.seq, 1000 + s.seq, 'cups', 'Cups', 1"
                        + shops,
                "INSERT INTO product (id, store_id, handle, category_id, title, body_html, vendor, from_minor, position, search_text,"
                        + " created_at, updated_at) SELECT 1000000 + s.seq * 100 + p.seq, 1000 + s.seq, CONCAT('cup-', p.seq), 1000 + s.seq,"
                        + " CONCAT('Cup ', p.seq, ' of ', s.seq), '<p>A cup.</p>', CONCAT('Maker ', p.seq % 4), 500 + p.seq, p.seq, 'cup',"
                        + " UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)" + shops + " JOIN seq_1_to_20 p",
                "INSERT INTO variant (product_id, store_id, sku, position, price_minor)"
                        + " SELECT id, store_id, CONCAT('CUP-', position), 1, from_minor FROM product"
                        + " WHERE store_id BETWEEN " + (1000 + first) + " AND " + (1000 + last));
    }

    private static List<String> closed() {
        String others = " WHERE store_id BETWEEN 1002 AND " + (1000 + SHOPS);
        return List.of(
                "DELETE FROM variant" + others,
                "DELETE FROM product" + others,
                "DELETE FROM category" + others,
                "DELETE FROM tax_rate" + others,
                "DELETE FROM shipping_rate" + others,
                "DELETE FROM store_domain" + others,
                "DELETE FROM store WHERE id BETWEEN 1002 AND " + (1000 + SHOPS));
    }
}
