package arcade.catalog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.catalog.CardOrder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
                            Map.of("Colour", Set.of("Oat", "Sage"), "Vendor", Set.of("Lehm"))),
                    product(
                            2,
                            "Café Table",
                            "A round table",
                            "living",
                            24900,
                            Map.of("Colour", Set.of("Oak"), "Vendor", Set.of("Holz"))),
                    product(
                            3,
                            "Enamel Mug",
                            "Goes camping",
                            "kitchen",
                            990,
                            Map.of("Colour", Set.of("Sage"), "Vendor", Set.of("Blech"))),
                    product(
                            4,
                            "Travel Bottle",
                            "Keeps tea warm; beats any mug",
                            "bags",
                            2990,
                            Map.of("Colour", Set.of("Black"), "Vendor", Set.of("Blech"))),
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
        assertEquals(5, index.find(ProductSearch.of("+-*\"(%_")).total());
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
                Map.of("Colour", Map.of("Sage", 2L, "Oat", 1L), "Vendor", Map.of("Lehm", 1L, "Blech", 1L)),
                counts(index.find(ProductSearch.of("").in("kitchen"))));
    }

    @Test
    void aChoiceNarrowsTheOthersAndLeavesItsOwnTraitOpen() {
        ProductsFound sage = index.find(ProductSearch.of("").with(Map.of("Colour", Set.of("Sage"))));
        ProductsFound either = index.find(ProductSearch.of("").with(Map.of("Colour", Set.of("Oat", "Black"))));
        ProductsFound both =
                index.find(ProductSearch.of("").with(Map.of("Colour", Set.of("Sage"), "Vendor", Set.of("Blech"))));

        assertEquals(List.of(1L, 3L), sage.ids());
        assertEquals(Map.of("Lehm", 1L, "Blech", 1L), counts(sage).get("Vendor"));
        assertEquals(
                Map.of("Sage", 2L, "Oat", 1L, "Oak", 1L, "Black", 1L),
                counts(sage).get("Colour"));
        assertEquals(List.of(1L, 4L), either.ids());
        assertEquals(List.of(3L), both.ids());
        assertEquals(
                List.of("Sage"),
                both.traits().stream()
                        .filter(trait -> trait.name().equals("Colour"))
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
                id, title, text, Optional.of(category), traits, price, (int) id, Instant.ofEpochSecond(id));
    }
}
