package arcade.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which products of a store a list shows: those of a category, those that match a search, both, or all.
 *
 * @param words the search, blanks collapsed and cut at {@value #LONGEST_SEARCH} characters; empty: no search
 * @param chosen values by the name of their trait, see {@link arcade.catalog.search.Traits}; of several values of one trait any will do,
 *     of several traits all must be
 * @param page 1 to {@value #LAST_PAGE}
 * @param size 1 to {@value #LARGEST_PAGE}
 */
public record CardQuery(
        Optional<String> category, String words, Map<String, Set<String>> chosen, CardOrder order, int page, int size) {
    public static final int LAST_PAGE = 1000;
    public static final int LARGEST_PAGE = 100;
    public static final int LONGEST_SEARCH = 100;
    public static final int USUAL_SIZE = 24;

    public CardQuery {
        chosen = Map.copyOf(chosen);
        words = words.strip().replaceAll("\\s+", " ");
        words = words.length() > LONGEST_SEARCH
                ? words.substring(0, LONGEST_SEARCH).strip()
                : words;
        if (page < 1 || page > LAST_PAGE) {
            throw new IllegalArgumentException("page: 1 to " + LAST_PAGE + ", not " + page);
        }
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("size: 1 to " + LARGEST_PAGE + ", not " + size);
        }
    }

    public static CardQuery everything() {
        return new CardQuery(Optional.empty(), "", Map.of(), CardOrder.RELEVANCE, 1, USUAL_SIZE);
    }

    public static CardQuery inCategory(String handle) {
        return new CardQuery(Optional.of(handle), "", Map.of(), CardOrder.RELEVANCE, 1, USUAL_SIZE);
    }

    /** @param handle of the category to search in; empty: everywhere */
    public static CardQuery search(Optional<String> handle, String words) {
        return new CardQuery(handle, words, Map.of(), CardOrder.RELEVANCE, 1, USUAL_SIZE);
    }

    public static CardQuery search(String words) {
        return new CardQuery(Optional.empty(), words, Map.of(), CardOrder.RELEVANCE, 1, USUAL_SIZE);
    }

    public CardQuery choosing(Map<String, Set<String>> traits) {
        return new CardQuery(category, words, traits, order, page, size);
    }

    public CardQuery sorted(CardOrder by) {
        return new CardQuery(category, words, chosen, by, page, size);
    }

    /** @throws IllegalArgumentException outside the limits */
    public CardQuery page(int number, int cards) {
        return new CardQuery(category, words, chosen, order, number, cards);
    }
}
