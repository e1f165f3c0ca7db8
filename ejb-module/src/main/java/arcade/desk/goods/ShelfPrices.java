package arcade.desk.goods;

import arcade.catalog.PriceHistory;
import arcade.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/** The one place where the back office writes a price. Inside the caller's transaction. */
@ApplicationScoped
class ShelfPrices {
    @Inject
    private Sql sql;

    @Inject
    private PriceHistory history;

    void set(long storeId, String sku, long priceMinor, OptionalLong compareAtMinor) {
        sql.update(
                "UPDATE variant SET price_minor = ?, compare_at_minor = ?, version = version + 1"
                        + " WHERE store_id = ? AND sku = ?",
                priceMinor,
                compareAtMinor.isPresent() ? compareAtMinor.getAsLong() : null,
                storeId,
                sku);
    }

    /** @return false: the price is another one by now, and stays */
    boolean change(long storeId, String sku, long fromMinor, long toMinor) {
        return sql.update(
                        "UPDATE variant SET price_minor = ?, version = version + 1"
                                + " WHERE store_id = ? AND sku = ? AND price_minor = ?",
                        toMinor,
                        storeId,
                        sku,
                        fromMinor)
                == 1;
    }

    /** Whoever edits such a product learns that it changed. */
    void follow(long storeId, String sku) {
        long product = sql.first(
                        "SELECT product_id FROM variant WHERE store_id = ? AND sku = ?",
                        row -> row.getLong(1),
                        storeId,
                        sku)
                .orElseThrow();
        sql.update("UPDATE product SET version = version + 1, updated_at = UTC_TIMESTAMP(6) WHERE id = ?", product);
        note(product);
    }

    /** What lists show, and what a reduction must tell, follows the prices. */
    void note(long product) {
        sql.update(
                "UPDATE product p SET p.from_minor = (SELECT MIN(v.price_minor) FROM variant v WHERE v.product_id = p.id)"
                        + " WHERE p.id = ?",
                product);
        history.keep(product);
    }
}
