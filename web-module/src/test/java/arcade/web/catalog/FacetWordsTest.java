package arcade.web.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.catalog.CardOrder;
import arcade.catalog.CategoryCard;
import arcade.catalog.PictureView;
import arcade.catalog.search.ProductsFound.Trait;
import arcade.catalog.search.ProductsFound.Value;
import arcade.shared.Wording;
import arcade.web.store.Words;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FacetWordsTest {
    private static final List<CategoryCard> CATEGORIES =
            List.of(new CategoryCard("cups", "Cups & Mugs", "", 3, new PictureView("", "", 1, 1)));

    private final FacetWords words = new FacetWords(
            new Wording(Words.class, "words", Locale.forLanguageTag("en-IE")), Currency.getInstance("EUR"), CATEGORIES);

    @Test
    void valuesAreNamedAsShoppersCallThem() {
        assertEquals("€10 to €20", words.label("price", "1000"));
        assertEquals("€0.50 to €1", words.label("price", "50"));
        assertEquals("under €0.01", words.label("price", "0"));
        assertEquals("Cups & Mugs", words.label("category", "cups"));
        assertEquals("gone", words.label("category", "gone"));
        assertEquals("In stock", words.label("stock", "in"));
        assertEquals("Sage", words.label("o.Colour", "Sage"));
    }

    @Test
    void traitsThatPartNothingAreLeftOut() {
        Trait one = new Trait("vendor", List.of(new Value("Kiln", 9, false)));
        Trait chosen = new Trait("o.Size", List.of(new Value("M", 1, true)));
        Trait category = new Trait("category", List.of(new Value("cups", 1, false), new Value("bags", 1, false)));

        assertEquals(
                List.of("o.Size"),
                words.facets(List.of(one, chosen, category), "category").stream()
                        .map(Facet::name)
                        .toList());
    }

    @Test
    void pricesStandByHeightTheRestByHowManyThereAre() {
        Trait price = new Trait("price", List.of(new Value("10000", 9, false), new Value("500", 1200, true)));
        Trait size = new Trait("o.Size", List.of(new Value("S", 1, false), new Value("M", 7, false)));

        List<Facet> facets = words.facets(List.of(size, price), "");

        assertEquals(
                List.of(
                        new Facet.Tick("500", "€5 to €10", "1,200", "checked"),
                        new Facet.Tick("10000", "€100 to €200", "9", null)),
                facets.get(0).ticks());
        assertEquals("Size", facets.get(1).label());
        assertEquals("M", facets.get(1).ticks().get(0).value());
    }

    @Test
    void eachChoiceCanBeTakenBack() {
        Chosen chosen = Chosen.of(Map.of("price", new String[] {"1000"}, "o.Size", new String[] {"M"}), "");
        Address address =
                Address.of("/search").searching("mug").choosing(chosen).sorted(CardOrder.NEWEST);

        Narrowing narrowing = Narrowing.of(address, List.of(), "", words);

        assertEquals(
                List.of(
                        new Narrowing.Taken("M", "/search?q=mug&price=1000&sort=newest"),
                        new Narrowing.Taken("€10 to €20", "/search?q=mug&o.Size=M&sort=newest")),
                narrowing.taken());
        assertEquals("/search?q=mug&sort=newest", narrowing.cleared());
        assertEquals(
                List.of(new Narrowing.Hidden("q", "mug"), new Narrowing.Hidden("sort", "newest")), narrowing.kept());
    }
}
