package arcade.catalog.importing;

import arcade.catalog.importing.file.Findings;
import arcade.catalog.importing.file.ImportLimits;
import arcade.catalog.importing.file.ProductDraft;
import arcade.catalog.importing.file.VariantDraft;
import arcade.database.Sql;
import arcade.shared.Sha256;
import arcade.shared.Sku;
import arcade.shared.Token;
import arcade.store.Revisions;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Adds a product that no file brought, written as those that a file brings. Each form makes one, however often it is sent as it is. */
@ApplicationScoped
public class NewProducts {
    private static final int KEY_LENGTH = 26;

    @Inject
    private Config config;

    @Inject
    private Sql sql;

    @Inject
    private StoredProducts stored;

    @Inject
    private ProductWriter writer;

    @Inject
    private Revisions revisions;

    /** What became of it. */
    public sealed interface Added {}

    /** @param first false: the same form made it before, and nothing was written now */
    public record Made(long product, boolean first) implements Added {}

    /** Nothing was written: other products of the store have these. */
    public record Taken(boolean handle, Set<Sku> skus) implements Added {
        public boolean isNothing() {
            return !handle && skus.isEmpty();
        }
    }

    public ImportLimits limits() {
        return ImportLimits.of(config);
    }

    /** What of these is another product's now. */
    public Taken taken(Store store, String handle, List<Sku> skus) {
        return new Taken(
                !stored.byHandle(store.id(), List.of(handle)).isEmpty(),
                Set.copyOf(stored.owners(store.id(), skus).keySet()));
    }

    /**
     * Inside the caller's transaction, which must not have read of the catalogue before.
     *
     * @param category the row of its category, if it has one
     * @param form the form's own key. Sent again with something else in it, it is another form
     */
    public Added add(Store store, ProductDraft draft, OptionalLong category, Token form) {
        String key = Sha256.of(form.value() + draft).substring(0, KEY_LENGTH);
        // The store's row first, as an import does: two who write the same goods take turns.
        revisions.raise(store.id());
        Optional<Long> before = sql.first(
                "SELECT product_id FROM product_form WHERE store_id = ? AND form_key = ?",
                row -> row.getLong(1),
                store.id(),
                key);
        if (before.isPresent()) {
            return new Made(before.get(), false);
        }
        Taken taken = taken(
                store,
                draft.handle(),
                draft.variants().stream().map(VariantDraft::sku).toList());
        if (!taken.isNothing()) {
            return taken;
        }
        Change change = new Change(new Candidate(draft, behindTheOthers(store)), null, Optional.empty(), Map.of());
        Long row = category.isPresent() ? category.getAsLong() : null;
        long product = writer.write(store, change, row, new Loading(new Findings(0)));
        sql.update(
                "INSERT INTO product_form (store_id, form_key, product_id) VALUES (?, ?, ?)", store.id(), key, product);
        return new Made(product, true);
    }

    private int behindTheOthers(Store store) {
        return sql.first(
                        "SELECT COALESCE(MAX(position), 0) + 1 FROM product WHERE store_id = ?",
                        row -> row.getInt(1),
                        store.id())
                .orElseThrow();
    }
}
