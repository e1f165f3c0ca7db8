package arcade.catalog;

import arcade.shared.Sku;
import java.util.List;

/**
 * Counts of these tracked SKUs come next. Fired inside the import's transaction and behind the lock of the store's row, once for each
 * batch, so that whoever still owes these SKUs an earlier change makes it first.
 */
public record StockAboutToBeCounted(long storeId, List<Sku> skus) {}
