package arcade.promotion;

/**
 * A price rule as those see it who keep the rules.
 *
 * @param version raised by every change, so that two who change it at once notice
 */
public record KeptPromotion(Promotion promotion, boolean active, long version) {}
