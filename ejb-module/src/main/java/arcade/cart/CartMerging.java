package arcade.cart;

import arcade.shared.Token;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes one cart of two, in the transaction of whoever knows that both are one shopper's. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class CartMerging {
    @Inject
    private CartRows rows;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "arcade.cart.days", defaultValue = "30")
    private int days;

    @Inject
    @ConfigProperty(name = "arcade.cart.lines", defaultValue = "100")
    private int mostLines;

    /** The cart, locked until the transaction ends; empty unless it is of this store and can still be changed. */
    public Optional<StoredCart> lockOpen(Store store, Token cart) {
        return rows.lock(store.id(), cart)
                .filter(stored -> stored.orderedAs().isEmpty() && !stored.isExpired(clock.instant()));
    }

    /**
     * Puts one locked cart's lines into another one and deletes it. An article that is in both is wanted once: the larger number counts.
     * Beyond {@code arcade.cart.lines} lines nothing more is taken over. A coupon comes along where there is none.
     */
    public void pour(StoredCart from, StoredCart into) {
        fill(into, from.lines(), from.coupon());
        rows.delete(from);
    }

    /**
     * The same with copies of lines, whose cart stays as it is.
     *
     * @param into locked; a new cart of the store if there is none
     * @return the cart that they are in
     */
    public Token copy(Store store, List<StoredCart.Line> lines, Optional<String> coupon, Optional<StoredCart> into) {
        StoredCart cart = into.orElseGet(() -> rows.create(store.id(), clock.instant(), expiry()));
        fill(cart, lines, coupon);
        return cart.token();
    }

    private void fill(StoredCart into, List<StoredCart.Line> lines, Optional<String> coupon) {
        int room = mostLines - into.lines().size();
        for (StoredCart.Line line : lines) {
            Optional<StoredCart.Line> present = into.line(line.sku());
            if (present.isPresent()) {
                if (present.get().quantity() < line.quantity()) {
                    rows.put(into, line, clock.instant());
                }
            } else if (room > 0) {
                rows.put(into, line, clock.instant());
                room--;
            }
        }
        if (into.coupon().isEmpty()) {
            rows.redeem(into, coupon);
        }
        rows.keepUntil(into, expiry());
    }

    private Instant expiry() {
        return clock.instant().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MICROS);
    }

    /** Deletes a cart that can still be changed, because nobody may know any more what was in it. */
    public void discard(Store store, Token cart) {
        lockOpen(store, cart).ifPresent(rows::delete);
    }
}
