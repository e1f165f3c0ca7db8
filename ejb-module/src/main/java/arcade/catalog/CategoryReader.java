package arcade.catalog;

import arcade.database.Sql;
import arcade.store.Store;
import arcade.store.StoreChanged;
import arcade.store.StoreSetup.CategorySetup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Categories as rows: read for navigation, written by a store's setup. */
@ApplicationScoped
class CategoryReader {
    private static final int MOST = 500;
    private static final String ALL = """
            SELECT c.handle, c.title, c.description, counted.products,
                   picture.media, picture.alt, picture.width, picture.height
            FROM category c
            LEFT JOIN (SELECT category_id, COUNT(*) AS products FROM product
                       WHERE store_id = ? AND published = TRUE GROUP BY category_id) counted ON counted.category_id = c.id
            LEFT JOIN picture ON picture.position = 1 AND picture.product_id =
                (SELECT p.id FROM product p WHERE p.store_id = c.store_id AND p.published = TRUE AND p.category_id = c.id
                 ORDER BY p.position, p.id LIMIT 1)
            WHERE c.store_id = ? ORDER BY c.position, c.id LIMIT ?""";

    @Inject
    private Sql sql;

    public List<CategoryCard> all(Store store) {
        return sql.list(
                ALL,
                row -> new CategoryCard(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        Shape.picture(row, 5, row.getString(2))),
                store.id(),
                store.id(),
                MOST);
    }

    public void setUp(@Observes StoreChanged change) {
        int position = 0;
        for (CategorySetup category : change.setup().categories()) {
            sql.update(
                    "INSERT INTO category (store_id, handle, title, description, position) VALUES (?, ?, ?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE title = VALUE(title), description = VALUE(description),"
                            + " position = VALUE(position)",
                    change.store().id(),
                    category.handle(),
                    category.title(),
                    category.description(),
                    position++);
        }
    }
}
