package arcade.web.catalog;

import arcade.catalog.CardOrder;
import java.util.Locale;

/**
 * The address of a list. What is usual is not named in it, so that a list has one address.
 *
 * @param words of the search, or empty
 */
record Address(String path, String words, Chosen chosen, CardOrder order) {

    static Address of(String path) {
        return new Address(path, "", Chosen.NOTHING, CardOrder.RELEVANCE);
    }

    Address searching(String typed) {
        return new Address(path, typed, chosen, order);
    }

    Address choosing(Chosen other) {
        return new Address(path, words, other, order);
    }

    Address sorted(CardOrder by) {
        return new Address(path, words, chosen, by);
    }

    /** @param number from 1 */
    String page(int number) {
        String address = words.isEmpty() ? path : ListPage.with(path, "q=" + ListPage.encoded(words));
        address = chosen.at(address);
        if (order != CardOrder.RELEVANCE) {
            address = ListPage.with(address, "sort=" + order.name().toLowerCase(Locale.ROOT));
        }
        return number == 1 ? address : ListPage.with(address, "page=" + number);
    }
}
