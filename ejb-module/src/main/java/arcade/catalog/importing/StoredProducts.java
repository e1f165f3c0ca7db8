package arcade.catalog.importing;

import arcade.database.Sql;
import arcade.shared.Sku;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the catalogue already has of a batch. */
@ApplicationScoped
class StoredProducts {
    private static final int MOST_IN_ONE_QUERY = 1_000;

    /**
     * @param fingerprint of the rows that an import brought last; null: none did. Changes by hand leave it: the same rows again do not
     *     undo what staff wrote since, other rows do
     */
    record Stored(long id, String fingerprint, int position) {}

    /** A picture in the media store. */
    record Known(String media, int width, int height) {}

    @Inject
    private Sql sql;

    public Map<String, Stored> byHandle(long store, List<String> handles) {
        Map<String, Stored> found = new HashMap<>();
        sql.list(
                "SELECT handle, id, imported_hash, position FROM product WHERE store_id = ? AND handle IN ("
                        + Sql.marks(handles.size()) + ")",
                row -> found.put(row.getString(1), new Stored(row.getLong(2), row.getString(3), row.getInt(4))),
                values(store, handles));
        return found;
    }

    /** The handle of the product that has the SKU, for those SKUs that some product has. */
    public Map<Sku, String> owners(long store, List<Sku> skus) {
        Map<Sku, String> owners = new HashMap<>();
        for (int from = 0; from < skus.size(); from += MOST_IN_ONE_QUERY) {
            List<String> some = skus.subList(from, Math.min(skus.size(), from + MOST_IN_ONE_QUERY)).stream()
                    .map(Sku::value)
                    .toList();
            sql.list(
                    "SELECT v.sku, p.handle FROM variant v JOIN product p ON p.id = v.product_id"
                            + " WHERE v.store_id = ? AND v.sku IN (" + Sql.marks(some.size()) + ")",
                    row -> owners.put(new Sku(row.getString(1)), row.getString(2)),
                    values(store, some));
        }
        return owners;
    }

    /** The pictures of a product by their source; empty: it was not loaded. */
    public Map<String, Optional<Known>> pictures(long product) {
        Map<String, Optional<Known>> pictures = new HashMap<>();
        sql.list(
                "SELECT source, media, width, height FROM picture WHERE product_id = ?",
                row -> pictures.put(
                        row.getString(1),
                        row.getString(2) == null
                                ? Optional.empty()
                                : Optional.of(new Known(row.getString(2), row.getInt(3), row.getInt(4)))),
                product);
        return pictures;
    }

    private static Object[] values(long store, Collection<String> texts) {
        List<Object> values = new ArrayList<>();
        values.add(store);
        values.addAll(texts);
        return values.toArray();
    }
}
