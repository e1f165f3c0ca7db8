package arcade.desk.catalogue;

import arcade.database.Sql;
import arcade.staff.Acting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/**
 * Moves back the pieces that an import's counts moved, by a movement of its own: what was sold or moved by hand in between stays so.
 * Only as far as pieces are left, and not where another import counted since.
 */
@ApplicationScoped
class StockSetBack {
    /** Of the movement. */
    static final String REASON = "taken_back";

    @Inject
    private Sql sql;

    /** @param imported the count that an import brought last */
    private record Level(long onHand, Optional<Long> imported) {}

    /** @return of how many SKUs fewer pieces were left than had to go */
    public int back(long store, String counts, Acting acting) {
        int shortOf = 0;
        try (JsonReader reader = ProductState.JSON.createReader(new StringReader(counts))) {
            List<JsonObject> all = reader.readArray().getValuesAs(JsonObject.class);
            for (JsonObject count : all) {
                shortOf += back(store, count, acting) ? 0 : 1;
            }
        }
        return shortOf;
    }

    private boolean back(long store, JsonObject count, Acting acting) {
        String sku = count.getString("sku");
        Optional<Level> level = sql.first(
                "SELECT on_hand, imported FROM stock WHERE store_id = ? AND sku = ? FOR UPDATE",
                row -> new Level(
                        row.getLong(1), row.getObject(2) == null ? Optional.empty() : Optional.of(row.getLong(2))),
                store,
                sku);
        Optional<Long> ours = Optional.of(count.getJsonNumber("imported").longValueExact());
        if (level.isEmpty() || !level.get().imported().equals(ours)) {
            return true;
        }
        long wanted = -count.getJsonNumber("pieces").longValueExact();
        long moved = Math.max(wanted, -level.get().onHand());
        sql.update(
                "UPDATE stock SET initial = initial + ?, on_hand = on_hand + ?, imported = ?"
                        + " WHERE store_id = ? AND sku = ?",
                moved,
                moved,
                count.containsKey("importedBefore")
                        ? count.getJsonNumber("importedBefore").longValueExact()
                        : null,
                store,
                sku);
        if (moved != 0) {
            sql.update(
                    "INSERT INTO stock_movement (store_id, sku, pieces, reason, at, staff_id)"
                            + " VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6), ?)",
                    store,
                    sku,
                    moved,
                    REASON,
                    acting.id());
        }
        return moved == wanted;
    }
}
