package arcade.cart;

import arcade.cart.CartAnswer.Current;
import arcade.cart.CartAnswer.Refused;
import arcade.catalog.Catalog;
import arcade.catalog.Offer;
import arcade.database.Transactions;
import arcade.promotion.CouponAnswer;
import arcade.promotion.Promotion;
import arcade.shared.Quantity;
import arcade.shared.Sku;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Shoppers' carts. Whoever knows the token may see and change the cart, in its own store only. It lives for
 * {@code arcade.cart.days} after its last change; once ordered it changes no more.
 */
@ApplicationScoped
public class Carts {
    /** A change within this time after another one does not move the expiry again. */
    private static final Duration EXPIRY_STEP = Duration.ofHours(1);

    @Inject
    private CartRows rows;

    @Inject
    private CartPricing pricing;

    @Inject
    private Catalog catalog;

    @Inject
    private Transactions transactions;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "arcade.cart.days", defaultValue = "30")
    private int days;

    @Inject
    @ConfigProperty(name = "arcade.cart.lines", defaultValue = "100")
    private int mostLines;

    /** A new, empty cart. */
    public CartView start(Store store) {
        return pricing.view(store, transactions.run(() -> create(store)), store.country(), Optional.empty());
    }

    /** The cart delivered to the store's own country; empty if it is unknown here, expired, or was ordered. */
    public Optional<CartView> find(Store store, Token cart) {
        return find(store, cart, store.country());
    }

    /** @param country ISO 3166 code of where to deliver, for shipping and tax */
    public Optional<CartView> find(Store store, Token cart, String country) {
        return find(store, cart, country, Optional.empty());
    }

    /** @param email of the shopper: what has been used up by this one takes nothing off */
    public Optional<CartView> find(Store store, Token cart, String country, Optional<String> email) {
        return see(store, cart, country, email) instanceof Current current
                ? Optional.of(current.cart())
                : Optional.empty();
    }

    /** Like {@link #find(Store, Token, String)}, but says why there is nothing to see. */
    public CartAnswer see(Store store, Token cart, String country) {
        return see(store, cart, country, Optional.empty());
    }

    private CartAnswer see(Store store, Token cart, String country, Optional<String> email) {
        Optional<StoredCart> stored = rows.read(store.id(), cart);
        return refusal(stored, cart).orElseGet(() -> new Current(pricing.view(store, stored.get(), country, email)));
    }

    /** How many pieces are in the cart, for the badge on every page: one small query. 0 if there is no such open cart. */
    public int pieces(Store store, Token cart) {
        return rows.pieces(store.id(), cart);
    }

    /** Puts more pieces of a SKU into the cart. */
    public CartAnswer add(Store store, Token cart, String sku, long pieces) {
        return offered(store, sku, pieces, offer -> changed(store, cart, stored -> add(store, stored, offer, pieces)));
    }

    /** Starts a cart with its first line; if that is refused there is no cart. */
    public CartAnswer addToNew(Store store, String sku, long pieces) {
        return offered(store, sku, pieces, offer -> transactions.run(() -> add(store, create(store), offer, pieces)));
    }

    /** Sets how many pieces of a SKU that is in the cart are wanted; its present price counts as seen. */
    public CartAnswer change(Store store, Token cart, String sku, long pieces) {
        return offered(
                store,
                sku,
                pieces,
                offer -> changed(store, cart, stored -> {
                    if (stored.line(offer.sku()).isEmpty()) {
                        return notInCart(sku);
                    }
                    return put(store, stored, offer, pieces);
                }));
    }

    /** Takes a SKU out of the cart, also one that is no longer sold. */
    public CartAnswer remove(Store store, Token cart, String sku) {
        return changed(
                store,
                cart,
                stored -> stored.lines().stream()
                        .filter(line -> line.sku().value().equals(sku))
                        .findFirst()
                        .map(line -> remove(store, stored, line))
                        .orElseGet(() -> notInCart(sku)));
    }

    /** Keeps a coupon on the cart, in place of the one before, unless it is none or cannot be used any more. */
    public CartAnswer redeem(Store store, Token cart, String typed) {
        return changed(
                store,
                cart,
                stored -> Promotion.coupon(typed)
                        .map(code -> redeem(store, stored, code))
                        .orElseGet(Carts::noSuchCoupon));
    }

    /** Takes the coupon off the cart; one without stays as it is. */
    public CartAnswer withoutCoupon(Store store, Token cart) {
        return changed(store, cart, stored -> {
            rows.redeem(stored, Optional.empty());
            return kept(store, stored.with(Optional.empty(), stored.lines(), stored.expiresAt()), Map.of());
        });
    }

    /** For placing an order: the cart, locked until the transaction ends; expired and ordered ones too. */
    @Transactional(TxType.MANDATORY)
    public Optional<StoredCart> lock(Store store, Token cart) {
        return rows.lock(store.id(), cart);
    }

    /** The locked cart became an order. */
    @Transactional(TxType.MANDATORY)
    public void ordered(StoredCart cart, Token order) {
        if (!rows.ordered(cart, order)) {
            throw new IllegalStateException("cart " + cart.token() + " was ordered already, not again as " + order);
        }
    }

    /** Deletes a batch of carts that expired. @return how many */
    public int forgetExpired(int most) {
        return rows.deleteExpired(clock.instant(), most);
    }

    private CartAnswer changed(Store store, Token cart, Function<StoredCart, CartAnswer> change) {
        return transactions.run(() -> {
            Optional<StoredCart> stored = rows.lock(store.id(), cart);
            return refusal(stored, cart).orElseGet(() -> change.apply(stored.get()));
        });
    }

    private CartAnswer redeem(Store store, StoredCart cart, String code) {
        StoredCart with = cart.with(Optional.of(code), cart.lines(), cart.expiresAt());
        CartView view = pricing.view(store, with, store.country(), Optional.empty());
        if (view.totals().hasCoupon(CouponAnswer.State.NOT_VALID)) {
            return noSuchCoupon();
        }
        if (view.totals().hasCoupon(CouponAnswer.State.USED_UP)) {
            return new Refused(CartRefusal.COUPON_USED_UP, "The coupon " + code + " has been used up.");
        }
        rows.redeem(cart, Optional.of(code));
        return kept(store, with, Map.of());
    }

    private CartAnswer add(Store store, StoredCart cart, Offer offer, long pieces) {
        int present = cart.line(offer.sku()).map(StoredCart.Line::quantity).orElse(0);
        if (present == 0 && cart.lines().size() >= mostLines) {
            return new Refused(
                    CartRefusal.TOO_MANY_LINES, "A cart holds at most " + mostLines + " different articles.");
        }
        return put(store, cart, offer, present + pieces);
    }

    private CartAnswer put(Store store, StoredCart cart, Offer offer, long pieces) {
        if (pieces > Quantity.MOST) {
            return quantity(pieces);
        }
        StoredCart.Line line =
                new StoredCart.Line(offer.sku(), (int) pieces, offer.price().minor());
        rows.put(cart, line, clock.instant());
        List<StoredCart.Line> lines = new ArrayList<>(cart.lines());
        lines.replaceAll(old -> old.sku().equals(line.sku()) ? line : old);
        if (cart.line(line.sku()).isEmpty()) {
            lines.add(line);
        }
        return kept(store, cart.with(cart.coupon(), lines, cart.expiresAt()), Map.of(offer.sku(), offer));
    }

    private CartAnswer remove(Store store, StoredCart cart, StoredCart.Line line) {
        rows.remove(cart, line.sku());
        List<StoredCart.Line> others =
                cart.lines().stream().filter(other -> !other.equals(line)).toList();
        return kept(store, cart.with(cart.coupon(), others, cart.expiresAt()), Map.of());
    }

    /** @param cart as it is after the change */
    private CartAnswer kept(Store store, StoredCart cart, Map<Sku, Offer> known) {
        Instant until = expiry();
        boolean move = cart.expiresAt().isBefore(until.minus(EXPIRY_STEP));
        if (move) {
            rows.keepUntil(cart, until);
        }
        StoredCart now = cart.with(cart.coupon(), cart.lines(), move ? until : cart.expiresAt());
        return new Current(pricing.view(store, now, store.country(), Optional.empty(), known));
    }

    private StoredCart create(Store store) {
        return rows.create(store.id(), clock.instant(), expiry());
    }

    private Instant expiry() {
        return clock.instant().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MICROS);
    }

    private CartAnswer offered(Store store, String sku, long pieces, Function<Offer, CartAnswer> change) {
        if (pieces < 1 || pieces > Quantity.MOST) {
            return quantity(pieces);
        }
        return CartPricing.sku(sku)
                .map(known -> catalog.offers(store, List.of(known)).get(known))
                .map(change)
                .orElseGet(() -> new Refused(CartRefusal.NO_SUCH_SKU, "This shop does not sell the SKU " + sku + "."));
    }

    private Optional<CartAnswer> refusal(Optional<StoredCart> stored, Token cart) {
        if (stored.isEmpty()) {
            return Optional.of(
                    new Refused(CartRefusal.NO_SUCH_CART, "This shop has no cart " + cart + ". Start a new one."));
        }
        if (stored.get().orderedAs().isPresent()) {
            return Optional.of(new Refused(
                    CartRefusal.ALREADY_ORDERED, "The cart " + cart + " was ordered already. Start a new one."));
        }
        if (stored.get().isExpired(clock.instant())) {
            return Optional.of(new Refused(
                    CartRefusal.EXPIRED,
                    "The cart " + cart + " was not touched for " + days + " days. Start a new one."));
        }
        return Optional.empty();
    }

    private static CartAnswer quantity(long pieces) {
        return new Refused(
                CartRefusal.QUANTITY,
                "A cart takes 1 to " + Quantity.MOST + " pieces of an article, not " + pieces + ".");
    }

    private static CartAnswer noSuchCoupon() {
        return new Refused(CartRefusal.NO_SUCH_COUPON, "This shop has no such coupon at present.");
    }

    private static CartAnswer notInCart(String sku) {
        return new Refused(CartRefusal.NOT_IN_CART, "The cart holds no " + sku + ".");
    }
}
