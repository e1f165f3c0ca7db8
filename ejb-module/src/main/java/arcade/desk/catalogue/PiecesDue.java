package arcade.desk.catalogue;

import arcade.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The part of the journal that says which pieces are still to go back, and is struck out as they do. */
@ApplicationScoped
class PiecesDue {
    @Inject
    private Sql sql;

    /** An import that was taken back. @param staff who did it */
    record Due(long number, Optional<Long> staff) {}

    /**
     * What an import's count of one SKU moved.
     *
     * @param imported the number it brought
     * @param importedBefore the number that an import had brought before it
     */
    record Count(Due of, String sku, long pieces, long imported, Optional<Long> importedBefore) {
        static Count of(Due due, JsonObject kept) {
            return new Count(
                    due,
                    kept.getString("sku"),
                    kept.getJsonNumber("pieces").longValueExact(),
                    kept.getJsonNumber("imported").longValueExact(),
                    Optional.ofNullable(kept.getJsonNumber("importedBefore")).map(number -> number.longValueExact()));
        }
    }

    /** @param counts JSON */
    private record Kept(int nth, String counts) {}

    List<Long> stores() {
        return sql.list("SELECT DISTINCT store_id FROM catalogue_import WHERE stock_due", row -> row.getLong(1));
    }

    /** A store's imports with pieces that are due, the one that was taken back first before the others. */
    List<Due> of(long store) {
        return sql.list(
                "SELECT i.id, a.staff_id FROM catalogue_import i JOIN audit_log a ON a.id = i.undo_entry"
                        + " WHERE i.store_id = ? AND i.stock_due ORDER BY i.undo_entry",
                row -> new Due(
                        row.getLong(1), row.getObject(2) == null ? Optional.empty() : Optional.of(row.getLong(2))),
                store);
    }

    /** Strikes counts of wanted SKUs out, and gives them to its caller, who sets them back in the same transaction. The last one first. */
    List<Count> take(Due due, Predicate<String> wanted, int most) {
        List<Count> taken = new ArrayList<>();
        List<Kept> some = before(due, Integer.MAX_VALUE);
        while (!some.isEmpty() && taken.size() < most) {
            for (Kept kept : some) {
                take(due, kept, sku -> taken.size() < most && wanted.test(sku), taken);
            }
            some = before(due, some.get(some.size() - 1).nth());
        }
        return taken;
    }

    private void take(Due due, Kept kept, Predicate<String> wanted, List<Count> taken) {
        int before = taken.size();
        JsonArrayBuilder rest = ProductState.JSON.createArrayBuilder();
        int left = 0;
        try (JsonReader reader = ProductState.JSON.createReader(new StringReader(kept.counts()))) {
            for (JsonObject count : reader.readArray().getValuesAs(JsonObject.class)) {
                if (wanted.test(count.getString("sku"))) {
                    taken.add(Count.of(due, count));
                } else {
                    rest.add(count);
                    left++;
                }
            }
        }
        if (left == 0) {
            strike(due.number(), kept.nth());
        } else if (taken.size() > before) {
            sql.update(
                    "UPDATE catalogue_import_product SET stock_json = ? WHERE import_id = ? AND nth = ?",
                    rest.build().toString(),
                    due.number(),
                    kept.nth());
        }
    }

    /** Nothing of a product is due. */
    void strike(long number, int nth) {
        sql.update(
                "UPDATE catalogue_import_product SET stock_json = NULL WHERE import_id = ? AND nth = ?", number, nth);
    }

    /** @param shortOf SKUs of which fewer pieces were left than had to go */
    void setBack(Due due, int shortOf) {
        sql.update(
                "UPDATE catalogue_import SET short_of = short_of + ?, stock_due = EXISTS (SELECT 1"
                        + " FROM catalogue_import_product p WHERE p.import_id = ? AND p.stock_json IS NOT NULL) WHERE id = ?",
                shortOf,
                due.number(),
                due.number());
    }

    private List<Kept> before(Due due, int nth) {
        return sql.list(
                "SELECT nth, stock_json FROM catalogue_import_product"
                        + " WHERE import_id = ? AND nth < ? AND stock_json IS NOT NULL ORDER BY nth DESC LIMIT ?",
                row -> new Kept(row.getInt(1), row.getString(2)),
                due.number(),
                nth,
                ImportJournal.AT_ONCE);
    }
}
