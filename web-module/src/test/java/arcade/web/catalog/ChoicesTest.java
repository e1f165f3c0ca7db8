package arcade.web.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.catalog.PictureView;
import arcade.catalog.Price;
import arcade.catalog.ProductOption;
import arcade.catalog.ProductPage;
import arcade.catalog.VariantView;
import arcade.shared.Money;
import arcade.shared.Sku;
import arcade.web.catalog.Choices.Choice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    private final VariantView redSmall = variant("RED-S", "Red", "S");
    private final VariantView redLarge = variant("RED-L", "Red", "L");
    private final VariantView blueSmall = variant("BLUE/S", "Blue", "S");
    private final ProductPage shirt = shirt(redSmall, redLarge, blueSmall);

    @Test
    void eachChoiceLeadsToTheVariantThatDiffersInJustThatValue() {
        assertEquals(
                List.of(
                        new Choice("Red", "/p/shirt", true, false),
                        new Choice("Blue", "/p/shirt?variant=BLUE%2FS", false, false)),
                choices(redSmall, Set.of()).get(0).choices());
    }

    @Test
    void aValueWithoutSuchAVariantLeadsToTheNearestAndIsMarked() {
        assertEquals(
                List.of(
                        new Choice("S", "/p/shirt?variant=BLUE%2FS", true, false),
                        new Choice("L", "/p/shirt?variant=RED-L", false, true)),
                choices(blueSmall, Set.of()).get(1).choices());
    }

    @Test
    void aSoldOutVariantIsMarked() {
        assertEquals(
                new Choice("L", "/p/shirt?variant=RED-L", false, true),
                choices(redSmall, Set.of(redLarge.sku())).get(1).choices().get(1));
    }

    private List<Choices.Group> choices(VariantView shown, Set<Sku> soldOut) {
        return new Choices(shirt, shown, soldOut).groups();
    }

    private static VariantView variant(String sku, String... values) {
        Price price = new Price(Money.of(1200, "EUR"), "€12.00");
        PictureView picture = new PictureView("", "", 800, 800);
        return new VariantView(
                new Sku(sku),
                String.join(" / ", values),
                List.of(values),
                price,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                "",
                picture);
    }

    private static ProductPage shirt(VariantView... variants) {
        return new ProductPage(
                "shirt",
                "Shirt",
                "",
                "",
                List.of(),
                "",
                "",
                Optional.empty(),
                List.of(
                        new ProductOption("Colour", List.of("Red", "Blue")),
                        new ProductOption("Size", List.of("S", "L"))),
                List.of(variants),
                List.of(new PictureView("", "", 800, 800)),
                List.of());
    }
}
