package arcade.desk.goods;

import java.util.Map;
import java.util.OptionalLong;

/**
 * What somebody wants a product to be.
 *
 * @param version of the form he filled in
 * @param prices by SKU; what is not named stays
 */
public record ProductEdit(
        long id, long version, String title, String vendor, boolean published, Map<String, NewPrice> prices) {

    public ProductEdit {
        title = title.strip();
        vendor = vendor.strip();
        prices = Map.copyOf(prices);
    }

    /** In minor units of the store's currency. */
    public record NewPrice(long minor, OptionalLong compareAtMinor) {}
}
