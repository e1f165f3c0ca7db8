package arcade.ordering;

import arcade.cart.Carts;
import arcade.cart.Prices;
import arcade.cart.StoredCart;
import arcade.catalog.Catalog;
import arcade.catalog.Offer;
import arcade.database.Transactions;
import arcade.ordering.Placement.Placed;
import arcade.ordering.Placement.Refused;
import arcade.ordering.Refusal.Reason;
import arcade.payment.Payment;
import arcade.payment.Payments;
import arcade.promotion.Pricing;
import arcade.promotion.Promotion;
import arcade.redemption.Buyers;
import arcade.redemption.Redemptions;
import arcade.shared.Money;
import arcade.shared.Sku;
import arcade.shared.Token;
import arcade.stock.Stock;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Makes an order of a cart, in one transaction: the quote is made anew from the catalogue, the order written, its
 * promotions used, its pieces reserved, its payment requested, the cart closed. The same checkout key gets the same order, for ever, from
 * any node. A cart becomes at most one order: its row is locked first, so a second request waits and then sees the
 * order.
 */
@ApplicationScoped
public class Checkout {
    @Inject
    private Carts carts;

    @Inject
    private Catalog catalog;

    @Inject
    private Prices prices;

    @Inject
    private Redemptions redemptions;

    @Inject
    private Stock stock;

    @Inject
    private OrderRows orders;

    @Inject
    private Payments payments;

    @Inject
    private Transactions transactions;

    @Inject
    private Clock clock;

    @Inject
    private CheckoutGate gate;

    /** Joins the caller's transaction if there is one; a refusal has then written nothing into it. Throws {@link CheckoutClosed}. */
    public Placement place(Store store, PlaceOrder wish) {
        return transactions.run(() -> {
            Optional<StoredCart> cart = carts.lock(store, wish.cart());
            Optional<Refusal> closed = closed(cart, wish);
            if (closed.isPresent()) {
                return orders.byKey(store, wish.checkoutKey())
                        .<Placement>map(Placed::new)
                        .orElseGet(() -> new Refused(List.of(closed.get()), Optional.empty()));
            }
            return place(store, wish, cart.get());
        });
    }

    private Placement place(Store store, PlaceOrder wish, StoredCart cart) {
        gate.requireOpen();
        List<Sku> skus = cart.lines().stream().map(StoredCart.Line::sku).toList();
        Map<Sku, Offer> offers = catalog.offers(store, skus);
        Pricing pricing = prices.of(
                store,
                wish.address().country(),
                cart.coupon(),
                Optional.of(wish.buyer().email()));
        Quote quote = Quote.of(pricing, cart, offers);
        List<Refusal> refusals = quote.refusals(wish);
        if (!refusals.isEmpty()) {
            return refused(refusals, quote);
        }
        Instant now = clock.instant();
        Token ref = Token.random();
        Optional<Long> order = orders.insert(store, wish, quote, ref, now);
        if (order.isEmpty()) {
            // The key was used for another cart. Whoever repeats a key means the order that it got.
            return new Placed(orders.byKey(store, wish.checkoutKey()).orElseThrow());
        }
        String buyer = Buyers.of(wish.buyer().email());
        Optional<Promotion> usedUp = redemptions.use(quote.promotions(), buyer);
        if (usedUp.isPresent()) {
            orders.takeBack(order.get());
            return refused(List.of(Quote.usedUp(usedUp.get())), Quote.of(pricing.without(usedUp.get()), cart, offers));
        }
        SortedMap<Sku, Long> missing = stock.reserve(store, quote.tracked());
        if (!missing.isEmpty()) {
            redemptions.giveBack(quote.promotions(), buyer);
            orders.takeBack(order.get());
            return refused(notEnough(missing), quote);
        }
        orders.insertLines(order.get(), quote);
        orders.insertDiscounts(order.get(), quote, buyer);
        payments.request(Payment.requested(
                ref, store.id(), store.code(), quote.totals().total(), wish.payment(), wish.returnOrigin()));
        carts.ordered(cart, ref);
        return new Placed(ref);
    }

    private Optional<Refusal> closed(Optional<StoredCart> cart, PlaceOrder wish) {
        if (cart.isEmpty()) {
            return Optional.of(
                    Refusal.of(Reason.NO_SUCH_CART, "", "This shop has no cart " + wish.cart() + ". Start a new one."));
        }
        if (cart.get().orderedAs().isPresent()) {
            return Optional.of(new Refusal(
                    Reason.ALREADY_ORDERED,
                    "",
                    "The cart " + wish.cart() + " was ordered already.",
                    cart.get().orderedAs()));
        }
        if (cart.get().isExpired(clock.instant())) {
            return Optional.of(
                    Refusal.of(Reason.CART_EXPIRED, "", "The cart " + wish.cart() + " expired. Start a new one."));
        }
        return Optional.empty();
    }

    private static List<Refusal> notEnough(SortedMap<Sku, Long> missing) {
        return missing.entrySet().stream()
                .map(sku -> Refusal.of(
                        Reason.NOT_ENOUGH,
                        sku.getKey().value(),
                        "Of the SKU " + sku.getKey() + " only " + sku.getValue() + " are left."))
                .toList();
    }

    private static Refused refused(List<Refusal> reasons, Quote quote) {
        Optional<Money> total = quote.totals().isDeliverable() && quote.gone().isEmpty()
                ? Optional.of(quote.totals().total())
                : Optional.empty();
        return new Refused(reasons, total);
    }
}
