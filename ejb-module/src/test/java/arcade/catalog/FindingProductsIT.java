package arcade.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.importing.ImportOptions;
import arcade.catalog.importing.Posted;
import arcade.catalog.importing.PreparedImport;
import arcade.catalog.importing.ProductImport;
import arcade.catalog.search.ProductsFound.Value;
import arcade.database.Sql;
import arcade.store.Revisions;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.testing.DomainRelease;
import arcade.testing.TestStores;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists and searches by the index, which is made and brought up to date beside them. */
@ExtendWith(ArquillianExtension.class)
class FindingProductsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long BETWEEN_LOOKS_NANOS = 20_000_000;
    private static final String HEADER = "Handle,Title,Type,Vendor,Option1 Name,Option1 Value,Variant SKU,"
            + "Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Variant Compare At Price,Published";
    private static final List<String> MUGS = List.of(
            "oat,Oat Mug,Cups,Kiln,Colour,Oat,OAT,shopify,5,18,,",
            "sage,Sage Mug,Cups,Kiln,Colour,Sage,SAGE,shopify,5,12,,",
            "tin,Tin Mug,Cups,Blech,Colour,Sage,TIN,,,9,,",
            "lamp,Lamp,Light,Blech,,,LAMP,,,90,,");
    private static final CardQuery CUPS = CardQuery.inCategory("cups");

    @Inject
    private Stores stores;

    @Inject
    private Catalog catalog;

    @Inject
    private ProductImport imports;

    @Inject
    private Revisions revisions;

    @Inject
    private Sql sql;

    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @Test
    void aListIsNarrowedByAnyTraitWithCounts() throws IOException {
        Store store = opened("narrow");

        Listing whole = current(store, CUPS);
        Listing sage = current(store, CUPS.choosing(Map.of("o.Colour", Set.of("Sage"))));
        Listing either =
                current(store, CUPS.choosing(Map.of("price", Set.of("500", "1000"), "vendor", Set.of("Kiln"))));

        assertEquals(List.of("oat", "sage", "tin"), handles(whole));
        assertEquals(Map.of("Sage", 2L, "Oat", 1L), counts(whole, "o.Colour"));
        assertEquals(Map.of("500", 1L, "1000", 2L), counts(whole, "price"));
        assertEquals(List.of("sage", "tin"), handles(sage));
        assertEquals(Map.of("Kiln", 1L, "Blech", 1L), counts(sage, "vendor"));
        assertEquals(List.of("oat", "sage"), handles(either));
        assertEquals(2, either.page().total());
    }

    @Test
    void whatIsSoldOutIsLeftOutOnDemand() throws IOException {
        Store store = opened("sold-out");
        sql.update("UPDATE stock SET on_hand = 0, sold = initial WHERE store_id = ? AND sku = 'OAT'", store.id());

        Listing left = eventually(
                store,
                CUPS.choosing(Map.of("stock", Set.of("in"))),
                list -> list.page().total() == 2);

        assertEquals(List.of("sage", "tin"), handles(left));
        assertEquals(Map.of("in", 2L), counts(current(store, CUPS), "stock"));
    }

    @Test
    void aChangeIsListedAtOnceAndSoonIndexed() throws IOException {
        Store store = opened("changing");
        current(store, CUPS);

        run(store, MUGS.get(0).replace("18", "3"), "jug,Jug,Cups,Kiln,Colour,Blue,JUG,,,30,,", MUGS.get(2) + "false");

        assertEquals(Set.of("oat", "sage", "jug"), Set.copyOf(handles(catalog.list(store, CUPS))));
        Listing indexed = current(store, CUPS);
        assertEquals(Set.of("oat", "sage", "jug"), Set.copyOf(handles(indexed)));
        assertEquals(Map.of("Oat", 1L, "Sage", 1L, "Blue", 1L), counts(indexed, "o.Colour"));
        assertEquals(Map.of("200", 1L, "1000", 1L, "2000", 1L), counts(indexed, "price"));
        assertEquals(List.of("jug"), handles(current(store, CardQuery.search("jugz"))));
    }

    @Test
    void whatWasDeletedIsNotCounted() throws IOException {
        Store store = opened("deleting");
        current(store, CUPS);

        sql.update("DELETE FROM product WHERE store_id = ? AND handle = 'tin'", store.id());
        revisions.raise(store.id());
        revisions.refresh();

        assertEquals(Map.of("Oat", 1L, "Sage", 1L), counts(current(store, CUPS), "o.Colour"));
    }

    @Test
    void aListThatIsNotCurrentSaysSo() throws IOException {
        Store store = opened("lagging");
        current(store, CUPS);

        sql.update("UPDATE product SET title = 'Other' WHERE store_id = ? AND handle = 'oat'", store.id());
        revisions.raise(store.id());
        revisions.refresh();
        Listing lagging = catalog.list(store, CUPS);

        assertEquals("Other", lagging.page().cards().get(0).title());
        assertEquals(Map.of("Sage", 2L, "Oat", 1L), counts(lagging, "o.Colour"));
        assertEquals(false, lagging.current());
    }

    @Test
    void wordsAreFoundSuggestedAndGuessed() throws IOException {
        Store store = opened("guessing");

        assertEquals(List.of("lamp"), handles(current(store, CardQuery.search("amp"))));
        assertEquals(List.of("lamp"), handles(current(store, CardQuery.search("lapm"))));
        assertEquals(List.of(), handles(current(store, CardQuery.search("+-*"))));
        assertEquals(
                List.of("Sage Mug"),
                catalog.suggest(store, "sag").stream()
                        .map(found -> found.title())
                        .toList());
        assertEquals(Optional.of("sage mug"), catalog.meant(store, "sgea mug"));
    }

    @Test
    void aReductionTellsTheLowestPriceOfTheThirtyDaysBeforeIt() throws IOException {
        Store store = opened("reduced");
        assertEquals(Optional.empty(), lowest(store));
        past("OAT", store, 40, 1500);
        past("OAT", store, 20, 1700);
        past("OAT", store, 10, 1600);

        run(store, MUGS.get(0).replace("18,", "14,20"));
        assertEquals(Optional.of("€15.00"), lowest(store));
        sql.update(
                "UPDATE price_history h JOIN variant v ON v.id = h.variant_id SET h.from_at = h.from_at - INTERVAL 12 DAY"
                        + " WHERE v.store_id = ? AND h.price_minor IN (1500, 1700)",
                store.id());
        run(store, MUGS.get(0).replace("18,", "13,20"));

        assertEquals(Optional.of("€14.00"), lowest(store));
        assertEquals(
                Optional.of("€14.00"),
                catalog.cards(store, CUPS).cards().get(0).lowest().map(Price::text));
    }

    @Test
    void aPriceIsComparedByWhatTheVariantHolds() throws IOException {
        Store store = stores.put(TestStores.setup("find-content", "EUR"));
        try (PreparedImport prepared = imports.prepare(
                store,
                Posted.products(
                                "Handle,Title,Type,Variant Price,Unit Price Total Measure,Unit Price Total Measure Unit",
                                "soap,Soap,Bath,18,330,ml",
                                "mug,Mug,Bath,18,,")
                        .csv(),
                new ImportOptions(false, false))) {
            assertEquals(2, prepared.run((done, total) -> {}).created());
        }

        UnitPrice soap = catalog.product(store, "soap")
                .orElseThrow()
                .firstVariant()
                .unitPrice()
                .orElseThrow();

        assertEquals("€54.55", soap.price().text());
        assertEquals("l", soap.base());
        List<Card> cards = catalog.cards(store, CardQuery.inCategory("bath")).cards();
        assertEquals(
                List.of(Optional.of("l"), Optional.empty()),
                cards.stream()
                        .map(card -> card.unitPrice().map(UnitPrice::base))
                        .toList());
    }

    private Optional<String> lowest(Store store) {
        return catalog.product(store, "oat")
                .orElseThrow()
                .firstVariant()
                .lowest()
                .map(Price::text);
    }

    private void past(String sku, Store store, int days, long priceMinor) {
        sql.update(
                "INSERT INTO price_history (variant_id, from_at, price_minor)"
                        + " SELECT id, UTC_TIMESTAMP(6) - INTERVAL ? DAY, ? FROM variant WHERE store_id = ? AND sku = ?",
                days,
                priceMinor,
                store.id(),
                sku);
    }

    private Store opened(String code) throws IOException {
        Store store = stores.put(TestStores.setup("find-" + code, "EUR"));
        run(store, MUGS.toArray(String[]::new));
        return store;
    }

    private void run(Store store, String... rows) throws IOException {
        try (PreparedImport prepared = imports.prepare(
                store, Posted.products(HEADER, String.join("\n", rows)).csv(), new ImportOptions(false, false))) {
            assertEquals(List.of(), prepared.run((done, total) -> {}).rejected());
        }
    }

    private Listing current(Store store, CardQuery query) {
        return eventually(store, query, Listing::current);
    }

    private Listing eventually(Store store, CardQuery query, Predicate<Listing> wanted) {
        Instant deadline = Instant.now().plus(PATIENCE);
        Listing list = catalog.list(store, query);
        while (!list.current() || !wanted.test(list)) {
            assertTrue(Instant.now().isBefore(deadline), "still " + list);
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            list = catalog.list(store, query);
        }
        return list;
    }

    private static List<String> handles(Listing list) {
        return list.page().cards().stream().map(Card::handle).toList();
    }

    private static Map<String, Long> counts(Listing list, String trait) {
        return list.traits().stream()
                .filter(each -> each.name().equals(trait))
                .flatMap(each -> each.values().stream())
                .collect(Collectors.toMap(Value::value, Value::count));
    }
}
