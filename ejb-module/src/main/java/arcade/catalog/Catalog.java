package arcade.catalog;

import arcade.catalog.search.ProductIndexes;
import arcade.catalog.search.Suggestion;
import arcade.shared.Sku;
import arcade.store.Revisions;
import arcade.store.Store;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a store shows. Answers are cached on this node by store, catalogue revision and question, within bounds; a
 * change is shown everywhere after a second or two. Only {@link #offers} is always read from the database. Begins no
 * transaction.
 */
@ApplicationScoped
public class Catalog {
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final int MOST_STORES = 2_000;
    private static final int MOST_SUGGESTIONS = 8;

    private record Key(long store, long revision, Object question) {}

    private record Categories(List<CategoryCard> all, List<CategoryCard> forSale) {}

    @Inject
    private Revisions revisions;

    @Inject
    private CategoryReader categoryReader;

    @Inject
    private CardLists lists;

    @Inject
    private ProductIndexes indexes;

    @Inject
    private ProductReader productReader;

    @Inject
    @ConfigProperty(name = "arcade.catalog.cache.products.kilobytes", defaultValue = "16384")
    private long mostKilobytes;

    private Cache<Key, Optional<ProductPage>> products;
    private Cache<Key, Categories> categories;

    @PostConstruct
    void open() {
        products = Caffeine.newBuilder()
                .maximumWeight(mostKilobytes)
                .weigher((Key key, Optional<ProductPage> page) ->
                        page.map(ProductPage::kilobytes).orElse(1))
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build();
        categories = Caffeine.newBuilder()
                .maximumSize(MOST_STORES)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build();
    }

    /** The categories that have something for sale, in the shopkeeper's order. */
    public List<CategoryCard> categories(Store store) {
        return categories
                .get(key(store, ""), key -> categories(categoryReader.all(store)))
                .forSale();
    }

    /** A category by its handle, even an empty one. */
    public Optional<CategoryCard> category(Store store, String handle) {
        return categories.get(key(store, ""), key -> categories(categoryReader.all(store))).all().stream()
                .filter(category -> category.handle().equals(handle))
                .findFirst();
    }

    /** A page of a list; an unknown category or a page behind the last is empty. */
    public CardPage cards(Store store, CardQuery query) {
        return lists.list(store, query).page();
    }

    /** As {@link #cards}, with what the list can be narrowed by. */
    public Listing list(Store store, CardQuery query) {
        return lists.list(store, query);
    }

    /** Products whose titles have the words, the last of which may not be typed to its end; none before the store has an index here. */
    public List<Suggestion> suggest(Store store, String typed) {
        return indexes.of(store)
                .map(held -> held.index().suggest(CardQuery.search(typed).words(), MOST_SUGGESTIONS))
                .orElse(List.of());
    }

    /** Other words, near to those of a search that found nothing, that find something. */
    public Optional<String> meant(Store store, String typed) {
        return indexes.of(store)
                .flatMap(held -> held.index().meant(CardQuery.search(typed).words()));
    }

    /** The page of a published product. */
    public Optional<ProductPage> product(Store store, String handle) {
        return products.get(key(store, handle), key -> productReader.page(store, handle));
    }

    /**
     * What is for sale of these SKUs, as it is now; a SKU that is unknown or not published is missing in the answer.
     */
    public Map<Sku, Offer> offers(Store store, Collection<Sku> skus) {
        return productReader.offers(store, skus);
    }

    /**
     * The handles of published products after the given one ({@code ""} at first), in order of handle: for the site
     * map.
     */
    public List<String> handlesAfter(Store store, String handle, int most) {
        return productReader.handlesAfter(store, handle, most);
    }

    /** The handle that stands so many places after the given one in the order of {@link #handlesAfter}, if there are as many. */
    public Optional<String> handleAfter(Store store, String handle, int further) {
        return productReader.handleAfter(store, handle, further);
    }

    private static Categories categories(List<CategoryCard> all) {
        return new Categories(
                List.copyOf(all),
                all.stream().filter(category -> category.products() > 0).toList());
    }

    private Key key(Store store, Object question) {
        return new Key(store.id(), revisions.of(store), question);
    }
}
