package arcade.desk.goods;

import arcade.database.Sql;
import arcade.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Finds products of all stores, published or not. */
@ApplicationScoped
public class ProductSearch {
    /** What a list may be sorted by. */
    public enum By {
        TITLE("p.title"),
        PRICE("p.from_minor"),
        CHANGED("p.updated_at");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    @Inject
    private Sql sql;

    public List<FoundProduct> find(GoodsQuery query, By by, boolean ascending, int offset, int limit) {
        List<Object> values = new ArrayList<>();
        String condition = query.condition(values);
        String way = ascending ? " ASC" : " DESC";
        values.add(limit);
        values.add(offset);
        return sql.list(
                "SELECT p.id, s.code, p.handle, p.title, p.vendor, p.published,"
                        + " (SELECT COUNT(*) FROM variant c WHERE c.product_id = p.id), p.from_minor, s.currency,"
                        + " (SELECT COALESCE(SUM(k.on_hand), 0) FROM variant w JOIN stock k ON k.store_id = w.store_id"
                        + " AND k.sku = w.sku WHERE w.product_id = p.id AND w.tracked)"
                        + " FROM product p JOIN store s ON s.id = p.store_id"
                        + (query.words().isEmpty() ? "" : " JOIN variant v ON v.product_id = p.id")
                        + " WHERE " + condition + " GROUP BY p.id ORDER BY " + by.column + way + ", p.id" + way
                        + " LIMIT ? OFFSET ?",
                row -> new FoundProduct(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6),
                        row.getInt(7),
                        Money.of(row.getLong(8), row.getString(9)),
                        row.getLong(10)),
                values.toArray());
    }

    public int count(GoodsQuery query) {
        List<Object> values = new ArrayList<>();
        return sql.first(
                        "SELECT COUNT(DISTINCT p.id) FROM product p JOIN store s ON s.id = p.store_id"
                                + (query.words().isEmpty() ? "" : " JOIN variant v ON v.product_id = p.id") + " WHERE "
                                + query.condition(values),
                        row -> row.getInt(1),
                        values.toArray())
                .orElseThrow();
    }
}
