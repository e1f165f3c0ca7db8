package arcade.web.catalog;

import arcade.catalog.Card;
import arcade.catalog.CardOrder;
import arcade.catalog.CardPage;
import arcade.catalog.Listing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A list of cards with the links that sort and turn it and what it can be narrowed by.
 *
 * @param whole true: it shows all, because there was nothing yet to choose by
 * @param previous address of the page before, or empty
 * @param next address of the page after, or empty
 * @param data the way to this list for search engines, or empty
 */
public record ListPage(
        String title,
        String text,
        CardPage list,
        boolean whole,
        Narrowing narrowing,
        List<Sort> sorts,
        String previous,
        String next,
        String data) {
    private static final int LONGEST_PAGE_NUMBER = 4;
    private static final int ABOVE = 4;

    /**
     * @param label key of its words
     * @param chosen whether the list is sorted so now
     */
    public record Sort(String label, String href, boolean chosen) {}

    static ListPage of(String title, String text, Listing found, Address address, Narrowing narrowing) {
        CardPage list = found.page();
        List<Sort> sorts = List.of(
                sort("sort.relevance", address, CardOrder.RELEVANCE),
                sort("sort.cheapest", address, CardOrder.CHEAPEST),
                sort("sort.dearest", address, CardOrder.DEAREST),
                sort("sort.newest", address, CardOrder.NEWEST));
        return new ListPage(
                title,
                text,
                list,
                !found.narrowed(),
                narrowing,
                sorts,
                list.hasPrevious() ? address.page(list.page() - 1) : "",
                list.hasNext() ? address.page(list.page() + 1) : "",
                "");
    }

    ListPage telling(String searchEngines) {
        return new ListPage(title, text, list, whole, narrowing, sorts, previous, next, searchEngines);
    }

    /** The cards whose pictures a browser should load first. */
    public List<Card> above() {
        return list.cards().subList(0, Math.min(ABOVE, list.cards().size()));
    }

    public List<Card> below() {
        return list.cards().subList(above().size(), list.cards().size());
    }

    /** The page number in an address; whatever is not a number of a page means the first. */
    static int number(String typed, int last) {
        if (typed.isEmpty()
                || typed.length() > LONGEST_PAGE_NUMBER
                || !typed.chars().allMatch(Character::isDigit)) {
            return 1;
        }
        return Math.max(1, Math.min(last, Integer.parseInt(typed)));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String with(String address, String parameter) {
        return address + (address.contains("?") ? "&" : "?") + parameter;
    }

    private static Sort sort(String label, Address address, CardOrder order) {
        return new Sort(label, address.sorted(order).page(1), address.order() == order);
    }
}
