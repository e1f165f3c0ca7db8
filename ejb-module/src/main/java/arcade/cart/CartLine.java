package arcade.cart;

import arcade.catalog.Offer;
import arcade.shared.Money;
import arcade.shared.Sku;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Some pieces of one SKU, at today's price.
 *
 * @param seen the unit price when the shopper last touched the line
 * @param offer what the catalogue says today; empty: the SKU is no longer sold
 * @param left pieces that can be bought; empty: the pieces are not counted, there are always enough
 */
public record CartLine(Sku sku, int quantity, Money seen, Optional<Offer> offer, OptionalLong left) {

    /** Today's price of one piece; of a SKU that is no longer sold, the last one seen. */
    public Money unit() {
        return offer.map(Offer::price).orElse(seen);
    }

    public Money total() {
        return unit().times(quantity);
    }

    public boolean isAvailable() {
        return offer.isPresent();
    }

    /** Whether the whole line could be ordered now. */
    public boolean isOrderable() {
        return isAvailable() && left.orElse(Long.MAX_VALUE) >= quantity;
    }

    /** In the order in which they matter; at most one about availability. */
    public Set<LineNotice> notices() {
        if (!isAvailable()) {
            return Set.of(LineNotice.NO_LONGER_AVAILABLE);
        }
        boolean dearer = !unit().equals(seen);
        if (isOrderable()) {
            return dearer ? Set.of(LineNotice.PRICE_CHANGED) : Set.of();
        }
        LineNotice shortage = left.getAsLong() == 0 ? LineNotice.SOLD_OUT : LineNotice.NOT_ENOUGH;
        return dearer ? Set.of(shortage, LineNotice.PRICE_CHANGED) : Set.of(shortage);
    }

    /** For pages: {@code #{line.has('SOLD_OUT')}}. */
    public boolean has(LineNotice notice) {
        return notices().contains(notice);
    }
}
