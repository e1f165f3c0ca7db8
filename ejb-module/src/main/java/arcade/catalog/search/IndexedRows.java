package arcade.catalog.search;

import arcade.database.Sql;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads a store's published products for its index, a thousand at a time, so that no statement is long. */
@ApplicationScoped
class IndexedRows {
    /** The name of the trait that is not an option. */
    static final String VENDOR = "vendor";

    private static final int AT_ONCE = 1000;
    private static final int OPTIONS = 3;
    private static final String READ = """
            SELECT p.id, p.title, p.search_text, p.vendor, p.from_minor, p.position, p.created_at, c.handle AS category,
                   p.option1_name, p.option2_name, p.option3_name, v.option1, v.option2, v.option3
            FROM (SELECT id FROM product WHERE store_id = ? AND published AND id > ? ORDER BY id LIMIT ?) page
            JOIN product p ON p.id = page.id
            JOIN variant v ON v.product_id = p.id
            LEFT JOIN category c ON c.id = p.category_id
            ORDER BY p.id, v.position""";

    @Inject
    private Sql sql;

    void each(Store store, Consumer<IndexedProduct> product) {
        long last = 0;
        while (true) {
            Map<Long, IndexedProduct> page = new LinkedHashMap<>();
            sql.list(READ, row -> read(row, page), store.id(), last, AT_ONCE);
            page.values().forEach(product);
            if (page.isEmpty()) {
                return;
            }
            last = new ArrayList<>(page.keySet()).get(page.size() - 1);
        }
    }

    /** A row for each variant: the first makes the product, each adds its options. */
    private static Long read(ResultSet row, Map<Long, IndexedProduct> page) throws SQLException {
        long id = row.getLong("id");
        IndexedProduct product = page.get(id);
        if (product == null) {
            product = new IndexedProduct(
                    id,
                    row.getString("title"),
                    row.getString("search_text"),
                    Optional.ofNullable(row.getString("category")),
                    new LinkedHashMap<>(),
                    row.getLong("from_minor"),
                    row.getInt("position"),
                    row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
            page.put(id, product);
            add(product, VENDOR, row.getString("vendor"));
        }
        for (int option = 1; option <= OPTIONS; option++) {
            add(product, row.getString("option" + option + "_name"), row.getString("option" + option));
        }
        return id;
    }

    private static void add(IndexedProduct product, String trait, String value) {
        // A product without options has one that is named so by the file it came from.
        if (trait != null && value != null && !value.isBlank() && !trait.equals("Title")) {
            product.traits().computeIfAbsent(trait, name -> new TreeSet<>()).add(value);
        }
    }
}
