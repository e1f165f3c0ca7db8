package arcade.desk.goods;

import arcade.shared.Money;

/**
 * A product in a list.
 *
 * @param from its lowest price
 * @param onHand pieces of all its counted variants
 */
public record FoundProduct(
        long id,
        String store,
        String handle,
        String title,
        String vendor,
        boolean published,
        int variants,
        Money from,
        long onHand) {}
