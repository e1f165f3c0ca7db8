package arcade.desk.promotions;

import arcade.shared.Quantity;
import arcade.shared.Sku;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A cart to try price rules on.
 *
 * @param coupon as {@link arcade.promotion.Promotion#coupon(String)} gives it
 * @param at when it is bought; empty: now
 */
public record SampleCart(Map<Sku, Quantity> articles, String country, Optional<String> coupon, Optional<Instant> at) {
    public SampleCart {
        articles = Map.copyOf(articles);
    }
}
