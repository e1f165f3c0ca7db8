package arcade.desk.promotions;

import arcade.database.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which price rules are looked for.
 *
 * @param words found anywhere in a name, or at the beginning of a coupon; empty: all
 * @param store a store's code; empty: any
 * @param state the name of a {@link PromotionState}; empty: any
 */
public record PromotionQuery(String words, String store, String state) {
    private static final int LONGEST = 100;

    public PromotionQuery {
        words = words.strip();
        words = words.substring(0, Math.min(LONGEST, words.length()));
        state = Arrays.stream(PromotionState.values())
                .map(PromotionState::name)
                .filter(state::equals)
                .findFirst()
                .orElse("");
    }

    /** A condition on {@code p} and {@code s}: a promotion and its store. */
    String condition(List<Object> values) {
        List<String> all = new ArrayList<>(List.of("1 = 1"));
        if (!store.isEmpty()) {
            all.add("s.code = ?");
            values.add(store);
        }
        if (!words.isEmpty()) {
            all.add("(p.name LIKE ? OR UPPER(p.coupon) LIKE UPPER(?))");
            String begins = Sql.literally(words) + "%";
            values.add("%" + begins);
            values.add(Sql.ascii(begins));
        }
        return String.join(" AND ", all);
    }
}
