package arcade.ordering;

import arcade.database.Row;
import arcade.database.Sql;
import arcade.shared.Money;
import arcade.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Finds orders by what a caller says: a number, or the beginning (three letters at least) of a mail address, of any word of the name,
 * or of the order's token. Names have no digits.
 * Each way is a look into an index of its own. A name's later words cost a walk through the whole index of names, taken only where
 * the quick ways found too little.
 */
@ApplicationScoped
public class OrderSearch {
    public static final int MOST = 50;

    // The index alone decides which orders these are; without the hint the newest rows are read one by one until enough
    // match.
    private static final String FIND = "SELECT o.ref, o.store_code, o.number, o.state, o.name, o.email, o.total_minor,"
            + " o.currency, o.placed_at FROM shop_order o JOIN (SELECT id FROM shop_order FORCE INDEX (%s) WHERE %s"
            + " AND store_id IN (%s) ORDER BY id DESC LIMIT %d) f ON f.id = o.id ORDER BY o.id DESC";
    private static final int LONGEST = 254;
    /** Fewer letters than that begin too many words. */
    private static final int LEAST = 3;

    @Inject
    private Sql sql;

    /**
     * @param stores ids of the stores to look in, at most 1000
     * @param words as typed; nothing is found for nothing
     * @return at most {@value #MOST}, those of that number first, each time the newest first
     */
    public List<FoundOrder> find(Collection<Long> stores, String words) {
        String typed = words.strip().replaceFirst("^#", "");
        if (typed.isEmpty() || typed.length() > LONGEST || stores.isEmpty()) {
            return List.of();
        }
        Map<Token, FoundOrder> found = new LinkedHashMap<>();
        if (typed.matches("[0-9]{1,18}")) {
            add(found, stores, "shop_order_any_number", "number = ?", Long.parseLong(typed));
        }
        if (typed.length() < LEAST) {
            return List.copyOf(found.values());
        }
        if (typed.matches("[0-9A-Za-z]{4,26}")) {
            add(found, stores, "ref", "ref LIKE ?", typed.toLowerCase(Locale.ROOT) + "%");
        }
        add(found, stores, "shop_order_email", "email LIKE ?", Sql.literally(typed) + "%");
        if (typed.chars().noneMatch(Character::isDigit)) {
            add(found, stores, "shop_order_name", "name LIKE ?", Sql.literally(typed) + "%");
            if (found.size() < MOST) {
                add(found, stores, "shop_order_name", "name LIKE ?", "% " + Sql.literally(typed) + "%");
            }
        }
        return found.values().stream().limit(MOST).toList();
    }

    private void add(
            Map<Token, FoundOrder> found, Collection<Long> stores, String index, String condition, Object value) {
        List<Object> values = new ArrayList<>();
        values.add(value);
        values.addAll(stores);
        sql.list(FIND.formatted(index, condition, Sql.marks(stores.size()), MOST), row(), values.toArray())
                .forEach(order -> found.putIfAbsent(order.token(), order));
    }

    private static Row<FoundOrder> row() {
        return row -> {
            long number = row.getLong("number");
            return new FoundOrder(
                    new Token(row.getString("ref")),
                    row.getString("store_code"),
                    number == 0 ? OptionalLong.empty() : OptionalLong.of(number),
                    OrderState.valueOf(row.getString("state")),
                    row.getString("name"),
                    row.getString("email"),
                    Money.of(row.getLong("total_minor"), row.getString("currency")),
                    row.getObject("placed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
        };
    }
}
