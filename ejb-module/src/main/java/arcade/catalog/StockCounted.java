package arcade.catalog;

import arcade.shared.Sku;

/**
 * An import brought a number of pieces for a tracked SKU. Fired inside the import's transaction, once for each tracked
 * variant of each product whose rows changed; the observer compares with the number it took last, so that sales since
 * then stay counted.
 */
public record StockCounted(long storeId, Sku sku, long pieces) {}
