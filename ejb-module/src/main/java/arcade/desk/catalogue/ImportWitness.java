package arcade.desk.catalogue;

import arcade.catalog.importing.Witness;
import arcade.database.Sql;
import arcade.shared.Sku;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps the products of each batch as they were, in the batch's transaction. Of one import and one thread. */
final class ImportWitness implements Witness {
    private final Sql sql;
    private final ProductStates states;
    private final Of of;

    private Optional<Batch> batch = Optional.empty();

    /** @param most products that are kept */
    record Of(long store, long number, int most) {}

    /**
     * Before a batch.
     *
     * @param written products of the batches before it
     * @param imported by SKU, the count that an import brought last
     * @param movement the last one there was
     */
    private record Batch(
            int written,
            Map<String, ProductState> products,
            Map<Long, JsonObject> histories,
            Map<String, Long> imported,
            long movement,
            Set<Long> categories) {}

    ImportWitness(Sql sql, ProductStates states, Of of) {
        this.sql = sql;
        this.states = states;
        this.of = of;
    }

    @Override
    public void before(List<String> handles, List<Sku> skus) {
        Optional<Integer> written = sql.first(
                "SELECT products FROM catalogue_import WHERE id = ? AND kept", row -> row.getInt(1), of.number());
        batch = written.map(before -> {
            Map<String, ProductState> products = states.of(of.store(), handles);
            return new Batch(
                    before,
                    products,
                    states.histories(products.values()),
                    imported(skus),
                    sql.first("SELECT COALESCE(MAX(id), 0) FROM stock_movement", row -> row.getLong(1))
                            .orElseThrow(),
                    categories());
        });
    }

    @Override
    public void after(List<String> handles, List<Sku> skus) {
        if (sql.update(
                        "UPDATE catalogue_import SET products = products + ? WHERE id = ? AND undone_at IS NULL",
                        handles.size(),
                        of.number())
                == 0) {
            throw new TakenBackMeanwhile(of.number());
        }
        if (batch.isPresent() && batch.get().written() + handles.size() > of.most()) {
            sql.update("UPDATE catalogue_import SET kept = FALSE WHERE id = ?", of.number());
            sql.update("DELETE FROM catalogue_import_product WHERE import_id = ?", of.number());
        } else {
            batch.ifPresent(before -> keep(before, handles, skus));
        }
    }

    private void keep(Batch before, List<String> handles, List<Sku> skus) {
        Map<String, ProductState> now = states.of(of.store(), handles);
        Map<String, Long> moved = moved(before, skus);
        Map<String, Long> imported = moved.isEmpty() ? Map.of() : imported(skus);
        int nth = before.written();
        for (String handle : handles) {
            ProductState made = now.get(handle);
            Optional<ProductState> old = Optional.ofNullable(before.products().get(handle));
            sql.update(
                    "INSERT INTO catalogue_import_product"
                            + " (import_id, nth, handle, before_json, after_mark, after_position, stock_json)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    of.number(),
                    nth++,
                    handle,
                    old.map(state -> state.json(
                                    before.histories().getOrDefault(state.id(), JsonValue.EMPTY_JSON_OBJECT)))
                            .orElse(null),
                    made.mark(),
                    made.position(),
                    stock(made, moved, before.imported(), imported));
        }
        for (long category : categories()) {
            if (!before.categories().contains(category)) {
                sql.update(
                        "INSERT INTO catalogue_import_category (import_id, category_id) VALUES (?, ?)",
                        of.number(),
                        category);
            }
        }
    }

    /** What the counts of one product moved; null: nothing. */
    private static String stock(
            ProductState made, Map<String, Long> moved, Map<String, Long> before, Map<String, Long> now) {
        JsonArrayBuilder counts = ProductState.JSON.createArrayBuilder();
        for (String sku : made.tracked()) {
            if (moved.containsKey(sku)) {
                JsonObjectBuilder count = ProductState.JSON
                        .createObjectBuilder()
                        .add("sku", sku)
                        .add("pieces", moved.get(sku))
                        .add("imported", now.get(sku));
                if (before.containsKey(sku)) {
                    count.add("importedBefore", before.get(sku));
                }
                counts.add(count);
            }
        }
        JsonArray all = counts.build();
        return all.isEmpty() ? null : all.toString();
    }

    private Map<String, Long> imported(List<Sku> skus) {
        Map<String, Long> imported = new HashMap<>();
        ProductStates.inParts(
                skus,
                some -> sql.list(
                        "SELECT sku, imported FROM stock WHERE imported IS NOT NULL AND store_id = ? AND sku IN ("
                                + Sql.marks(some.size()) + ")",
                        row -> imported.put(row.getString(1), row.getLong(2)),
                        values(of.store(), some)));
        return imported;
    }

    /** What this import's counts moved: other imports into this store wait for its row. */
    private Map<String, Long> moved(Batch before, List<Sku> skus) {
        Map<String, Long> moved = new HashMap<>();
        ProductStates.inParts(skus, some -> {
            List<Object> values = new ArrayList<>(List.of(values(of.store(), some)));
            values.add(before.movement());
            return sql.list(
                    "SELECT sku, SUM(pieces) FROM stock_movement WHERE store_id = ? AND sku IN ("
                            + Sql.marks(some.size())
                            + ") AND id > ? AND reason IN ('counted', 'recounted') GROUP BY sku",
                    row -> moved.put(row.getString(1), row.getLong(2)),
                    values.toArray());
        });
        return moved;
    }

    private static Object[] values(long store, List<Sku> skus) {
        List<Object> values = new ArrayList<>();
        values.add(store);
        skus.forEach(sku -> values.add(sku.value()));
        return values.toArray();
    }

    private Set<Long> categories() {
        return new HashSet<>(sql.list("SELECT id FROM category WHERE store_id = ?", row -> row.getLong(1), of.store()));
    }
}
