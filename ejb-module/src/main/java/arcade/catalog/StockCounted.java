package arcade.catalog;

import arcade.shared.Sku;
import java.util.SortedMap;

/**
 * An import brought numbers of pieces for tracked SKUs. Fired inside the import's transaction, once for each batch and behind everything
 * else of it, so that orders wait for these SKUs no longer than they must; the observer compares with the number it took last, so that
 * sales since then stay counted.
 *
 * @param pieces by SKU, in the order in which orders lock them
 */
public record StockCounted(long storeId, SortedMap<Sku, Long> pieces) {}
