package arcade.catalog;

import arcade.shared.Money;
import arcade.shared.Sku;
import java.util.Optional;

/**
 * What a SKU is sold for now: read from the database, not from a cache.
 *
 * @param category handle of its product's category, if it is in one
 * @param variantTitle empty for a product without options
 * @param tracked whether pieces must be reserved for it
 */
public record Offer(
        Sku sku,
        String handle,
        Optional<String> category,
        String title,
        String variantTitle,
        Money price,
        boolean tracked,
        PictureView picture) {}
