package arcade.cart;

import arcade.catalog.Offer;
import arcade.promotion.PricedItem;
import arcade.promotion.Pricing;
import arcade.promotion.Promotion;
import arcade.promotion.Promotions;
import arcade.promotion.Tariffs;
import arcade.redemption.Buyers;
import arcade.redemption.Redemptions;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gathers what decides a price now: for a cart, for the checkout and for the order, the same. */
@ApplicationScoped
public class Prices {
    @Inject
    private Tariffs tariffs;

    @Inject
    private Promotions promotions;

    @Inject
    private Redemptions redemptions;

    @Inject
    private Clock clock;

    /**
     * @param country ISO 3166 code of where to deliver
     * @param coupon of the cart
     * @param email of the shopper; empty while it is not known, and neither is what this shopper has used up
     */
    public Pricing of(Store store, String country, Optional<String> coupon, Optional<String> email) {
        return of(store, country, coupon, email, promotions.of(store), clock.instant());
    }

    /** The same by other rules or at another moment, for whoever tries a rule before it holds. */
    public Pricing of(
            Store store,
            String country,
            Optional<String> coupon,
            Optional<String> email,
            List<Promotion> rules,
            Instant now) {
        List<Promotion> holding = rules.stream()
                .filter(each -> each.isInForce(now) && each.isOpenTo(coupon))
                .toList();
        return new Pricing(
                tariffs.of(store),
                country,
                store.currency(),
                rules,
                redemptions.usedUp(holding, email.map(Buyers::of)),
                coupon,
                now);
    }

    /** Pieces of what is offered, as price rules see them. */
    public static PricedItem item(Offer offer, int quantity) {
        return new PricedItem(
                offer.sku(), offer.handle(), offer.category(), offer.price().minor(), quantity);
    }
}
