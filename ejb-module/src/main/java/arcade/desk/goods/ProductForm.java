package arcade.desk.goods;

import java.util.List;
import java.util.OptionalLong;

/**
 * What can be edited of a product.
 *
 * @param version of the row it was read from
 */
public record ProductForm(
        long id,
        long version,
        long storeId,
        String store,
        String currency,
        String handle,
        String title,
        String vendor,
        boolean published,
        List<VariantForm> variants) {

    public ProductForm {
        variants = List.copyOf(variants);
    }

    /**
     * A variant on the form.
     *
     * @param title its options, such as {@code Blue / Large}; empty for the only one
     * @param compareAtMinor the price it had before, struck through
     * @param onHand pieces; empty: it is not counted
     */
    public record VariantForm(
            String sku, String title, long priceMinor, OptionalLong compareAtMinor, OptionalLong onHand) {
        VariantForm priced(long price, OptionalLong compareAt) {
            return new VariantForm(sku, title, price, compareAt, onHand);
        }
    }
}
