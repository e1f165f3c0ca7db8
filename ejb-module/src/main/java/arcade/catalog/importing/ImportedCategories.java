package arcade.catalog.importing;

import arcade.database.Sql;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The category of a product is its type: the one of that title or handle, else a new one behind the others. */
@ApplicationScoped
class ImportedCategories {
    private static final int LONGEST_HANDLE = 200;

    @Inject
    private Sql sql;

    /** The category's id by type; no type, no category. Inside the caller's transaction. */
    public Map<String, Long> of(Store store, Collection<String> types) {
        Map<String, Long> known = new HashMap<>();
        sql.list(
                "SELECT id, handle, title FROM category WHERE store_id = ? ORDER BY id",
                row -> {
                    known.putIfAbsent(row.getString(2), row.getLong(1));
                    return known.putIfAbsent(word(row.getString(3)), row.getLong(1));
                },
                store.id());
        Map<String, Long> byType = new HashMap<>();
        for (String type : types) {
            if (!type.isEmpty()) {
                byType.put(type, known.computeIfAbsent(word(type), word -> idOf(store, type, known)));
            }
        }
        return byType;
    }

    private long idOf(Store store, String type, Map<String, Long> known) {
        String handle = handle(type);
        Long existing = known.get(handle);
        return existing != null
                ? existing
                : sql.insert(
                        "INSERT INTO category (store_id, handle, title, position)"
                                + " SELECT ?, ?, ?, COALESCE(MAX(position) + 1, 0) FROM category WHERE store_id = ?",
                        store.id(),
                        handle,
                        type,
                        store.id());
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** {@code Kitchen & Table} becomes {@code kitchen-table}; a title without Latin letters gets its hash. */
    static String handle(String title) {
        String ascii = Normalizer.normalize(title.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "");
        String handle =
                ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = handle.substring(0, Math.min(handle.length(), LONGEST_HANDLE));
        return cut.isEmpty() ? "category-" + Integer.toHexString(word(title).hashCode()) : cut;
    }
}
