package arcade.catalog;

import java.util.Locale;

/** How a list is sorted. RELEVANCE is the shopkeeper's order, and in a search the best match first. */
public enum CardOrder {
    RELEVANCE("p.position, p.id"),
    TITLE("p.title, p.id"),
    CHEAPEST("p.from_minor, p.id"),
    DEAREST("p.from_minor DESC, p.id"),
    NEWEST("p.created_at DESC, p.id DESC");

    private final String columns;

    CardOrder(String columns) {
        this.columns = columns;
    }

    String columns() {
        return columns;
    }

    /** The order of that name in any case, else RELEVANCE: an address that was typed badly still shows a list. */
    public static CardOrder of(String name) {
        for (CardOrder order : values()) {
            if (name != null && order.name().equals(name.toUpperCase(Locale.ROOT))) {
                return order;
            }
        }
        return RELEVANCE;
    }
}
