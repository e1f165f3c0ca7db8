package arcade.catalog;

import arcade.shared.Sku;
import java.util.List;
import java.util.Optional;

/**
 * A variant on its product's page.
 *
 * @param title its option values joined, empty for the only variant of a product without options
 * @param values one for each of the product's options
 * @param compareAt the former price, if it is reduced
 * @param lowest the lowest price of the thirty days before that reduction, where it is known
 * @param unitPrice where its content is told
 * @param tracked whether its pieces are counted; if not it is always for sale
 */
public record VariantView(
        Sku sku,
        String title,
        List<String> values,
        Price price,
        Optional<Price> compareAt,
        Optional<Price> lowest,
        Optional<UnitPrice> unitPrice,
        boolean tracked,
        boolean requiresShipping,
        String barcode,
        PictureView picture) {
    public VariantView {
        values = List.copyOf(values);
    }
}
