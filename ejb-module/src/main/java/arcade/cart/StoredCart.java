package arcade.cart;

import arcade.shared.Sku;
import arcade.shared.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A cart as it lies in the database, without prices.
 *
 * @param coupon as {@link arcade.promotion.Promotion#coupon(String)} gives it
 * @param orderedAs the order it became
 * @param lines in the order they were added
 */
public record StoredCart(
        long id, Token token, Instant expiresAt, Optional<String> coupon, Optional<Token> orderedAs, List<Line> lines) {

    public StoredCart {
        lines = List.copyOf(lines);
    }

    /**
     * @param seenMinor the unit price when the shopper last touched the line, in minor units of the store's currency
     */
    public record Line(Sku sku, int quantity, long seenMinor) {}

    StoredCart with(Optional<String> itsCoupon, List<Line> itsLines, Instant until) {
        return new StoredCart(id, token, until, itsCoupon, orderedAs, itsLines);
    }

    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    Optional<Line> line(Sku sku) {
        return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
    }
}
