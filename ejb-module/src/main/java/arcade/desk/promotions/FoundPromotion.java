package arcade.desk.promotions;

import arcade.promotion.KeptPromotion;
import arcade.promotion.Promotion;
import arcade.store.Store;

/**
 * A price rule on the desk.
 *
 * @param used in how many orders it is that were not cancelled; counted while it has a limit only
 */
public record FoundPromotion(Store store, KeptPromotion kept, PromotionState state, long used) {
    public Promotion promotion() {
        return kept.promotion();
    }

    public boolean isCounted() {
        return !promotion().limit().isNone();
    }
}
