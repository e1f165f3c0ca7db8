package arcade.desk.goods;

import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.desk.goods.EditAnswer.ChangedMeanwhile;
import arcade.desk.goods.EditAnswer.Gone;
import arcade.desk.goods.EditAnswer.NoReduction;
import arcade.desk.goods.EditAnswer.Refused;
import arcade.desk.goods.EditAnswer.Saved;
import arcade.desk.goods.ProductEdit.NewPrice;
import arcade.desk.goods.ProductForm.VariantForm;
import arcade.staff.Acting;
import arcade.staff.AuditLog;
import arcade.staff.StaffRole;
import arcade.store.Revisions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One product on the desk. Two may have it open: the version of the row tells the second that somebody was before him, and he gets
 * both what is there now and what he typed.
 */
@ApplicationScoped
public class ProductDesk {
    /** The kind of subject in the audit log. */
    public static final String KIND = "product";

    private static final int LONGEST = 255;
    /** More than anybody asks, and far below what a sum of lines overflows at. */
    static final long DEAREST_MINOR = 100_000_000_000L;

    @Inject
    private Sql sql;

    @Inject
    private ShelfPrices prices;

    @Inject
    private Revisions revisions;

    @Inject
    private AuditLog log;

    @Inject
    private Transactions transactions;

    public Optional<ProductForm> open(long id) {
        return sql.first(
                "SELECT p.version, s.id, s.code, s.currency, p.handle, p.title, p.vendor, p.published"
                        + " FROM product p JOIN store s ON s.id = p.store_id WHERE p.id = ?",
                row -> new ProductForm(
                        id,
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getBoolean(8),
                        variants(id)),
                id);
    }

    public EditAnswer save(Acting acting, ProductEdit edit) {
        acting.require(StaffRole.SHOPKEEPER);
        Optional<EditAnswer> wrong = wrong(edit);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        EditAnswer answer = transactions.run(() -> write(acting, edit));
        if (answer instanceof Saved) {
            revisions.refresh();
        }
        return answer;
    }

    private EditAnswer write(Acting acting, ProductEdit edit) {
        Optional<ProductForm> before = open(edit.id());
        if (before.isEmpty()) {
            return new Gone();
        }
        // The store's row first, as an import does: two who write the same goods take turns.
        revisions.raise(before.get().storeId());
        if (sql.update(
                        "UPDATE product SET title = ?, vendor = ?, published = ?, version = version + 1,"
                                + " updated_at = UTC_TIMESTAMP(6) WHERE id = ? AND version = ?",
                        edit.title(),
                        edit.vendor(),
                        edit.published(),
                        edit.id(),
                        edit.version())
                == 0) {
            return new ChangedMeanwhile(open(edit.id()).orElseThrow());
        }
        long store = before.get().storeId();
        for (VariantForm variant : before.get().variants()) {
            NewPrice wanted = edit.prices().get(variant.sku());
            if (wanted != null && isChange(variant, wanted)) {
                prices.set(store, variant.sku(), wanted.minor(), wanted.compareAtMinor());
            }
        }
        prices.note(edit.id());
        ProductForm now = open(edit.id()).orElseThrow();
        log.write(
                Optional.of(acting),
                "product.edit",
                KIND,
                now.store() + "/" + now.handle(),
                json(before.get()),
                json(now));
        return new Saved(now);
    }

    private Optional<EditAnswer> wrong(ProductEdit edit) {
        return wrongField(edit)
                .<EditAnswer>map(Refused::new)
                .or(() -> open(edit.id())
                        .filter(now -> now.version() == edit.version())
                        .flatMap(now -> now.variants().stream()
                                .filter(variant ->
                                        isNoReduction(variant, edit.prices().get(variant.sku())))
                                .findFirst())
                        .map(variant -> new NoReduction(variant.sku())));
    }

    /** What an import brought may be so, and stays until somebody changes it. */
    private static boolean isNoReduction(VariantForm before, NewPrice wanted) {
        return wanted != null
                && wanted.compareAtMinor().isPresent()
                && wanted.compareAtMinor().getAsLong() <= wanted.minor()
                && isChange(before, wanted);
    }

    private static boolean isChange(VariantForm before, NewPrice wanted) {
        return wanted.minor() != before.priceMinor() || !wanted.compareAtMinor().equals(before.compareAtMinor());
    }

    private static Optional<String> wrongField(ProductEdit edit) {
        if (edit.title().isEmpty() || edit.title().length() > LONGEST) {
            return Optional.of("title");
        }
        if (edit.vendor().length() > LONGEST) {
            return Optional.of("vendor");
        }
        return edit.prices().entrySet().stream()
                .filter(price -> price.getValue().minor() < 0
                        || price.getValue().minor() > DEAREST_MINOR
                        || price.getValue().compareAtMinor().orElse(0) < 0
                        || price.getValue().compareAtMinor().orElse(0) > DEAREST_MINOR)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private List<VariantForm> variants(long product) {
        return sql.list(
                "SELECT v.sku, CONCAT_WS(' / ', v.option1, v.option2, v.option3), v.price_minor, v.compare_at_minor,"
                        + " v.tracked, k.on_hand FROM variant v LEFT JOIN stock k ON k.store_id = v.store_id AND k.sku = v.sku"
                        + " WHERE v.product_id = ? ORDER BY v.position",
                row -> new VariantForm(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getObject(4) == null ? OptionalLong.empty() : OptionalLong.of(row.getLong(4)),
                        row.getBoolean(5) ? OptionalLong.of(row.getLong(6)) : OptionalLong.empty()),
                product);
    }

    private static JsonObject json(ProductForm form) {
        JsonObjectBuilder prices = Json.createObjectBuilder();
        form.variants().forEach(variant -> prices.add(variant.sku(), variant.priceMinor()));
        return Json.createObjectBuilder()
                .add("id", form.id())
                .add("title", form.title())
                .add("vendor", form.vendor())
                .add("published", form.published())
                .add("pricesMinor", prices)
                .build();
    }
}
