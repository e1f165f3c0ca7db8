package arcade.web.catalog;

import arcade.catalog.Card;
import arcade.catalog.CardOrder;
import arcade.catalog.CardPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A list of cards with the links that sort and turn it.
 *
 * @param previous address of the page before, or empty
 * @param next address of the page after, or empty
 */
public record ListPage(String title, String text, CardPage list, List<Sort> sorts, String previous, String next) {
    private static final int LONGEST_PAGE_NUMBER = 4;
    private static final int ABOVE = 4;

    /**
     * @param label key of its words
     * @param chosen whether the list is sorted so now
     */
    public record Sort(String label, String href, boolean chosen) {}

    /** @param address path and query of the list without order and page; it may have a query already */
    static ListPage of(String title, String text, CardPage list, String address, CardOrder order) {
        List<Sort> sorts = List.of(
                sort("sort.relevance", address, CardOrder.RELEVANCE, order),
                sort("sort.cheapest", address, CardOrder.CHEAPEST, order),
                sort("sort.dearest", address, CardOrder.DEAREST, order),
                sort("sort.newest", address, CardOrder.NEWEST, order));
        return new ListPage(
                title,
                text,
                list,
                sorts,
                list.hasPrevious() ? address(address, order, list.page() - 1) : "",
                list.hasNext() ? address(address, order, list.page() + 1) : "");
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

    /** Order and page are only named where they differ from the usual ones: a list has one address. */
    static String address(String address, CardOrder order, int page) {
        String sorted = order == CardOrder.RELEVANCE
                ? address
                : with(address, "sort=" + order.name().toLowerCase(Locale.ROOT));
        return page == 1 ? sorted : with(sorted, "page=" + page);
    }

    private static String with(String address, String parameter) {
        return address + (address.contains("?") ? "&" : "?") + parameter;
    }

    private static Sort sort(String label, String address, CardOrder order, CardOrder chosen) {
        return new Sort(label, address(address, order, 1), order == chosen);
    }
}
