package arcade.catalog.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.CardPage;
import arcade.catalog.CardQuery;
import arcade.catalog.Catalog;
import arcade.catalog.Offer;
import arcade.catalog.ProductPage;
import arcade.catalog.importing.file.MalformedFile;
import arcade.database.Sql;
import arcade.media.Media;
import arcade.media.MediaStore;
import arcade.promotion.Tariffs;
import arcade.shared.Money;
import arcade.shared.Sku;
import arcade.store.HostTaken;
import arcade.store.Revisions;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.testing.DomainRelease;
import arcade.testing.TestStores;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The shop on a real server and database: stores, import, catalogue. One class for all of it, and long for that: each class of
 * in-container tests starts a server of its own, nine seconds of every run.
 */
@ExtendWith(ArquillianExtension.class)
class ImportIT {
    private static final String HEADER = "Handle,Title,Type,Tags,Option1 Name,Option1 Value,Variant SKU,"
            + "Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Image Src";
    private static final long BETWEEN_LOOKS_NANOS = 20_000_000;
    private static final ImportOptions FOR_REAL = new ImportOptions(false, false);
    private static final ImportOptions DRY_RUN = new ImportOptions(true, false);

    @Inject
    private Stores stores;

    @Inject
    private Tariffs tariffs;

    @Inject
    private Catalog catalog;

    @Inject
    private ProductImport imports;

    @Inject
    private Revisions revisions;

    @Inject
    private MediaStore media;

    @Inject
    private Sql sql;

    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @Test
    void aStoreIsFoundByEachOfItsHosts() {
        Store one = stores.put(TestStores.setup("hosts-one", "EUR"));

        assertEquals(
                one.code(),
                stores.byHost("HOSTS-ONE.localhost:8080").orElseThrow().code());
        assertEquals(
                one.code(),
                stores.byHost("www.hosts-one.localhost").orElseThrow().code());
        assertTrue(stores.byHost("elsewhere.localhost").isEmpty());
        assertEquals(List.of("DE", "AT"), tariffs.of(one).countries());
    }

    @Test
    void aHostNameOfAnotherStoreIsRefused() {
        stores.put(TestStores.setup("host-owner", "EUR"));

        HostTaken refused = assertThrows(
                HostTaken.class,
                () -> stores.put(TestStores.setup("host-thief", "EUR", List.of("host-owner.localhost"))));

        assertTrue(refused.getMessage().contains("host-owner"), refused.getMessage());
        assertTrue(stores.byCode("host-thief").isEmpty());
    }

    /** Asked on both sides: an assumption that fails on the server would count as an error. */
    static boolean samplesAreThere() {
        return Files.exists(Posted.shopifySample("apparel.csv"))
                && Files.exists(Posted.shopifySample("home-and-garden.csv"));
    }

    @Test
    @EnabledIf("samplesAreThere")
    void shopifysFilesGoInAsTheyAreAndTheSecondTimeChangeNothing() throws IOException {
        Path apparel = Posted.shopifySample("apparel.csv");
        Path home = Posted.shopifySample("home-and-garden.csv");
        Store store = stores.put(TestStores.setup("real", "EUR"));

        ImportReport dry = run(store, apparel, DRY_RUN);
        ImportReport first = run(store, apparel, FOR_REAL);
        ImportReport other = run(store, home, FOR_REAL);
        long revision = revisions.of(store);
        ImportReport again = run(store, apparel, FOR_REAL);

        assertEquals(List.of(), first.rejected());
        assertEquals(List.of(), other.rejected());
        assertEquals(first.created(), dry.created());
        assertEquals(first.created(), again.unchanged());
        assertEquals(0, again.created() + again.updated());
        revisions.refresh();
        assertEquals(revision, revisions.of(store));
        assertEquals(
                first.created() + other.created(),
                catalog.cards(store, CardQuery.everything()).total());
        assertEquals(
                List.of("Outdoor", "Indoor"),
                catalog.categories(store).stream().map(c -> c.title()).toList());
        assertEquals(
                3,
                catalog.product(store, "classic-varsity-top")
                        .orElseThrow()
                        .variants()
                        .size());
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        Store store = stores.put(TestStores.setup("dry", "EUR"));
        long revision = revisions.of(store);

        ImportReport report =
                run(store, Posted.products(HEADER, "mug,Mug,Cups,,,,,,,18,").csv(), DRY_RUN);

        assertEquals(1, report.created());
        assertTrue(catalog.product(store, "mug").isEmpty());
        assertEquals(0L, count("SELECT COUNT(*) FROM category WHERE store_id = " + store.id()));
        revisions.refresh();
        assertEquals(revision, revisions.of(store));
    }

    @Test
    void aChangeIsShownAndCountsStockOnlyWhenTheFileSaysAnotherNumber() throws IOException {
        Store store = stores.put(TestStores.setup("change", "EUR"));
        run(store, Posted.products(HEADER, "mug,Mug,Cups,,,,MUG,shopify,10,18,").csv(), FOR_REAL);
        assertEquals(
                "€18.00",
                catalog.product(store, "mug")
                        .orElseThrow()
                        .firstVariant()
                        .price()
                        .text());
        sql.update("UPDATE stock SET on_hand = 7, sold = 3 WHERE store_id = ? AND sku = 'MUG'", store.id());

        ImportReport dearer = run(
                store,
                Posted.products(HEADER, "mug,Mug,Cups,,,,MUG,shopify,10,19.50,").csv(),
                FOR_REAL);

        assertEquals(1, dearer.updated());
        assertEquals(
                "€19.50",
                catalog.product(store, "mug")
                        .orElseThrow()
                        .firstVariant()
                        .price()
                        .text());
        Map<Sku, Offer> offers = catalog.offers(store, List.of(new Sku("MUG"), new Sku("NONE")));
        assertEquals(Map.of(new Sku("MUG"), Money.of(1950, "EUR")), prices(offers));
        assertEquals(7L, count("SELECT on_hand FROM stock WHERE sku = 'MUG' AND store_id = " + store.id()));
    }

    /** Orders lock their SKUs in this order, too: nobody waits crosswise. */
    @Test
    void piecesAreCountedInTheOrderOfTheSkus() throws IOException {
        Store store = stores.put(TestStores.setup("crosswise", "EUR"));

        run(
                store,
                Posted.products(
                                HEADER,
                                "pot,Pot,Cups,,,,POT,shopify,3,30,",
                                "jug,Jug,Cups,,,,JUG,shopify,2,20,",
                                "mug,Mug,Cups,,,,MUG,shopify,1,10,")
                        .csv(),
                FOR_REAL);

        assertEquals(
                List.of("JUG 2", "MUG 1", "POT 3"),
                sql.list(
                        "SELECT sku, pieces FROM stock_movement WHERE store_id = ? ORDER BY id",
                        row -> row.getString(1) + " " + row.getLong(2),
                        store.id()));
    }

    @Test
    void aChangeElsewhereIsSeenByThePoll() throws IOException {
        Store store = stores.put(TestStores.setup("poll", "EUR"));
        run(store, Posted.products(HEADER, "mug,Mug,Cups,,,,,,,18,").csv(), FOR_REAL);
        assertEquals("Mug", catalog.product(store, "mug").orElseThrow().title());

        sql.update("UPDATE product SET title = 'Cup' WHERE store_id = ?", store.id());
        revisions.raise(store.id());

        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        while (!catalog.product(store, "mug").orElseThrow().title().equals("Cup")) {
            assertTrue(Instant.now().isBefore(deadline), "the poll did not see the new revision");
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    @Test
    void aStoreThatWasChangedElsewhereIsSeenSoon() {
        Store store = stores.put(TestStores.setup("renamed", "EUR"));
        assertEquals(
                "The renamed", stores.byHost("renamed.localhost").orElseThrow().name());

        sql.update(
                "UPDATE store SET name = 'Another', catalog_revision = catalog_revision + 1 WHERE id = ?", store.id());

        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!stores.byHost("renamed.localhost").orElseThrow().name().equals("Another")) {
            assertTrue(Instant.now().isBefore(deadline), "the store was not loaded again");
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    @Test
    void searchFindsPrefixesShortWordsAndPartsOfTitles() throws IOException {
        Store store = stores.put(TestStores.setup("search", "EUR"));
        run(
                store,
                Posted.products(
                                HEADER,
                                "oak-tray,Oak Tray,Table,\"wood, serving\",,,,,,40,",
                                "tee-xl,T-Shirt XL,Wear,cotton,,,,,,20,",
                                "board,Chopping Board of oak,Table,,,,,,,30,",
                                "lamp,100% Lamp,Light,,,,,,,90,")
                        .csv(),
                FOR_REAL);

        assertEquals(List.of("oak-tray", "board"), found(store, "oak"));
        assertEquals(List.of("oak-tray"), found(store, "serv oak"));
        assertEquals(List.of("tee-xl"), found(store, "xl"));
        assertEquals(List.of("lamp"), found(store, "amp"));
        assertEquals(List.of("lamp"), found(store, "100%"));
        assertEquals(List.of("board"), found(store, "the board"));
        assertEquals(List.of(), found(store, "+-*\"(%_"));
        assertEquals(List.of(), found(store, "zebra"));
        assertEquals(
                List.of(), catalog.cards(store, CardQuery.inCategory("none")).cards());
    }

    @Test
    void badRowsAreToldAndTheRestGoesIn() throws IOException {
        Store store = stores.put(TestStores.setup("bad-rows", "EUR"));

        ImportReport report = run(
                store,
                Posted.products(
                                HEADER,
                                "cup,Cup,,,Size,S,CUP-S,,,-4,",
                                "cup,,,,,L,CUP-L,,,5,",
                                "mug,Mug,,,Size,S,MUG-S,,,4,",
                                "mug,,,,,L,MUG-L,,,four,",
                                "jug,Jug,,,,,MUG-S,,,9,")
                        .csv(),
                FOR_REAL);

        assertEquals(1, report.created());
        assertEquals(
                List.of(2L, 5L, 6L),
                report.rejected().stream().map(row -> row.line()).toList());
        assertEquals(1, catalog.product(store, "mug").orElseThrow().variants().size());
        assertTrue(catalog.product(store, "cup").isEmpty());
    }

    @Test
    void picturesOfTheArchiveAreCleanedStoredAndShown() throws IOException {
        Store store = stores.put(TestStores.setup("pictures", "EUR"));
        Path zip = Posted.products(
                        HEADER,
                        "mug,Mug,Cups,,,,,,,18,pictures/mug.svg",
                        "cup,Cup,Cups,,,,,,,8,pictures/none.svg",
                        "jug,Jug,Cups,,,,,,,8,../../secret.svg")
                .with(
                        "pictures/mug.svg",
                        "<svg xmlns='http://www.w3.org/2000/svg' width='640' height='480'>"
                                + "<script>x</script><path d='M0 0'/></svg>")
                .zip();

        ImportReport report = run(store, zip, FOR_REAL);

        assertEquals(new ImportReport.Pictures(1, 2), report.pictures());
        ProductPage mug = catalog.product(store, "mug").orElseThrow();
        assertEquals(640, mug.pictures().get(0).width());
        String name = mug.pictures().get(0).address().substring("/media/".length());
        try (Media drawing = media.open(name).orElseThrow()) {
            assertFalse(new String(drawing.content().readAllBytes(), StandardCharsets.UTF_8).contains("script"));
        }
        assertTrue(catalog.product(store, "cup").orElseThrow().pictures().get(0).missing());
        CardPage cards = catalog.cards(store, CardQuery.inCategory("cups"));
        assertEquals(
                List.of(false, true, true),
                cards.cards().stream().map(c -> c.picture().missing()).toList());
        assertEquals(3, run(store, zip, FOR_REAL).unchanged());
    }

    @Test
    void aFileThatBreaksOffImportsNothing() {
        Store store = stores.put(TestStores.setup("malformed", "EUR"));

        MalformedFile refused = assertThrows(
                MalformedFile.class,
                () -> run(
                        store,
                        Posted.products(HEADER, "mug,Mug,,,,,,,,18,", "cup,\"Cup,,,,,,,,8,")
                                .csv(),
                        FOR_REAL));

        assertTrue(refused.getMessage().startsWith("line 3: "), refused.getMessage());
        assertTrue(catalog.product(store, "mug").isEmpty());
    }

    private ImportReport run(Store store, Path posted, ImportOptions options) throws IOException {
        try (PreparedImport prepared = imports.prepare(store, posted, options)) {
            return prepared.run((done, total) -> assertTrue(done <= total));
        }
    }

    private List<String> found(Store store, String words) {
        return catalog.cards(store, CardQuery.search(words)).cards().stream()
                .map(card -> card.handle())
                .toList();
    }

    private static Map<Sku, Money> prices(Map<Sku, Offer> offers) {
        return offers.values().stream().collect(Collectors.toMap(Offer::sku, Offer::price));
    }

    private long count(String query) {
        return sql.first(query, row -> row.getLong(1)).orElseThrow();
    }
}
