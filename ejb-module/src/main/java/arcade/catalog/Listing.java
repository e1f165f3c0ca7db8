package arcade.catalog;

import arcade.catalog.search.ProductsFound.Trait;
import java.util.List;

/**
 * A page of a list and what it can be narrowed by.
 *
 * @param traits with counts; none before the store's index is made on this node
 * @param current whether the index behind it is of the catalogue's present revision; if not the page is made anew for the next visitor
 * @param narrowed false: it shows more than what was chosen, because there was no index to choose by
 */
public record Listing(CardPage page, List<Trait> traits, boolean current, boolean narrowed) {
    public Listing {
        traits = List.copyOf(traits);
    }
}
