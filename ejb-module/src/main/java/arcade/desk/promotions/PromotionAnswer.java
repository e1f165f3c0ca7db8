package arcade.desk.promotions;

import arcade.promotion.KeptPromotion;

/** What became of a change. */
public sealed interface PromotionAnswer {

    /** It is stored, and every shopper's price follows. */
    record Saved(KeptPromotion now) implements PromotionAnswer {}

    /** Somebody else was first; nothing was written. @param now what he made of it */
    record ChangedMeanwhile(KeptPromotion now) implements PromotionAnswer {}

    /** The store has no such rule. */
    record Gone() implements PromotionAnswer {}
}
