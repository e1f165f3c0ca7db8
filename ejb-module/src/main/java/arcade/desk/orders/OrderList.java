package arcade.desk.orders;

import arcade.database.Row;
import arcade.database.Sql;
import arcade.ordering.OrderSearch;
import arcade.shared.Money;
import arcade.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list of orders on the desk: all of them, or those that a caller means, narrowed and sorted. */
@ApplicationScoped
public class OrderList {
    /** What a list may be sorted by. */
    public enum By {
        PLACED("o.placed_at"),
        NUMBER("o.number"),
        TOTAL("o.total_minor");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    private static final String SELECT =
            "SELECT o.ref, o.number, o.store_code, o.state, p.state, o.name, o.email, o.total_minor, o.currency,"
                    + " o.placed_at FROM shop_order o JOIN payment p ON p.order_ref = o.ref WHERE ";
    private static final int MOST_STORES = 1000;

    @Inject
    private Sql sql;

    @Inject
    private OrderSearch search;

    public List<FoundOrder> find(OrderQuery query, By by, boolean ascending, int offset, int limit) {
        List<Object> values = new ArrayList<>();
        String condition = query.condition(values, words -> named(query.store(), words));
        String way = ascending ? " ASC" : " DESC";
        values.add(limit);
        values.add(offset);
        return sql.list(
                SELECT + condition + " ORDER BY " + by.column + way + ", o.id" + way + " LIMIT ? OFFSET ?",
                found(),
                values.toArray());
    }

    /** These orders, newest first. */
    public List<FoundOrder> of(List<Token> orders) {
        return orders.isEmpty()
                ? List.of()
                : sql.list(
                        SELECT + "o.ref IN (" + Sql.marks(orders.size()) + ") ORDER BY o.id DESC",
                        found(),
                        orders.stream().map(Token::value).toArray());
    }

    private static Row<FoundOrder> found() {
        return row -> new FoundOrder(
                new Token(row.getString(1)),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Money.of(row.getLong(8), row.getString(9)),
                row.getObject(10, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    public int count(OrderQuery query) {
        List<Object> values = new ArrayList<>();
        return sql.first(
                        "SELECT COUNT(*) FROM shop_order o WHERE "
                                + query.condition(values, words -> named(query.store(), words)),
                        row -> row.getInt(1),
                        values.toArray())
                .orElseThrow();
    }

    private List<Token> named(String store, String words) {
        List<Long> stores = sql.list(
                "SELECT id FROM store WHERE ? = '' OR code = ? LIMIT ?",
                row -> row.getLong(1),
                store,
                store,
                MOST_STORES);
        return search.find(stores, words).stream()
                .map(arcade.ordering.FoundOrder::token)
                .toList();
    }

    /** The code of the order's store; empty: there is no such order. */
    public Optional<String> storeOf(Token order) {
        return sql.first("SELECT store_code FROM shop_order WHERE ref = ?", row -> row.getString(1), order.value());
    }
}
