package arcade.desk.orders;

import arcade.shared.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Which orders are looked for.
 *
 * @param words a number, the beginning of a mail address or of a name, or an order's token; empty: all
 * @param state {@code PLACED}, {@code PAID} or {@code CANCELLED}, or what waits for a hand: {@value #TO_SHIP}, {@value #RETURN}; empty:
 *     any
 * @param store a store's code; empty: any
 */
public record OrderQuery(String words, String state, String store) {
    static final String TO_SHIP = "TO_SHIP";
    static final String RETURN = "RETURN";

    private static final int LONGEST = 200;

    public OrderQuery {
        words = words == null ? "" : words.strip();
        words = words.substring(0, Math.min(LONGEST, words.length()));
        state = state == null ? "" : state;
        store = store == null ? "" : store;
    }

    /** A condition on {@code o}, a {@code shop_order}, whose values are added to the list. */
    String condition(List<Object> values) {
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
        if (Token.isToken(words)) {
            all.add("o.ref = ?");
            values.add(words);
        } else if (words.matches("#?[0-9]{1,18}")) {
            all.add("o.number = ?");
            values.add(Long.valueOf(words.replace("#", "")));
        } else if (!words.isEmpty()) {
            all.add("(o.email LIKE ? OR o.name LIKE ?)");
            values.add(beginning());
            values.add(beginning());
        }
        return String.join(" AND ", all);
    }

    private String beginning() {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
