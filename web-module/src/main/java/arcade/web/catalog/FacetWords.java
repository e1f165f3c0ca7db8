package arcade.web.catalog;

import arcade.catalog.CategoryCard;
import arcade.catalog.search.PriceBand;
import arcade.catalog.search.ProductsFound.Trait;
import arcade.catalog.search.ProductsFound.Value;
import arcade.catalog.search.Traits;
import arcade.shared.Money;
import arcade.shared.Wording;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names traits and their values as the store's shoppers call them. */
final class FacetWords {
    private static final int FEWEST_VALUES = 2;

    private final Wording words;
    private final Currency currency;
    private final NumberFormat numbers;
    private final List<CategoryCard> categories;

    FacetWords(Wording words, Currency currency, List<CategoryCard> categories) {
        this.words = words;
        this.currency = currency;
        this.numbers = NumberFormat.getIntegerInstance(words.locale());
        this.categories = categories;
    }

    /**
     * Those that part the list, in the order people look for them.
     *
     * @param fixed the trait that the list itself stands for, or empty
     */
    List<Facet> facets(List<Trait> traits, String fixed) {
        return traits.stream()
                .filter(trait -> !trait.name().equals(fixed))
                .filter(FacetWords::parts)
                .sorted(Comparator.comparing(FacetWords::place))
                .map(this::facet)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    String label(String trait, String value) {
        return switch (trait) {
            case Traits.PRICE -> PriceBand.named(value).map(this::label).orElse(value);
            case Traits.STOCK -> words.say("facet.stock.in");
            case Traits.CATEGORY ->
                categories.stream()
                        .filter(category -> category.handle().equals(value))
                        .findFirst()
                        .map(CategoryCard::title)
                        .orElse(value);
            default -> value;
        };
    }

    private Facet facet(Trait trait) {
        // Prices by height; of the others the most frequent first.
        Comparator<Value> order = trait.name().equals(Traits.PRICE)
                ? Comparator.comparing(value -> Long.parseLong(value.value()))
                : Comparator.comparing(Value::count).reversed();
        return new Facet(
                trait.name(),
                name(trait.name()),
                trait.values().stream().sorted(order).map(tick(trait)).toList());
    }

    private Function<Value, Facet.Tick> tick(Trait trait) {
        return value -> new Facet.Tick(
                value.value(),
                label(trait.name(), value.value()),
                numbers.format(value.count()),
                value.chosen() ? "checked" : null);
    }

    private String name(String trait) {
        return switch (trait) {
            case Traits.PRICE -> words.say("facet.price");
            case Traits.STOCK -> words.say("facet.stock");
            case Traits.CATEGORY -> words.say("facet.category");
            case Traits.VENDOR -> words.say("product.vendor");
            default -> Traits.nameOfOption(trait);
        };
    }

    private String label(PriceBand band) {
        return band.fromMinor() == 0
                ? words.say("facet.price.below", round(band.belowMinor()))
                : words.say("facet.price.band", round(band.fromMinor()), round(band.belowMinor()));
    }

    private String round(long minor) {
        return new Money(minor, currency).formatRound(words.locale());
    }

    private static boolean parts(Trait trait) {
        return trait.values().size() >= FEWEST_VALUES
                || trait.name().equals(Traits.STOCK)
                || trait.values().stream().anyMatch(Value::chosen);
    }

    private static int place(Trait trait) {
        return switch (trait.name()) {
            case Traits.CATEGORY -> 0;
            case Traits.STOCK -> 1;
            case Traits.PRICE -> 2;
            case Traits.VENDOR -> 4;
            default -> 3;
        };
    }
}
