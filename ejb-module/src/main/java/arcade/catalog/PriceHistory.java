package arcade.catalog;

import arcade.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What variants cost before. Who announces a reduction must tell the lowest price of the thirty days before it (directive 98/6/EC, article
 * 6a), so whoever writes prices calls {@link #keep}.
 */
@ApplicationScoped
public class PriceHistory {
    private static final String KEEP = """
            INSERT INTO price_history (variant_id, from_at, price_minor)
            SELECT v.id, UTC_TIMESTAMP(6), v.price_minor FROM variant v
            WHERE v.product_id = ? AND v.price_minor <> COALESCE(
                (SELECT h.price_minor FROM price_history h WHERE h.variant_id = v.id ORDER BY h.from_at DESC LIMIT 1),
                -1)""";
    // What began in the thirty days before the present price, and what held when they began.
    private static final String LOWEST = """
            SELECT h.variant_id, MIN(h.price_minor) FROM price_history h
            JOIN (SELECT variant_id, MAX(from_at) AS at FROM price_history WHERE variant_id IN (%s)
                  GROUP BY variant_id) present ON present.variant_id = h.variant_id
            WHERE h.from_at < present.at AND h.from_at >= COALESCE(
                (SELECT MAX(b.from_at) FROM price_history b
                 WHERE b.variant_id = h.variant_id AND b.from_at <= present.at - INTERVAL 30 DAY),
                present.at - INTERVAL 30 DAY)
            GROUP BY h.variant_id""";

    @Inject
    private Sql sql;

    /** Notes the prices of a product's variants that are others than before, inside the caller's transaction. */
    public void keep(long product) {
        sql.update(KEEP, product);
    }

    /** The lowest price of the thirty days before the present one, in minor units by variant; none for one that never had another. */
    Map<Long, Long> lowestBefore(Collection<Long> variants) {
        Map<Long, Long> lowest = new HashMap<>();
        if (!variants.isEmpty()) {
            sql.list(
                    LOWEST.formatted(Sql.marks(variants.size())),
                    row -> lowest.put(row.getLong(1), row.getLong(2)),
                    variants.toArray());
        }
        return lowest;
    }
}
