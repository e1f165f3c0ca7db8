package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import arcade.system.harness.Api;
import arcade.system.harness.Cluster;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Outcome;
import arcade.system.harness.Page;
import arcade.system.harness.Shopper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./arcade import products}: Shopify's own files as they are, and files that are wrong. */
@OnTheCluster
@Order(40)
class ImportingProductsIT {
    private static final String HEAD = "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,"
            + "Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Image Src\n";

    @ParameterizedTest
    @CsvSource({"apparel.csv,arcade,ocean-blue-shirt", "home-and-garden.csv,garden,bedside-table"})
    void aRealFileGoesInOnce(String name, String store, String handle, Cluster cluster) {
        Path file = cluster.project().resolve("../shared/data/shopify-csv").resolve(name);
        assumeTrue(Files.exists(file), () -> file + " is not here");
        List<?> before = shelves(cluster);

        Outcome dry = load(cluster, file, store, "--dry-run").expect(0);
        List<?> afterDry = shelves(cluster);
        Outcome first = load(cluster, file, store).expect(0);
        List<?> afterFirst = shelves(cluster);
        Outcome second = load(cluster, file, store).expect(0);

        assertEquals(before, afterDry, () -> "a dry run changed something\n" + dry);
        assertTrue(number(first, "created") > 10, first::toString);
        assertEquals(number(first, "created"), number(dry, "created"));
        assertEquals(0, number(second, "created") + number(second, "updated"), second::toString);
        assertEquals(number(first, "created"), number(second, "unchanged"));
        assertEquals(afterFirst, shelves(cluster), "the second import changed something");
        Page page = new Shopper(cluster.shop(store)).get("/p/" + handle).expect(200);
        assertTrue(page.html().select("form[action^=/cart/add]").size() == 1, page::toString);
        new Api(cluster.shop(store)).get("products/" + handle).expect(200);
    }

    @Test
    void badRowsAreNamedAndTheRestGoesIn(Cluster cluster, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("mixed.csv");
        Files.writeString(
                file,
                HEAD
                        + "good-lamp,Good Lamp,\"<p onclick=\"\"alert(1)\"\">Bright<script>alert(2)</script></p>\",V,T,,true,"
                        + "Title,Default Title,LAMP-1,shopify,5,12.50,http://127.0.0.1:1/lamp.jpg\n"
                        + "free-lamp,Free Lamp,,V,T,,true,Title,Default Title,LAMP-2,shopify,5,cheap,\n"
                        + "debt-lamp,Debt Lamp,,V,T,,true,Title,Default Title,LAMP-3,shopify,5,-1,\n"
                        + "many-lamp,Many Lamp,,V,T,,true,Title,Default Title,LAMP-4,shopify,a few,3.00,\n"
                        + ",No Handle,,V,T,,true,Title,Default Title,LAMP-5,shopify,5,3.00,\n");

        Outcome outcome = load(cluster, file, "garden").expect(3);

        assertEquals(1, number(outcome, "created"), outcome::toString);
        assertEquals(4, number(outcome, "rejected"), outcome::toString);
        for (String line : List.of("3", "4", "5", "6")) {
            assertTrue(outcome.out().lines().anyMatch(told -> told.strip().startsWith(line + " ")), outcome::toString);
        }
        Page page = new Shopper(cluster.shop("garden")).get("/p/good-lamp").expect(200);
        assertTrue(page.text().contains("Bright"), page::toString);
        assertEquals(0, page.html().select(".prose script, .prose [onclick]").size(), "the body was not cleaned");
        assertFalse(page.html().outerHtml().contains("127.0.0.1:1/"), "the picture out of reach is asked for");
    }

    @Test
    void aFileThatIsNoCsvIsRefusedWhole(Cluster cluster, @TempDir Path folder) throws IOException {
        List<?> before = shelves(cluster);
        Path torn = folder.resolve("torn.csv");
        Files.writeString(torn, HEAD + "torn,\"Torn");
        Path other = folder.resolve("other.csv");
        Files.writeString(other, "name;price\nlamp;3\n");
        Path good = folder.resolve("good.csv");
        Files.writeString(good, HEAD + "late-lamp,Late Lamp,,V,T,,true,Title,Default Title,LAMP-9,shopify,5,3.00,\n");

        for (Outcome outcome : List.of(
                load(cluster, torn, "garden"),
                load(cluster, other, "garden"),
                load(cluster, folder.resolve("missing.csv"), "garden"),
                load(cluster, good, "nowhere"))) {
            assertTrue(outcome.exit() == 1 || outcome.exit() == 2, outcome::toString);
            assertFalse(outcome.err().isBlank() && number(outcome, "rejected") == 0, outcome::toString);
            assertFalse((outcome.out() + outcome.err()).contains("\tat "), () -> "a stack trace: " + outcome);
        }
        assertEquals(before, shelves(cluster), "something changed");
    }

    private static Outcome load(Cluster cluster, Path file, String store, String... more) {
        String[] words = new String[5 + more.length];
        System.arraycopy(new String[] {"import", "products", file.toString(), "--store", store}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return cluster.arcade(words);
    }

    /** A number of the report: the row that begins with this word. */
    private static int number(Outcome outcome, String word) {
        return outcome.out()
                .lines()
                .map(String::strip)
                .filter(line -> line.matches(word + "\\s+\\d+"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D+", "")))
                .findFirst()
                .orElse(0);
    }

    /** All that an import may change. */
    private static List<Map<String, Object>> shelves(Cluster cluster) {
        return cluster.database()
                .rows("SELECT s.code, s.catalog_revision,"
                        + " (SELECT GROUP_CONCAT(handle, updated_at ORDER BY handle) FROM product p"
                        + " WHERE p.store_id = s.id) AS products,"
                        + " (SELECT COUNT(*) FROM variant v WHERE v.store_id = s.id) AS variants,"
                        + " (SELECT SUM(on_hand) FROM stock k WHERE k.store_id = s.id) AS pieces"
                        + " FROM store s ORDER BY s.code");
    }
}
