package arcade.catalog.search;

import arcade.database.Sql;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads a store's published products for its index, some at a time, so that no statement is long. */
@ApplicationScoped
class IndexedRows {
    private static final int AT_ONCE = 500;
    private static final int OPTIONS = 3;
    private static final String READ = """
            SELECT p.id, p.handle, p.title, p.search_text, p.vendor, p.from_minor, p.position, p.created_at,
                   c.handle AS category,
                   p.option1_name, p.option2_name, p.option3_name, v.option1, v.option2, v.option3
            FROM product p
            JOIN variant v ON v.product_id = p.id
            LEFT JOIN category c ON c.id = p.category_id
            WHERE p.published = TRUE AND p.id IN (%s)
            ORDER BY p.id, v.position""";
    private static final String NEXT = "SELECT id, handle FROM product"
            + " WHERE store_id = ? AND published = TRUE AND handle > ? ORDER BY handle LIMIT ?";
    private static final String CHANGED =
            "SELECT id FROM product WHERE store_id = ? AND updated_at >= ? AND published = ? ORDER BY id";

    @Inject
    private Sql sql;

    private record Named(long id, String handle) {}

    /** By the database's clock, which is that of {@code updated_at}. */
    LocalDateTime now() {
        return sql.first("SELECT UTC_TIMESTAMP(6)", row -> row.getObject(1, LocalDateTime.class))
                .orElseThrow();
    }

    void each(Store store, Consumer<IndexedProduct> product) {
        String last = "";
        while (true) {
            List<Named> page =
                    sql.list(NEXT, row -> new Named(row.getLong(1), row.getString(2)), store.id(), last, AT_ONCE);
            if (page.isEmpty()) {
                return;
            }
            read(page.stream().map(Named::id).toList(), product);
            last = page.get(page.size() - 1).handle();
        }
    }

    void changedSince(Store store, LocalDateTime at, Consumer<IndexedProduct> product) {
        List<Long> ids = sql.list(CHANGED, row -> row.getLong(1), store.id(), at, true);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            read(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)), product);
        }
    }

    List<Long> goneSince(Store store, LocalDateTime at) {
        return sql.list(CHANGED, row -> row.getLong(1), store.id(), at, false);
    }

    long count(Store store) {
        return sql.first(
                        "SELECT COUNT(*) FROM product WHERE store_id = ? AND published = TRUE",
                        row -> row.getLong(1),
                        store.id())
                .orElseThrow();
    }

    private void read(List<Long> ids, Consumer<IndexedProduct> product) {
        Map<Long, IndexedProduct> products = new LinkedHashMap<>();
        sql.list(READ.formatted(Sql.marks(ids.size())), row -> read(row, products), ids.toArray());
        products.values().forEach(product);
    }

    /** A row for each variant: the first makes the product, each adds its options. */
    private static Long read(ResultSet row, Map<Long, IndexedProduct> products) throws SQLException {
        long id = row.getLong("id");
        IndexedProduct product = products.get(id);
        if (product == null) {
            product = new IndexedProduct(
                    id,
                    row.getString("handle"),
                    row.getString("title"),
                    row.getString("search_text"),
                    Optional.ofNullable(row.getString("category")),
                    new LinkedHashMap<>(),
                    row.getLong("from_minor"),
                    row.getInt("position"),
                    row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
            products.put(id, product);
            add(product, Traits.VENDOR, row.getString("vendor"));
        }
        for (int option = 1; option <= OPTIONS; option++) {
            String name = row.getString("option" + option + "_name");
            if (name != null) {
                add(product, Traits.option(name), row.getString("option" + option));
            }
        }
        return id;
    }

    private static void add(IndexedProduct product, String trait, String value) {
        if (value != null && !value.isBlank()) {
            product.traits().computeIfAbsent(trait, name -> new TreeSet<>()).add(value);
        }
    }
}
