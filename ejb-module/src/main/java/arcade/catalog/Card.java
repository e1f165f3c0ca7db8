package arcade.catalog;

import java.util.Optional;

/**
 * A product in a list.
 *
 * @param from the lowest price of its variants
 * @param compareAt the former price of that variant, if it is reduced
 * @param lowest the lowest price of the thirty days before that reduction, where it is known
 * @param unitPrice of that variant, where its content is told
 * @param severalPrices whether another variant costs more
 */
public record Card(
        String handle,
        String title,
        Price from,
        Optional<Price> compareAt,
        Optional<Price> lowest,
        Optional<UnitPrice> unitPrice,
        boolean severalPrices,
        PictureView picture) {

    Card after(Optional<Price> lowestBefore) {
        return new Card(handle, title, from, compareAt, lowestBefore, unitPrice, severalPrices, picture);
    }
}
