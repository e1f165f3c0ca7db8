package arcade.cart;

import arcade.catalog.Catalog;
import arcade.catalog.Offer;
import arcade.promotion.PricedItem;
import arcade.shared.Money;
import arcade.shared.Sku;
import arcade.stock.Stock;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Prices a stored cart by today's catalogue, stock, promotions and tariff. */
@ApplicationScoped
class CartPricing {
    @Inject
    private Catalog catalog;

    @Inject
    private Stock stock;

    @Inject
    private Prices prices;

    /** @param email of the shopper, once it is known */
    CartView view(Store store, StoredCart cart, String country, Optional<String> email) {
        return view(store, cart, country, email, Map.of());
    }

    /** @param known offers that were just read, so that they need not be read again */
    CartView view(Store store, StoredCart cart, String country, Optional<String> email, Map<Sku, Offer> known) {
        List<Sku> unknown = cart.lines().stream()
                .map(StoredCart.Line::sku)
                .filter(sku -> !known.containsKey(sku))
                .toList();
        Map<Sku, Offer> offers = new HashMap<>(known);
        if (!unknown.isEmpty()) {
            offers.putAll(catalog.offers(store, unknown));
        }
        List<Sku> counted =
                offers.values().stream().filter(Offer::tracked).map(Offer::sku).toList();
        Map<Sku, Long> left = stock.onHand(store, counted);
        List<CartLine> lines = cart.lines().stream()
                .map(line -> line(store, line, Optional.ofNullable(offers.get(line.sku())), left))
                .toList();
        List<PricedItem> items = lines.stream()
                .filter(CartLine::isAvailable)
                .map(line -> Prices.item(line.offer().get(), line.quantity()))
                .toList();
        return new CartView(
                cart.token(),
                lines,
                prices.of(store, country, cart.coupon(), email).totals(items),
                cart.expiresAt());
    }

    private static CartLine line(Store store, StoredCart.Line line, Optional<Offer> offer, Map<Sku, Long> left) {
        OptionalLong pieces = offer.filter(Offer::tracked).isPresent()
                ? OptionalLong.of(left.getOrDefault(line.sku(), 0L))
                : OptionalLong.empty();
        return new CartLine(line.sku(), line.quantity(), new Money(line.seenMinor(), store.currency()), offer, pieces);
    }

    /** Text from outside that cannot be a SKU names nothing. */
    static Optional<Sku> sku(String text) {
        return text != null && text.matches("[!-~]{1,64}") ? Optional.of(new Sku(text)) : Optional.empty();
    }
}
