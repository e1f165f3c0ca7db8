package arcade.desk.promotions;

import arcade.cart.Prices;
import arcade.catalog.Card;
import arcade.catalog.CardQuery;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tries a price rule, stored or not, on a sample cart, together with all others of the store: by the sum that carts, checkouts and
 * orders make. Pieces on hand, and what a buyer has used before, do not count.
 */
@ApplicationScoped
public class PromotionTrial {
    private static final int MOST_MATCHES = 20;
    private static final String MATCH = "SELECT v.sku, CONCAT_WS(' · ', p.title, v.option1, v.option2, v.option3)";
    private static final String BY_SKU = MATCH + " FROM variant v JOIN product p ON p.id = v.product_id"
            + " WHERE v.store_id = ? AND v.sku LIKE ? AND p.published ORDER BY v.sku LIMIT ?";
    private static final String BY_HANDLE = MATCH + " FROM product p JOIN variant v ON v.product_id = p.id"
            + " WHERE p.store_id = ? AND p.handle IN (%1$s) AND p.published"
            + " ORDER BY FIELD(p.handle, %1$s), v.position LIMIT ?";

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

    /**
     * By the beginning of the SKU, so the one of exactly this SKU comes first; then, where these are few, by the shop's own search.
     *
     * @return at most {@value #MOST_MATCHES}
     */
    public List<Match> find(Store store, String words) {
        Set<Match> found = new LinkedHashSet<>();
        if (Sql.isAscii(words)) {
            found.addAll(read(BY_SKU, store.id(), Sql.literally(words) + "%", MOST_MATCHES));
        }
        if (found.size() < MOST_MATCHES) {
            found.addAll(searched(store, words));
        }
        return found.stream().limit(MOST_MATCHES).toList();
    }

    /** The variants of the products that a shopper would find. */
    private List<Match> searched(Store store, String words) {
        List<String> handles = catalog.cards(store, CardQuery.search(words).page(1, MOST_MATCHES)).cards().stream()
                .map(Card::handle)
                .toList();
        if (handles.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(store.id()));
        values.addAll(handles);
        values.addAll(handles);
        values.add(MOST_MATCHES);
        return read(BY_HANDLE.formatted(Sql.marks(handles.size())), values.toArray());
    }

    private List<Match> read(String query, Object... values) {
        return sql.list(query, row -> new Match(row.getString(1), row.getString(2)), values);
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
