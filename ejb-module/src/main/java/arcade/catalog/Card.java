package arcade.catalog;

import java.util.Optional;

/**
 * A product in a list.
 *
 * @param from the lowest price of its variants
 * @param compareAt the former price of that variant, if it is reduced
 * @param severalPrices whether another variant costs more
 */
public record Card(
        String handle,
        String title,
        Price from,
        Optional<Price> compareAt,
        boolean severalPrices,
        PictureView picture) {}
