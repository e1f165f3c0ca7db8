package arcade.web.catalog;

import arcade.catalog.CardOrder;
import arcade.catalog.search.ProductsFound.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a list can be narrowed and has been: a form of boxes, and a link for each choice that takes it back.
 *
 * @param action path of the form
 * @param kept what the form sends along unseen
 * @param cleared address of the list without any choice
 */
public record Narrowing(String action, List<Hidden> kept, List<Facet> facets, List<Taken> taken, String cleared) {

    /** A field of the form that is not for the shopper. */
    public record Hidden(String name, String value) {}

    /** A choice. @param href address of the list without it */
    public record Taken(String label, String href) {}

    public boolean isPossible() {
        return !facets.isEmpty() || !taken.isEmpty();
    }

    static Narrowing of(Address address, List<Trait> traits, String fixed, FacetWords words) {
        List<Hidden> kept = new ArrayList<>();
        if (!address.words().isEmpty()) {
            kept.add(new Hidden("q", address.words()));
        }
        if (address.order() != CardOrder.RELEVANCE) {
            kept.add(new Hidden("sort", address.order().name().toLowerCase(Locale.ROOT)));
        }
        List<Taken> taken = new ArrayList<>();
        address.chosen()
                .values()
                .forEach((trait, values) -> values.forEach(value -> taken.add(new Taken(
                        words.label(trait, value),
                        address.choosing(address.chosen().without(trait, value)).page(1)))));
        return new Narrowing(
                address.path(),
                kept,
                words.facets(traits, fixed),
                taken,
                address.choosing(Chosen.NOTHING).page(1));
    }
}
