package arcade.desk.goods;

import arcade.database.Sql;
import arcade.database.SqlFailure;
import arcade.database.Transactions;
import arcade.desk.goods.PricePreview.Line;
import arcade.shared.Money;
import arcade.staff.Acting;
import arcade.staff.AuditEntry;
import arcade.staff.AuditLog;
import arcade.staff.StaffRole;
import arcade.store.Revisions;
import arcade.store.Store;
import arcade.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Many prices at once: looked at first, applied as looked at or not at all, and taken back through the log. */
@ApplicationScoped
public class PriceDesk {
    /** Most prices that one change may touch. */
    public static final int MOST = 2000;

    /** The action in the audit log that can be taken back. */
    public static final String ACTION = "price.bulk";

    private static final String FIND =
            "SELECT v.sku, CONCAT_WS(' · ', p.title, v.option1, v.option2, v.option3), v.price_minor"
                    + " FROM variant v JOIN product p ON p.id = v.product_id JOIN store s ON s.id = p.store_id WHERE ";

    @Inject
    private Sql sql;

    @Inject
    private Stores stores;

    @Inject
    private ShelfPrices prices;

    @Inject
    private Revisions revisions;

    @Inject
    private AuditLog log;

    @Inject
    private Transactions transactions;

    /**
     * @param entry of the log; empty: nothing was written, because something else would change than was looked at
     * @param preview as it is now
     */
    public record Applied(OptionalLong entry, PricePreview preview) {}

    /** @param kept those whose price is another one by now, which stays; empty optional: taken back before, or nothing to take back */
    public record TakenBack(int changed, int kept) {}

    public PricePreview preview(Acting acting, PriceChange change) {
        acting.require(StaffRole.SHOPKEEPER);
        return preview(change, "");
    }

    /** @param seen the fingerprint of the preview that was looked at */
    public Applied apply(Acting acting, PriceChange change, String seen) {
        acting.require(StaffRole.SHOPKEEPER);
        Store store = stores.byCode(change.goods().store()).orElseThrow();
        Applied applied = transactions.run(() -> {
            revisions.raise(store.id());
            PricePreview now = preview(change, " FOR UPDATE");
            if (now.more() || now.lines().isEmpty() || !now.fingerprint().equals(seen)) {
                return new Applied(OptionalLong.empty(), now);
            }
            now.lines().forEach(line -> {
                prices.change(
                        store.id(),
                        line.sku(),
                        line.before().minor(),
                        line.after().minor());
                prices.follow(store.id(), line.sku());
            });
            long entry =
                    log.write(Optional.of(acting), ACTION, "store", store.code(), json(now, true), json(now, false));
            return new Applied(OptionalLong.of(entry), now);
        });
        revisions.refresh();
        return applied;
    }

    /** Sets back what still has the price that the entry gave it. Once. */
    public Optional<TakenBack> undo(Acting acting, long entry) {
        acting.require(StaffRole.SHOPKEEPER);
        Optional<AuditEntry> found = log.find(entry)
                .filter(one -> one.action().equals(ACTION))
                .filter(one -> one.undoneBy().isEmpty());
        Optional<Store> store = found.flatMap(one -> stores.byCode(one.subject()));
        if (store.isEmpty()) {
            return Optional.empty();
        }
        try {
            TakenBack done = transactions.run(() -> undo(acting, found.get(), store.get()));
            revisions.refresh();
            return Optional.of(done);
        } catch (SqlFailure e) {
            if (e.isDuplicate("audit_log_undo")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private TakenBack undo(Acting acting, AuditEntry entry, Store store) {
        revisions.raise(store.id());
        JsonArray before = array(entry.before().orElseThrow());
        JsonArray after = array(entry.after().orElseThrow());
        int changed = 0;
        for (int i = 0; i < before.size(); i++) {
            String sku = before.getJsonObject(i).getString("sku");
            if (prices.change(store.id(), sku, minor(after.getJsonObject(i)), minor(before.getJsonObject(i)))) {
                prices.follow(store.id(), sku);
                changed++;
            }
        }
        TakenBack done = new TakenBack(changed, before.size() - changed);
        log.write(
                Optional.of(acting),
                "price.undo",
                "store",
                store.code(),
                null,
                Json.createObjectBuilder()
                        .add("changed", done.changed())
                        .add("kept", done.kept())
                        .build(),
                OptionalLong.of(entry.id()));
        return done;
    }

    private PricePreview preview(PriceChange change, String lock) {
        List<Object> values = new ArrayList<>();
        String condition = change.goods().condition(values);
        values.add(MOST + 1);
        String currency = stores.byCode(change.goods().store())
                .orElseThrow(() -> new IllegalArgumentException("store"))
                .currency()
                .getCurrencyCode();
        List<Line> lines = sql.list(
                FIND + condition + " ORDER BY p.title, v.sku LIMIT ?" + lock,
                row -> new Line(
                        row.getString(1),
                        row.getString(2),
                        Money.of(row.getLong(3), currency),
                        Money.of(change.of(row.getLong(3)), currency)),
                values.toArray());
        return new PricePreview(
                lines.stream()
                        .limit(MOST)
                        .filter(line -> !line.before().equals(line.after()))
                        .toList(),
                lines.size() > MOST);
    }

    private static JsonArray json(PricePreview preview, boolean before) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        preview.lines()
                .forEach(line -> list.add(Json.createObjectBuilder()
                        .add("sku", line.sku())
                        .add("minor", (before ? line.before() : line.after()).minor())));
        return list.build();
    }

    private static JsonArray array(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }

    private static long minor(JsonObject price) {
        return price.getJsonNumber("minor").longValueExact();
    }
}
