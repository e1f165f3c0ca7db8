package arcade.web.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.testing.TestRelease;
import arcade.web.store.StorePage;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Not a test but a measure, run by name (docs/figures.md): a store of 100 000 products with 300 000 variants, 90 000 of them in one
 * category, and one shopper who asks for one page after the other. Nearly every page is asked for once only, so that no page is answered by a cache; counts of a list are kept across its pages.
 */
@ExtendWith(ArquillianExtension.class)
class MeasuringALargeCatalogue {
    private static final int PRODUCTS = Integer.getInteger("arcade.measure.products", 100_000);
    private static final int WARM_UP = 400;
    private static final int REQUESTS = 600;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String HOST = "large.localhost";
    private static final Pattern HEAP = Pattern.compile("memory_usedHeap_bytes\\{?[^ ]* ([0-9.E]+)");
    private static final List<String> COLOURS =
            List.of("Oat", "Sage", "Ink", "Rust", "Moss", "Sand", "Sky", "Plum", "Chalk", "Slate", "Olive", "Brick");
    private static final List<String> SORTS = List.of("relevance", "cheapest", "dearest", "newest");
    private static final String ADJECTIVE = words(
            "seq", "Small", "Large", "Round", "Plain", "Soft", "Bright", "Old", "New", "Heavy", "Light", "Tall",
            "Short", "Warm", "Cool", "Quiet", "Fine", "Rough", "Wide", "Narrow");
    private static final String MATERIAL = words(
            "seq DIV 20",
            "Oak",
            "Stoneware",
            "Linen",
            "Wool",
            "Enamel",
            "Brass",
            "Leather",
            "Cotton",
            "Glass",
            "Cork",
            "Paper",
            "Steel",
            "Copper",
            "Bamboo",
            "Clay",
            "Ash",
            "Felt");
    private static final String THING = words(
            "seq DIV 340",
            "Mug",
            "Lamp",
            "Table",
            "Blanket",
            "Vase",
            "Bowl",
            "Clock",
            "Basket",
            "Chair",
            "Kettle",
            "Tray",
            "Candle",
            "Cushion",
            "Notebook",
            "Bottle",
            "Backpack",
            "Umbrella",
            "Planter",
            "Shelf",
            "Mirror",
            "Teapot",
            "Carafe",
            "Board",
            "Puzzle",
            "Kite",
            "Hammock",
            "Lantern");

    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    @ArquillianResource
    private URL base;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random random = new Random(5);

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(StorePage.class).war();
    }

    @Test
    void figures() throws Exception {
        Instant begun = Instant.now();
        try (Connection database = DriverManager.getConnection(System.getProperty("arcade.test.database"))) {
            fill(database);
        }
        say("rows written in %d s", Duration.between(begun, Instant.now()).toSeconds());
        say("heap used before the index %d MB", heapMegabytes());
        begun = Instant.now();
        while (!isCurrent()) {
            if (Duration.between(begun, Instant.now()).compareTo(PATIENCE) > 0) {
                throw new AssertionError("no index after " + PATIENCE);
            }
            LockSupport.parkNanos(100_000_000);
        }
        say("index there after %d ms", Duration.between(begun, Instant.now()).toMillis());
        say("heap used after the index %d MB", heapMegabytes());
        measure("category", number -> "/c/all?page=" + (1 + random.nextInt(300)) + "&sort=" + any(SORTS));
        measure(
                "category narrowed",
                number -> "/c/all?o.Colour=" + any(COLOURS) + "&o.Colour=" + any(COLOURS) + "&price="
                        + any(List.of("1000", "2000", "5000")) + "&page=" + (1 + random.nextInt(20)) + "&sort="
                        + any(SORTS));
        measure("search", number -> "/search?q=" + typed(number));
        measure("search narrowed", number -> "/search?q=" + typed(number) + "&o.Colour=" + any(COLOURS));
        measure(
                "suggestions",
                number -> "/search/suggest?q=" + any(List.of("sto", "lam", "oak b", "en", "ta", "brass cl", "wo", "li"))
                        + number % 7);
        measure("nothing found", number -> "/search?q=xq" + number + "zz");
        measure("product", number -> "/p/p-" + (1 + random.nextInt(PRODUCTS)));
        String sitemap = get("/sitemap.xml").body();
        say("sitemap.xml lists %d files", sitemap.split("<sitemap>").length - 1);
        change();
        say("heap used at the end %d MB", heapMegabytes());
    }

    /** One product gets another price: how soon is the index up to date? */
    private void change() throws Exception {
        try (Connection database = DriverManager.getConnection(System.getProperty("arcade.test.database"));
                Statement statement = database.createStatement()) {
            statement.execute("UPDATE product SET from_minor = 1, updated_at = UTC_TIMESTAMP(6) WHERE handle = 'p-7'");
            statement.execute("UPDATE store SET catalog_revision = catalog_revision + 1 WHERE code = 'large'");
        }
        Instant begun = Instant.now();
        while (isCurrent()) {
            LockSupport.parkNanos(10_000_000);
        }
        long noticed = Duration.between(begun, Instant.now()).toMillis();
        while (!isCurrent()) {
            LockSupport.parkNanos(10_000_000);
        }
        say(
                "a change was noticed after %d ms and indexed after %d ms",
                noticed, Duration.between(begun, Instant.now()).toMillis());
    }

    private void measure(String what, Function<Integer, String> path) throws Exception {
        for (int number = 0; number < WARM_UP; number++) {
            get(path.apply(number));
        }
        long[] micros = new long[REQUESTS];
        int bytes = 0;
        for (int number = 0; number < REQUESTS; number++) {
            long begun = System.nanoTime();
            HttpResponse<String> answer = get(path.apply(WARM_UP + number));
            micros[number] = (System.nanoTime() - begun) / 1000;
            bytes = Math.max(bytes, answer.body().length());
            assertEquals(200, answer.statusCode(), answer.uri().toString());
        }
        Arrays.sort(micros);
        say(
                "%-18s p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, slowest %.1f ms, largest %d characters",
                what,
                micros[REQUESTS / 2] / 1000.0,
                micros[REQUESTS * 95 / 100] / 1000.0,
                micros[REQUESTS * 99 / 100] / 1000.0,
                micros[REQUESTS - 1] / 1000.0,
                bytes);
    }

    /** Whole words, beginnings and slips, one to three of them. */
    private String typed(int number) {
        List<String> words =
                List.of("mug", "stonewar", "lapm", "oak", "table", "blanke", "brass", "clock", "ligt", "co", "wool");
        String typed = any(words);
        for (int more = number % 3; more > 0; more--) {
            typed += " " + any(words);
        }
        return URLEncoder.encode(typed, StandardCharsets.UTF_8) + "&page=" + (1 + number % 5);
    }

    private boolean isCurrent() throws Exception {
        HttpResponse<String> page = get("/c/few");
        assertEquals(200, page.statusCode(), page.body());
        return page.headers().firstValue("Cache-Control").orElse("").startsWith("public");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://" + base.getAuthority() + path.replace(" ", "+")))
                        .header("Host", HOST)
                        .build(),
                BodyHandlers.ofString());
    }

    private long heapMegabytes() throws IOException, InterruptedException {
        HttpResponse<String> metrics = client.send(
                HttpRequest.newBuilder(URI.create("http://" + base.getAuthority() + "/metrics?scope=base"))
                        .build(),
                BodyHandlers.ofString());
        Matcher used = HEAP.matcher(metrics.body());
        return used.find() ? (long) Double.parseDouble(used.group(1)) / 1_000_000 : -1;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static void say(String figure, Object... values) {
        System.out.println("FIGURE " + figure.formatted(values));
    }

    private static String words(String number, String... values) {
        return "ELT(1 + (" + number + ") % " + values.length + ", '" + String.join("', '", values) + "')";
    }

    private static void fill(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String sql : List.of(
                    "INSERT INTO store (code, name, tagline, currency, locale, country, look)"
                            + " VALUES ('large', 'Large', 'All', 'EUR', 'en-IE', 'DE', 'arcade')",
                    "SET @store = LAST_INSERT_ID()",
                    "INSERT INTO store_domain (host, store_id) VALUES ('" + HOST + "', @store)",
                    "INSERT INTO shipping_rate (store_id, country, amount_minor) VALUES (@store, 'DE', 490)",
                    "INSERT INTO tax_rate (store_id, country, basis_points) VALUES (@store, 'DE', 1900)",
                    "INSERT INTO category (store_id, handle, title, position) VALUES (@store, 'all', 'All', 1), (@store, 'few', 'Few', 2)",
                    "SET @all = (SELECT id FROM category WHERE store_id = @store AND handle = 'all')",
                    "SET @few = (SELECT id FROM category WHERE store_id = @store AND handle = 'few')",
                    "INSERT INTO product (store_id, handle, category_id, title, body_html, vendor, option1_name, option2_name,"
                            + " from_minor, position, search_text, created_at, updated_at)"
                            + " SELECT @store, CONCAT('p-', seq), IF(seq % 10 = 0, @few, @all),"
                            + " CONCAT_WS(' ', " + ADJECTIVE + ", " + MATERIAL + ", " + THING
                            + ", CONV(seq % 5000 + 40000, 10, 36)),"
                            + " CONCAT('<p>', REPEAT('A thing one likes to have. ', 12), '</p>'), CONCAT('Maker ', seq % 60),"
                            + " 'Colour', 'Size', 300 + seq * 7919 % 30000, seq,"
                            + " CONCAT_WS(' ', 'made of', " + MATERIAL + ", 'for the', " + THING
                            + ", CONV(seq % 20011 + 50000, 10, 36),"
                            + " CONV(seq % 15013 + 90000, 10, 36), REPEAT('a thing one likes to have at home ', 6)),"
                            + " UTC_TIMESTAMP(6) - INTERVAL seq MINUTE, UTC_TIMESTAMP(6) - INTERVAL 1 DAY FROM seq_1_to_"
                            + PRODUCTS,
                    "INSERT INTO variant (product_id, store_id, sku, position, option1, option2, price_minor)"
                            + " SELECT p.id, p.store_id, CONCAT(p.handle, '-', s.seq), s.seq, ELT(1 + (p.position + s.seq * 5) % 12, '"
                            + String.join("', '", COLOURS)
                            + "'), ELT(1 + (p.position + s.seq) % 6, 'XS', 'S', 'M', 'L', 'XL', 'XXL'), p.from_minor"
                            + " FROM product p JOIN seq_1_to_3 s WHERE p.store_id = @store",
                    "INSERT INTO stock (store_id, sku, initial, on_hand) SELECT store_id, sku, product_id % 20, product_id % 20"
                            + " FROM variant WHERE store_id = @store",
                    "ANALYZE TABLE product, variant, stock")) {
                statement.execute(sql);
            }
        }
    }
}
