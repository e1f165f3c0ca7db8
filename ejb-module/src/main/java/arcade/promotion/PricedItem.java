package arcade.promotion;

import arcade.shared.Sku;
import java.util.Optional;

/**
 * Some pieces of a SKU at today's price, as price rules see them.
 *
 * @param product handle of its product
 * @param category handle of its category, if it is in one
 * @param unitMinor price of one piece
 */
public record PricedItem(Sku sku, String product, Optional<String> category, long unitMinor, int quantity) {
    public long minor() {
        return Math.multiplyExact(unitMinor, (long) quantity);
    }
}
