package arcade.desk.promotions;

import arcade.cart.Prices;
import arcade.catalog.Catalog;
import arcade.catalog.Offer;
import arcade.database.Sql;
import arcade.desk.promotions.SamplePrices.Line;
import arcade.promotion.Judgement;
import arcade.promotion.Judgement.Verdict;
import arcade.promotion.PricedItem;
import arcade.promotion.Pricing;
import arcade.promotion.Promotion;
import arcade.promotion.Promotions;
import arcade.promotion.Tariffs;
import arcade.promotion.Totals;
import arcade.shared.Money;
import arcade.shared.Sku;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries a price rule, stored or not, on a sample cart, together with all others of the store: by the sum that carts, checkouts and
 * orders make. Pieces on hand, and what a buyer has used before, do not count.
 */
@ApplicationScoped
public class PromotionTrial {
    private static final int MOST_MATCHES = 20;

    @Inject
    private Prices prices;

    @Inject
    private Promotions promotions;

    @Inject
    private Tariffs tariffs;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    /** A variant for sale. @param title with its options */
    public record Match(String sku, String title) {}

    /** By SKU, its beginning, or anywhere in the title; the one of exactly this SKU first. */
    public List<Match> find(Store store, String words) {
        String begins = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return sql.list(
                "SELECT v.sku, CONCAT_WS(' · ', p.title, v.option1, v.option2, v.option3)"
                        + " FROM variant v JOIN product p ON p.id = v.product_id"
                        + " WHERE p.store_id = ? AND p.published AND (v.sku LIKE ? OR p.title LIKE ?)"
                        + " ORDER BY v.sku <> ?, p.title, p.id, v.position LIMIT ?",
                row -> new Match(row.getString(1), row.getString(2)),
                store.id(),
                begins,
                "%" + begins,
                words,
                MOST_MATCHES);
    }

    /** Where the store delivers to. */
    public List<String> countries(Store store) {
        return tariffs.of(store).countries();
    }

    /**
     * @param tried takes the place of the stored rule of its id; 0: a new one
     * @param active else it is left out
     */
    public SamplePrices run(Store store, Promotion tried, boolean active, SampleCart cart) {
        // A new rule would get the greatest number of all.
        Promotion mine = tried.id() == 0 ? tried.numbered(Long.MAX_VALUE) : tried;
        List<Promotion> rules = new ArrayList<>(promotions.of(store));
        rules.removeIf(rule -> rule.id() == mine.id());
        if (active) {
            rules.add(mine);
        }
        Map<Sku, Offer> offers = catalog.offers(store, cart.articles().keySet());
        List<PricedItem> items = new ArrayList<>();
        cart.articles()
                .forEach((sku, quantity) -> Optional.ofNullable(offers.get(sku))
                        .ifPresent(offer -> items.add(Prices.item(offer, quantity.pieces()))));
        Pricing pricing = prices.of(
                store,
                cart.country(),
                cart.coupon(),
                Optional.empty(),
                rules,
                cart.at().orElseGet(clock::instant));
        List<Judgement> judgements = new ArrayList<>(pricing.judged(items));
        if (!active) {
            judgements.add(new Judgement(mine, Verdict.STOPPED, Money.zero(store.currency()), Map.of()));
        }
        Totals totals = pricing.totals(items);
        List<Line> lines = items.stream()
                .sorted(Comparator.comparing(item -> item.sku().value()))
                .map(item -> new Line(
                        offers.get(item.sku()),
                        item.quantity(),
                        new Money(item.minor(), store.currency()),
                        totals.off(item.sku())))
                .toList();
        return new SamplePrices(lines, judgements, totals);
    }
}
