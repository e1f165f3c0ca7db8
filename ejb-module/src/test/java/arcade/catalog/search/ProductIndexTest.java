package arcade.catalog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import arcade.catalog.CardOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductIndexTest {
    private final ProductIndex index = ProductIndex.of(
            new ByteBuffersDirectory(),
            Locale.UK,
            each(
                    product(
                            1,
                            "Stoneware Mug",
                            "For coffee and tea",
                            "kitchen",
                            1250,
                            Map.of("o.Colour", Set.of("Oat", "Sage"), "vendor", Set.of("Lehm"))),
                    product(
                            2,
                            "Café Table",
                            "A round table",
                            "living",
                            24900,
                            Map.of("o.Colour", Set.of("Oak"), "vendor", Set.of("Holz"))),
                    product(
                            3,
                            "Enamel Mug",
                            "Goes camping",
                            "kitchen",
                            990,
                            Map.of("o.Colour", Set.of("Sage"), "vendor", Set.of("Blech"))),
                    product(
                            4,
                            "Travel Bottle",
                            "Keeps tea warm; beats any mug",
                            "bags",
                            2990,
                            Map.of("o.Colour", Set.of("Black"), "vendor", Set.of("Blech"))),
                    product(5, "Reading Lamp", "Warm light", "living", 5900, Map.of())));

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void withoutWordsTheShopkeepersOrderHolds() {
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), found(""));
        assertEquals(
                List.of(1L, 3L), index.find(ProductSearch.of("").in("kitchen")).ids());
    }

    @Test
    void aTitleCountsMoreThanAText() {
        assertEquals(List.of(1L, 3L, 4L), found("mug"));
    }

    @Test
    void beginningsStemsAndAccentsAreFound() {
        assertEquals(List.of(1L), found("stone"));
        assertEquals(List.of(1L, 3L, 4L), found("mugs"));
        assertEquals(List.of(2L), found("cafe"));
        assertEquals(List.of(2L), found("CAFÉ tables"));
    }

    @Test
    void oneSlipIsForgivenInAWordOfFourLettersTwoAreNot() {
        assertEquals(List.of(1L), found("stonewere"));
        assertEquals(List.of(5L), found("raeding"));
        assertEquals(List.of(), found("stonwere mat"));
        assertEquals(List.of(), found("zug"));
    }

    @Test
    void allWordsMustBeFound() {
        assertEquals(List.of(1L), found("mug coffee"));
        assertEquals(List.of(), found("mug camera"));
        assertEquals(List.of(), found("+-*\"(%_ nothing"));
        assertEquals(0, index.find(ProductSearch.of("+-*\"(%_")).total());
    }

    @Test
    void aWordTheLanguageLeavesOutNeedNotBeFound() {
        assertEquals(List.of(5L), found("the lamp"));
        assertEquals(List.of(), found("camera lamp"));
    }

    @Test
    void aPartOfAWordIsFoundWhereNothingElseIs() {
        assertEquals(List.of(5L), found("amp"));
        assertEquals(List.of(2L), found("abl caf"));
        assertEquals(
                List.of(),
                index.find(ProductSearch.of("mug").with(Map.of("vendor", Set.of("Holz"))))
                        .ids());
    }

    @Test
    void titlesAreSuggestedWhileTheyAreTyped() {
        assertEquals(
                List.of(new Suggestion("p1", "Stoneware Mug"), new Suggestion("p3", "Enamel Mug")),
                index.suggest("mu", 5));
        assertEquals(List.of(new Suggestion("p1", "Stoneware Mug")), index.suggest("mug sto", 5));
        assertEquals(1, index.suggest("mu", 1).size());
        assertEquals(List.of(), index.suggest("coffee", 5));
        assertEquals(List.of(), index.suggest(" ", 5));
    }

    @Test
    void whoWritesAWordWithTwoSlipsIsAskedWhatHeMeant() {
        assertEquals(Optional.of("stoneware mug"), index.meant("stonwaer mug"));
        assertEquals(Optional.empty(), index.meant("stoneware mug"));
        assertEquals(Optional.empty(), index.meant("zebra"));
    }

    @Test
    void whatIsSoldOutIsCountedAndLeftOutOnDemand() {
        SoldOut mug = SoldOut.of(List.of(3L, 99L));
        ProductSearch mugs = ProductSearch.of("").in("kitchen").without(mug);
        ProductSearch left = mugs.with(Map.of("stock", Set.of("in")));

        assertEquals(List.of(1L, 3L), index.find(mugs).ids());
        assertEquals(Map.of("in", 1L), counts(index.find(mugs)).get("stock"));
        assertEquals(List.of(1L), index.find(left).ids());
        assertEquals(Map.of("in", 1L), counts(index.find(left)).get("stock"));
        assertEquals(Map.of("Sage", 1L, "Oat", 1L), counts(index.find(left)).get("o.Colour"));
        assertEquals(null, counts(index.find(mugs.without(SoldOut.NOTHING))).get("stock"));
    }

    @Test
    void aLaterMomentHasWhatChangedAndTheEarlierOneServesOn() {
        try (ProductIndex later = index.with(
                each(
                        product(1, "Porcelain Cup", "", "kitchen", 700, Map.of()),
                        product(6, "Cup", "", "kitchen", 1, Map.of())),
                List.of(3L))) {
            assertEquals(
                    List.of(1L, 6L),
                    later.find(ProductSearch.of("").in("kitchen")).ids());
            assertEquals(
                    Map.of("1", 1L, "500", 1L),
                    counts(later.find(ProductSearch.of("cup"))).get("price"));
            assertEquals(5, later.size());
            assertEquals(List.of(1L, 3L, 4L), found("mug"));
        }
    }

    @Test
    void filesGoWithTheLastIndexInThem(@TempDir Path folder) throws IOException {
        Path files = Files.createDirectory(folder.resolve("index"));
        ProductIndex first = ProductIndex.of(
                new MMapDirectory(files), Locale.UK, each(product(1, "Mug", "", "kitchen", 1, Map.of())));
        ProductIndex second = first.with(each(product(2, "Mug", "", "kitchen", 1, Map.of())), List.of());

        first.close();
        assertEquals(2, second.find(ProductSearch.of("mug")).total());
        second.close();

        assertFalse(Files.exists(files));
    }

    @Test
    void filesOfAnIndexThatCannotBeMadeGoAtOnce(@TempDir Path folder) throws IOException {
        Path files = Files.createDirectory(folder.resolve("index"));
        Directory directory = new MMapDirectory(files);

        assertThrows(
                IllegalStateException.class,
                () -> ProductIndex.of(directory, Locale.UK, add -> {
                    throw new IllegalStateException("the database is away");
                }));

        assertFalse(Files.exists(files));
    }

    @Test
    void pricesAndPagesAreInOrder() {
        assertEquals(
                List.of(3L, 1L, 4L, 5L, 2L),
                index.find(ProductSearch.of("").sorted(CardOrder.CHEAPEST)).ids());
        assertEquals(
                List.of(2L, 5L),
                index.find(ProductSearch.of("").sorted(CardOrder.DEAREST).page(1, 2))
                        .ids());
        assertEquals(
                List.of(2L, 3L, 5L, 1L, 4L),
                index.find(ProductSearch.of("").sorted(CardOrder.TITLE)).ids());
        ProductsFound second =
                index.find(ProductSearch.of("").sorted(CardOrder.NEWEST).page(2, 2));
        assertEquals(List.of(3L, 2L), second.ids());
        assertEquals(5, second.total());
        assertEquals(List.of(), index.find(ProductSearch.of("").page(9, 2)).ids());
    }

    @Test
    void whatCanBeChosenIsCounted() {
        assertEquals(
                Map.of(
                        "o.Colour", Map.of("Sage", 2L, "Oat", 1L),
                        "vendor", Map.of("Lehm", 1L, "Blech", 1L),
                        "category", Map.of("kitchen", 2L),
                        "price", Map.of("500", 1L, "1000", 1L)),
                counts(index.find(ProductSearch.of("").in("kitchen"))));
    }

    @Test
    void aChoiceNarrowsTheOthersAndLeavesItsOwnTraitOpen() {
        ProductsFound sage = index.find(ProductSearch.of("").with(Map.of("o.Colour", Set.of("Sage"))));
        ProductsFound either = index.find(ProductSearch.of("").with(Map.of("o.Colour", Set.of("Oat", "Black"))));
        ProductsFound both =
                index.find(ProductSearch.of("").with(Map.of("o.Colour", Set.of("Sage"), "vendor", Set.of("Blech"))));

        assertEquals(List.of(1L, 3L), sage.ids());
        assertEquals(Map.of("Lehm", 1L, "Blech", 1L), counts(sage).get("vendor"));
        assertEquals(
                Map.of("Sage", 2L, "Oat", 1L, "Oak", 1L, "Black", 1L),
                counts(sage).get("o.Colour"));
        assertEquals(List.of(1L, 4L), either.ids());
        assertEquals(List.of(3L), both.ids());
        assertEquals(
                List.of("Sage"),
                both.traits().stream()
                        .filter(trait -> trait.name().equals("o.Colour"))
                        .flatMap(trait -> trait.values().stream())
                        .filter(ProductsFound.Value::chosen)
                        .map(ProductsFound.Value::value)
                        .toList());
        assertEquals(
                List.of(),
                index.find(ProductSearch.of("").with(Map.of("Nothing", Set.of("x"))))
                        .ids());
    }

    @Test
    void germanIsFoundByItsStems() {
        try (ProductIndex german = ProductIndex.of(
                new ByteBuffersDirectory(),
                Locale.GERMANY,
                each(product(7, "Große Tassen", "Für Kaffee", "k", 1, Map.of())))) {
            assertEquals(List.of(7L), german.find(ProductSearch.of("tasse")).ids());
            assertEquals(List.of(7L), german.find(ProductSearch.of("grosse")).ids());
        }
    }

    @Test
    void anEmptyShopFindsNothing() {
        try (ProductIndex empty = ProductIndex.of(new ByteBuffersDirectory(), Locale.UK, each())) {
            assertEquals(0, empty.find(ProductSearch.of("mug")).total());
        }
    }

    private static Consumer<Consumer<IndexedProduct>> each(IndexedProduct... products) {
        return add -> List.of(products).forEach(add);
    }

    private List<Long> found(String words) {
        return index.find(ProductSearch.of(words)).ids();
    }

    private static Map<String, Map<String, Long>> counts(ProductsFound found) {
        return found.traits().stream()
                .collect(Collectors.toMap(
                        ProductsFound.Trait::name,
                        trait -> trait.values().stream()
                                .collect(Collectors.toMap(ProductsFound.Value::value, ProductsFound.Value::count))));
    }

    private static IndexedProduct product(
            long id, String title, String text, String category, long price, Map<String, Set<String>> traits) {
        return new IndexedProduct(
                id, "p" + id, title, text, Optional.of(category), traits, price, (int) id, Instant.ofEpochSecond(id));
    }
}
