package arcade.catalog;

import java.util.List;

/** One page of a list. @param total products on all pages @param page from 1 @param size cards on a full page */
public record CardPage(List<Card> cards, long total, int page, int size) {
    public CardPage {
        cards = List.copyOf(cards);
    }

    /** How many pages can be asked for; at least 1. */
    public int pages() {
        return (int) Math.max(1, Math.min(CardQuery.LAST_PAGE, (total + size - 1) / size));
    }

    public boolean hasNext() {
        return page < pages();
    }

    public boolean hasPrevious() {
        return page > 1;
    }
}
