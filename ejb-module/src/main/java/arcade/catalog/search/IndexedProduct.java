package arcade.catalog.search;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the index knows of a product.
 *
 * @param text what else it may be found by, without markup
 * @param category handle
 * @param traits what it can be narrowed by besides category and price: vendor, the values of its variants' options; name → values
 * @param fromMinor price of its cheapest variant
 * @param position in the shopkeeper's order
 */
public record IndexedProduct(
        long id,
        String handle,
        String title,
        String text,
        Optional<String> category,
        Map<String, Set<String>> traits,
        long fromMinor,
        int position,
        Instant createdAt) {}
