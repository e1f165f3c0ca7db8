package arcade.catalog;

import arcade.shared.Money;
import arcade.shared.Sku;

/**
 * What a SKU is sold for now: read from the database, not from a cache.
 *
 * @param variantTitle empty for a product without options
 * @param tracked whether pieces must be reserved for it
 */
public record Offer(
        Sku sku, String handle, String title, String variantTitle, Money price, boolean tracked, PictureView picture) {}
