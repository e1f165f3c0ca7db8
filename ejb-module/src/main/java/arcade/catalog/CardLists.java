package arcade.catalog;

import arcade.catalog.search.ProductIndexes;
import arcade.catalog.search.ProductIndexes.Held;
import arcade.catalog.search.ProductSearch;
import arcade.catalog.search.ProductsFound;
import arcade.catalog.search.ProductsFound.Trait;
import arcade.catalog.search.SoldOut;
import arcade.catalog.search.SoldOutProducts;
import arcade.store.Revisions;
import arcade.store.Store;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lists, by the store's index where that is of the present catalogue: which products and how many of each trait are read from the index,
 * the cards of those from the database. While the index is being made or brought up to date a list without choices is read from the
 * database alone, with the traits that the older index counts, and one with choices from the older index.
 */
@ApplicationScoped
class CardLists {
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final int OVERHEAD = 8;

    /** @param soldOut empty: read from the database alone */
    private record Key(long store, long revision, Optional<SoldOut> soldOut, CardQuery query) {}

    private record Counted(long store, long revision, ProductSearch search) {}

    @Inject
    private Revisions revisions;

    @Inject
    private ProductIndexes indexes;

    @Inject
    private SoldOutProducts soldOuts;

    @Inject
    private CardReader reader;

    @Inject
    @ConfigProperty(name = "arcade.catalog.cache.cards", defaultValue = "24000")
    private long mostCards;

    @Inject
    @ConfigProperty(name = "arcade.catalog.cache.values", defaultValue = "48000")
    private long mostValues;

    /** How long a list with choices waits for the first index of its store. */
    @Inject
    @ConfigProperty(name = "arcade.catalog.index.wait.millis", defaultValue = "1500")
    private long patienceMillis;

    private Cache<Key, Listing> kept;
    private Cache<Counted, List<Trait>> counted;

    @PostConstruct
    void open() {
        kept = Caffeine.newBuilder()
                .maximumWeight(mostCards)
                .weigher((Key key, Listing list) ->
                        OVERHEAD + list.page().cards().size())
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build();
        counted = Caffeine.newBuilder()
                .maximumWeight(mostValues)
                .weigher((Counted key, List<Trait> traits) -> OVERHEAD
                        + traits.stream()
                                .mapToInt(trait -> trait.values().size())
                                .sum())
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build();
    }

    public Listing list(Store store, CardQuery query) {
        long revision = revisions.of(store);
        Optional<Held> index = query.chosen().isEmpty()
                ? indexes.of(store)
                : indexes.awaited(store, Duration.ofMillis(patienceMillis));
        if (index.isPresent() && index.get().revision() >= revision) {
            SoldOut soldOut = soldOuts.of(store);
            return kept.get(
                    new Key(store.id(), revision, Optional.of(soldOut), query),
                    key -> indexed(store, query, index.get(), soldOut, true));
        }
        if (index.isPresent() && !query.chosen().isEmpty()) {
            return indexed(store, query, index.get(), soldOuts.of(store), false);
        }
        Listing rows = kept.get(new Key(store.id(), revision, Optional.empty(), query), key -> read(store, query));
        return index.map(older ->
                        new Listing(rows.page(), traits(store, older, search(query, soldOuts.of(store))), false, true))
                .orElse(rows);
    }

    private Listing read(Store store, CardQuery query) {
        CardQuery all = query.choosing(Map.of());
        return new Listing(
                reader.page(store, all), List.of(), false, query.chosen().isEmpty());
    }

    private Listing indexed(Store store, CardQuery query, Held held, SoldOut soldOut, boolean current) {
        ProductSearch search = search(query, soldOut);
        ProductsFound.Page found = held.index().page(search);
        CardPage page = new CardPage(reader.cards(store, found.ids()), found.total(), query.page(), query.size());
        return new Listing(page, traits(store, held, search), current, true);
    }

    /** Counting takes longest, and the counts are the same on all pages of a list and in each of its orders. */
    private List<Trait> traits(Store store, Held held, ProductSearch search) {
        ProductSearch first = search.sorted(CardOrder.RELEVANCE).page(1, CardQuery.USUAL_SIZE);
        return counted.get(
                new Counted(store.id(), held.revision(), first),
                key -> held.index().traits(first));
    }

    private static ProductSearch search(CardQuery query, SoldOut soldOut) {
        return new ProductSearch(
                query.words(), query.category(), query.chosen(), soldOut, query.order(), query.page(), query.size());
    }
}
