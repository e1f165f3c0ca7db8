package arcade.desk.orders;

import arcade.database.Sql;
import arcade.shared.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Which orders are looked for.
 *
 * @param words as {@link arcade.ordering.OrderSearch} takes them: the newest that they mean; empty: all
 * @param state {@code PLACED}, {@code PAID} or {@code CANCELLED}, or what waits for a hand: {@value #TO_SHIP}, {@value #RETURN}; empty:
 *     any
 * @param store a store's code; empty: any
 */
public record OrderQuery(String words, String state, String store) {
    public static final String TO_SHIP = "TO_SHIP";
    public static final String RETURN = "RETURN";

    private static final int LONGEST = 200;

    public OrderQuery {
        words = words == null ? "" : words.strip();
        words = words.substring(0, Math.min(LONGEST, words.length()));
        state = state == null ? "" : state;
        store = store == null ? "" : store;
    }

    /**
     * A condition on {@code o}, a {@code shop_order}, whose values are added to the list.
     *
     * @param finder of the orders that the words mean
     */
    String condition(List<Object> values, Function<String, List<Token>> finder) {
        List<String> all = new ArrayList<>(List.of("1 = 1"));
        switch (state) {
            case "" -> {}
            case TO_SHIP ->
                all.add("o.state = 'PAID' AND EXISTS (SELECT 1 FROM order_line l WHERE l.order_id = o.id"
                        + " AND l.shipped + l.cancelled < l.quantity)");
            case RETURN ->
                all.add("EXISTS (SELECT 1 FROM return_case r WHERE r.order_id = o.id AND r.state = 'REQUESTED')");
            default -> {
                all.add("o.state = ?");
                values.add(state);
            }
        }
        if (!store.isEmpty()) {
            all.add("o.store_code = ?");
            values.add(store);
        }
        if (!words.isEmpty()) {
            List<Token> named = finder.apply(words);
            all.add(named.isEmpty() ? "1 = 0" : "o.ref IN (" + Sql.marks(named.size()) + ")");
            named.forEach(token -> values.add(token.value()));
        }
        return String.join(" AND ", all);
    }
}
