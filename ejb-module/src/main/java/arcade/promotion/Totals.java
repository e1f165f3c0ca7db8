package arcade.promotion;

import arcade.shared.Money;
import arcade.shared.Sku;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the articles that can be had cost, delivered to one country. {@link Pricing} makes it.
 *
 * @param items before discounts
 * @param discounts in the order in which they were taken off
 * @param offLines what was taken off each line; lines without are missing
 * @param shipping empty: the store does not deliver to that country; the total is then without shipping
 * @param toFreeShipping what is missing of the articles' value from which delivery is free; empty: nothing is, or it never is
 * @param tax the part of the total that is tax; prices include it
 * @param coupon what became of the one that was typed
 */
public record Totals(
        String country,
        Money items,
        List<Discount> discounts,
        Map<Sku, Money> offLines,
        Optional<Money> shipping,
        Optional<Money> toFreeShipping,
        Money tax,
        Money total,
        Optional<CouponAnswer> coupon) {

    public Totals {
        discounts = List.copyOf(discounts);
        offLines = Map.copyOf(offLines);
    }

    /**
     * What one promotion does for this shopper.
     *
     * @param amount off the articles; zero: it pays the delivery
     */
    public record Discount(Promotion promotion, Money amount) {
        public String label() {
            return promotion.name();
        }
    }

    /** Off the articles, by all promotions. */
    public Money discount() {
        return discounts.stream().map(Discount::amount).reduce(Money.zero(items.currency()), Money::plus);
    }

    public Money off(Sku sku) {
        return offLines.getOrDefault(sku, Money.zero(items.currency()));
    }

    public boolean hasCoupon(CouponAnswer.State state) {
        return coupon.filter(answer -> answer.state() == state).isPresent();
    }

    public boolean isDeliverable() {
        return shipping.isPresent();
    }
}
