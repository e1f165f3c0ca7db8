package arcade.desk.goods;

import arcade.catalog.importing.NewProducts;
import arcade.catalog.importing.NewProducts.Added;
import arcade.catalog.importing.NewProducts.Made;
import arcade.catalog.importing.NewProducts.Taken;
import arcade.catalog.importing.file.ProductDraft;
import arcade.catalog.importing.file.TypedDraft;
import arcade.catalog.importing.file.TypedDraft.Wrong;
import arcade.catalog.importing.file.VariantDraft;
import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.shared.Token;
import arcade.staff.Acting;
import arcade.staff.AuditLog;
import arcade.staff.StaffRole;
import arcade.store.Revisions;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A product that staff adds: typed, looked at, then written by the import's own hand. */
@ApplicationScoped
public class NewProductDesk {
    private static final int MOST_CATEGORIES = 500;

    @Inject
    private Sql sql;

    @Inject
    private NewProducts products;

    @Inject
    private Revisions revisions;

    @Inject
    private AuditLog log;

    @Inject
    private Transactions transactions;

    /** One that a product may be in. */
    public record Category(long id, String handle, String title) {}

    public List<Category> categories(Store store) {
        return sql.list(
                "SELECT id, handle, title FROM category WHERE store_id = ? ORDER BY position, id LIMIT ?",
                row -> new Category(row.getLong(1), row.getString(2), row.getString(3)),
                store.id(),
                MOST_CATEGORIES);
    }

    /** The highest price that is believed, in major units. */
    public int dearest() {
        return products.limits().priceMajor();
    }

    /**
     * Reads what was typed, without its variants.
     *
     * @param typed the fields of {@link TypedDraft}, and {@code category}: a handle, or empty
     */
    public TypedDraft read(Acting acting, Store store, Map<String, String> typed) {
        acting.require(StaffRole.SHOPKEEPER);
        TypedDraft draft = new TypedDraft(typed, store.currency(), products.limits());
        String category = typed.getOrDefault("category", "");
        if (!category.isEmpty() && category(store, category).isEmpty()) {
            draft.refuse("category", Wrong.CATEGORY);
        }
        return draft;
    }

    /** As {@link #read}, and whether its handle is free. */
    public TypedDraft look(Acting acting, Store store, Map<String, String> typed) {
        TypedDraft draft = read(acting, store, typed);
        if (products.taken(store, draft.handle(), List.of()).handle()) {
            draft.refuse("handle", Wrong.HANDLE_TAKEN);
        }
        return draft;
    }

    /**
     * @param draft of {@link #read}; gets what is wrong with it besides
     * @param form the form's own key: sent twice with the same content, it makes one product
     * @return the product; empty: nothing was written, and the draft says why
     */
    public OptionalLong save(Acting acting, Store store, Map<String, String> typed, TypedDraft draft, Token form) {
        acting.require(StaffRole.SHOPKEEPER);
        Optional<Category> category = category(store, typed.getOrDefault("category", ""));
        Optional<ProductDraft> product =
                draft.draft(category.map(Category::title).orElse(""));
        if (product.isEmpty()) {
            return OptionalLong.empty();
        }
        Added added = transactions.run(() -> write(acting, store, product.get(), category, form));
        if (added instanceof Made made) {
            revisions.refresh();
            return OptionalLong.of(made.product());
        }
        Taken taken = (Taken) added;
        if (taken.handle()) {
            draft.refuse("handle", Wrong.HANDLE_TAKEN);
        }
        taken.skus().forEach(sku -> draft.refuse("sku:" + draft.keyOf(sku), Wrong.SKU_TAKEN));
        return OptionalLong.empty();
    }

    private Added write(Acting acting, Store store, ProductDraft product, Optional<Category> category, Token form) {
        OptionalLong row = category.isPresent() ? OptionalLong.of(category.get().id()) : OptionalLong.empty();
        Added added = products.add(store, product, row, form);
        if (added instanceof Made made && made.first()) {
            log.write(
                    Optional.of(acting),
                    "product.add",
                    ProductDesk.KIND,
                    store.code() + "/" + product.handle(),
                    null,
                    json(made.product(), product));
        }
        return added;
    }

    private Optional<Category> category(Store store, String handle) {
        return categories(store).stream()
                .filter(one -> one.handle().equals(handle))
                .findFirst();
    }

    private static JsonObject json(long id, ProductDraft product) {
        JsonObjectBuilder prices = Json.createObjectBuilder();
        JsonObjectBuilder pieces = Json.createObjectBuilder();
        for (VariantDraft variant : product.variants()) {
            prices.add(variant.sku().value(), variant.priceMinor());
            if (variant.tracked()) {
                pieces.add(variant.sku().value(), variant.pieces());
            }
        }
        return Json.createObjectBuilder()
                .add("id", id)
                .add("handle", product.handle())
                .add("title", product.title())
                .add("vendor", product.vendor())
                .add("category", product.type())
                .add("published", product.published())
                .add("pricesMinor", prices)
                .add("pieces", pieces)
                .build();
    }
}
