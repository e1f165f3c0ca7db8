package arcade.stock;

import arcade.catalog.SoldOutAsked;
import arcade.catalog.StockCounted;
import arcade.database.Sql;
import arcade.shared.Sku;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pieces of a store. Only SKUs that the catalogue tracks have a row here; callers leave the others out. Each change
 * is one conditional update whose row count says whether it happened, in the order of the SKUs, so that two orders
 * never wait for each other crosswise.
 */
@ApplicationScoped
public class Stock {
    private static final String RESERVE = "UPDATE stock SET on_hand = on_hand - ?, reserved = reserved + ?"
            + " WHERE store_id = ? AND sku = ? AND on_hand >= ?";
    private static final String GIVE_BACK =
            "UPDATE stock SET on_hand = on_hand + ?, reserved = reserved - ? WHERE store_id = ? AND sku = ?";
    // From the few SKUs with nothing left to their products, and not the other way round.
    private static final String SOLD_OUT = """
            SELECT DISTINCT v.product_id FROM stock s
            JOIN variant v ON v.store_id = s.store_id AND v.sku = s.sku AND v.tracked
            WHERE s.store_id = ? AND s.on_hand = 0 AND NOT EXISTS (
                SELECT 1 FROM variant other LEFT JOIN stock left_of_it
                    ON left_of_it.store_id = other.store_id AND left_of_it.sku = other.sku
                WHERE other.product_id = v.product_id AND (NOT other.tracked OR left_of_it.on_hand > 0))""";
    private static final String FIRST_COUNT =
            "INSERT IGNORE INTO stock (store_id, sku, initial, on_hand, imported)" + " VALUES (?, ?, ?, ?, ?)";
    // The pieces that were sold or reserved since are gone from on_hand already: a count is a count of what is on hand.
    private static final String RECOUNT = "UPDATE stock SET initial = ? + reserved + sold, on_hand = ?, imported = ?"
            + " WHERE store_id = ? AND sku = ? AND (imported IS NULL OR imported <> ?)";

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Pieces that can be bought now; a SKU that was never counted is not in the answer. */
    public Map<Sku, Long> onHand(Store store, Collection<Sku> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        List<Object> values = new ArrayList<>();
        values.add(store.id());
        skus.forEach(sku -> values.add(sku.value()));
        Map<Sku, Long> pieces = new HashMap<>();
        sql.list(
                "SELECT sku, on_hand FROM stock WHERE store_id = ? AND sku IN (" + Sql.marks(skus.size()) + ")",
                row -> pieces.put(new Sku(row.getString(1)), row.getLong(2)),
                values.toArray());
        return pieces;
    }

    public void soldOut(@Observes SoldOutAsked question) {
        question.add(sql.list(SOLD_OUT, row -> row.getLong(1), question.store().id()));
    }

    /**
     * Moves pieces from on hand to reserved, inside the caller's transaction: of all SKUs or, if one has not enough, of none.
     *
     * @return the SKUs of which there are not enough, with what is left
     */
    @Transactional(TxType.MANDATORY)
    public SortedMap<Sku, Long> reserve(Store store, SortedMap<Sku, Integer> wanted) {
        SortedMap<Sku, Long> missing = new TreeMap<>();
        wanted.forEach((sku, pieces) -> {
            if (sql.update(RESERVE, pieces, pieces, store.id(), sku.value(), pieces) == 0) {
                missing.put(sku, 0L);
            }
        });
        if (!missing.isEmpty()) {
            wanted.forEach((sku, pieces) -> {
                if (!missing.containsKey(sku)) {
                    sql.update(GIVE_BACK, pieces, pieces, store.id(), sku.value());
                }
            });
            missing.putAll(onHand(store, missing.keySet()));
            return missing;
        }
        Map<Sku, Long> moved = new LinkedHashMap<>();
        wanted.forEach((sku, pieces) -> moved.put(sku, -(long) pieces));
        log(store.id(), moved, "reserved");
        return missing;
    }

    /**
     * The import's counts, inside the import's transaction: only a number other than the last import's is a correction.
     */
    @Transactional(TxType.MANDATORY)
    public void counted(@Observes StockCounted count) {
        count.pieces().forEach((sku, pieces) -> counted(count.storeId(), sku, Math.max(0, pieces)));
    }

    private void counted(long storeId, Sku sku, long pieces) {
        if (sql.update(FIRST_COUNT, storeId, sku.value(), pieces, pieces, pieces) == 1) {
            log(storeId, Map.of(sku, pieces), "counted");
            return;
        }
        long before = sql.first(
                        "SELECT on_hand FROM stock WHERE store_id = ? AND sku = ? FOR UPDATE",
                        row -> row.getLong(1),
                        storeId,
                        sku.value())
                .orElseThrow();
        if (sql.update(RECOUNT, pieces, pieces, pieces, storeId, sku.value(), pieces) == 1) {
            log(storeId, Map.of(sku, pieces - before), "recounted");
        }
    }

    private void log(long storeId, Map<Sku, Long> moved, String reason) {
        if (moved.isEmpty()) {
            return;
        }
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<String> rows = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        moved.forEach((sku, pieces) -> {
            rows.add("(?, ?, ?, ?, ?)");
            values.addAll(List.of(storeId, sku.value(), pieces, reason, now));
        });
        sql.update(
                "INSERT INTO stock_movement (store_id, sku, pieces, reason, at) VALUES " + String.join(", ", rows),
                values.toArray());
    }
}
