package arcade.promotion;

import arcade.shared.Money;
import arcade.shared.Sku;
import java.util.Map;

/**
 * What one promotion does for some articles, or why it does nothing.
 *
 * @param amount off the articles; zero for one that is applied: it pays the delivery
 * @param offLines what it takes off each line; lines without are missing
 */
public record Judgement(Promotion promotion, Verdict verdict, Money amount, Map<Sku, Money> offLines) {

    public enum Verdict {
        APPLIED,
        /** It was stopped; {@link Pricing} does not see such ones. */
        STOPPED,
        NOT_YET,
        OVER,
        /** It wants a coupon that was not typed. */
        COUPON,
        USED_UP,
        TOO_LITTLE,
        /** No article is one of those it holds for, or there is nothing it could take off. */
        NO_ARTICLE,
        /** It does not combine with those that are applied, which are worth more. */
        OTHERS_ARE_BETTER,
        /** Those before it took off all there was. */
        NOTHING_LEFT
    }

    public Judgement {
        offLines = Map.copyOf(offLines);
    }

    public boolean isApplied() {
        return verdict == Verdict.APPLIED;
    }

    public Money off(Sku sku) {
        return offLines.getOrDefault(sku, Money.zero(amount.currency()));
    }
}
