package arcade.catalog.search;

import arcade.catalog.CardOrder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked for.
 *
 * @param words empty: everything
 * @param category handle; empty: all
 * @param chosen by trait; of several values of one trait any will do, of several traits all must be
 * @param soldOut what to leave out when {@link Traits#IN_STOCK} is chosen
 * @param page from 1
 */
public record ProductSearch(
        String words,
        Optional<String> category,
        Map<String, Set<String>> chosen,
        SoldOut soldOut,
        CardOrder order,
        int page,
        int size) {

    public static ProductSearch of(String words) {
        return new ProductSearch(words, Optional.empty(), Map.of(), SoldOut.NOTHING, CardOrder.RELEVANCE, 1, 24);
    }

    public ProductSearch in(String handle) {
        return new ProductSearch(words, Optional.of(handle), chosen, soldOut, order, page, size);
    }

    public ProductSearch with(Map<String, Set<String>> traits) {
        return new ProductSearch(words, category, traits, soldOut, order, page, size);
    }

    public ProductSearch without(SoldOut products) {
        return new ProductSearch(words, category, chosen, products, order, page, size);
    }

    public ProductSearch sorted(CardOrder by) {
        return new ProductSearch(words, category, chosen, soldOut, by, page, size);
    }

    public ProductSearch page(int number, int products) {
        return new ProductSearch(words, category, chosen, soldOut, order, number, products);
    }

    boolean inStockOnly() {
        return chosen.containsKey(Traits.STOCK);
    }
}
