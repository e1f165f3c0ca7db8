package arcade.desk.goods;

import arcade.database.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * Which goods are looked for.
 *
 * @param words found anywhere in a title, or at the beginning of a SKU or a vendor; empty: all
 * @param store a store's code; empty: any
 */
public record GoodsQuery(String words, String store) {
    private static final int LONGEST = 100;

    public GoodsQuery {
        words = words == null ? "" : words.strip();
        words = words.substring(0, Math.min(LONGEST, words.length()));
        store = store == null ? "" : store;
    }

    /** A condition on {@code p}, {@code v} and {@code s}: a product, one of its variants, its store. */
    String condition(List<Object> values) {
        List<String> all = new ArrayList<>(List.of("1 = 1"));
        if (!store.isEmpty()) {
            all.add("s.code = ?");
            values.add(store);
        }
        if (!words.isEmpty()) {
            all.add("(p.title LIKE ? OR p.vendor LIKE ? OR v.sku LIKE ?)");
            String begins = Sql.literally(words) + "%";
            values.add("%" + begins);
            values.add(begins);
            values.add(Sql.ascii(begins));
        }
        return String.join(" AND ", all);
    }
}
