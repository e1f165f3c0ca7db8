package arcade.cart;

import arcade.promotion.Totals;
import arcade.shared.Token;
import java.time.Instant;
import java.util.List;

/**
 * A cart as its shopper sees it: lines in the order they were added, at today's prices, with what changed since.
 *
 * @param expiresAt when the cart is forgotten unless it is changed before
 */
public record CartView(Token token, List<CartLine> lines, Totals totals, Instant expiresAt) {

    public CartView {
        lines = List.copyOf(lines);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** How many pieces are in the cart, for the badge on it. */
    public int pieces() {
        return lines.stream().mapToInt(CartLine::quantity).sum();
    }

    /** Whether it could be ordered as it is; otherwise some line's notices say why not, or there is nothing to pay. */
    public boolean isOrderable() {
        return !isEmpty() && lines.stream().allMatch(CartLine::isOrderable) && !isFree();
    }

    /** A total of zero cannot be paid, and so not be ordered. */
    public boolean isFree() {
        return totals.isDeliverable() && totals.total().isZero();
    }
}
