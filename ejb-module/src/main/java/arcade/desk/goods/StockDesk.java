package arcade.desk.goods;

import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.staff.Acting;
import arcade.staff.AuditLog;
import arcade.staff.StaffRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pieces that come and go by hand. A movement is one conditional update: there are never fewer than none. */
@ApplicationScoped
public class StockDesk {
    /** Why pieces moved. */
    public enum Reason {
        DELIVERED,
        RETURNED,
        DAMAGED,
        LOST,
        FOUND,
        CORRECTED
    }

    /** Most pieces that one movement by hand brings or takes. */
    public static final int MOST_PIECES = 1_000_000;

    private static final String LINES = " FROM stock k JOIN store s ON s.id = k.store_id"
            + " JOIN variant v ON v.store_id = k.store_id AND v.sku = k.sku JOIN product p ON p.id = v.product_id WHERE ";

    @Inject
    private Sql sql;

    @Inject
    private AuditLog log;

    @Inject
    private Transactions transactions;

    /** One movement, by whatever moved it: an order, an import, a hand. @param who empty unless a hand */
    public record Movement(Instant at, long pieces, String reason, String who) {}

    /** Fewest first. */
    public List<StockLine> find(GoodsQuery query, int offset, int limit) {
        List<Object> values = new ArrayList<>();
        String condition = query.condition(values);
        values.add(limit);
        values.add(offset);
        return sql.list(
                "SELECT s.code, k.sku, CONCAT_WS(' · ', p.title, v.option1, v.option2, v.option3), k.on_hand, k.reserved, k.sold"
                        + LINES + condition + " ORDER BY k.on_hand, s.code, k.sku LIMIT ? OFFSET ?",
                row -> new StockLine(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)),
                values.toArray());
    }

    public int count(GoodsQuery query) {
        List<Object> values = new ArrayList<>();
        return sql.first("SELECT COUNT(*)" + LINES + query.condition(values), row -> row.getInt(1), values.toArray())
                .orElseThrow();
    }

    public Optional<StockLine> line(String store, String sku) {
        return sql.first(
                "SELECT s.code, k.sku, CONCAT_WS(' · ', p.title, v.option1, v.option2, v.option3), k.on_hand, k.reserved, k.sold"
                        + LINES + "s.code = ? AND k.sku = ?",
                row -> new StockLine(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)),
                store,
                sku);
    }

    /** Newest first. */
    public List<Movement> movements(String store, String sku, int limit) {
        return sql.list(
                "SELECT m.at, m.pieces, m.reason, COALESCE(f.name, '') FROM stock_movement m"
                        + " JOIN store s ON s.id = m.store_id LEFT JOIN staff f ON f.id = m.staff_id"
                        + " WHERE s.code = ? AND m.sku = ? ORDER BY m.at DESC, m.id DESC LIMIT ?",
                row -> new Movement(
                        row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4)),
                store,
                sku,
                limit);
    }

    /**
     * @param pieces that come, or with a minus go
     * @param expected pieces on hand as the form showed them: sent twice, the second finds another number and moves nothing
     * @return false: there is another number on hand by now, or too few, or the pieces are none or too many
     */
    public boolean move(Acting acting, StockLine expected, long pieces, Reason reason) {
        acting.require(StaffRole.SHOPKEEPER);
        if (pieces == 0 || Math.abs(pieces) > MOST_PIECES) {
            return false;
        }
        return transactions.run(() -> {
            boolean moved = sql.update(
                            "UPDATE stock k JOIN store s ON s.id = k.store_id"
                                    + " SET k.initial = k.initial + ?, k.on_hand = k.on_hand + ?"
                                    + " WHERE s.code = ? AND k.sku = ? AND k.on_hand = ? AND k.on_hand + ? >= 0",
                            pieces,
                            pieces,
                            expected.store(),
                            expected.sku(),
                            expected.onHand(),
                            pieces)
                    == 1;
            if (moved) {
                note(acting, expected, pieces, reason);
            }
            return moved;
        });
    }

    private void note(Acting acting, StockLine line, long pieces, Reason reason) {
        sql.update(
                "INSERT INTO stock_movement (store_id, sku, pieces, reason, at, staff_id)"
                        + " SELECT id, ?, ?, ?, UTC_TIMESTAMP(6), ? FROM store WHERE code = ?",
                line.sku(),
                pieces,
                reason.name().toLowerCase(java.util.Locale.ROOT),
                acting.id(),
                line.store());
        log.write(
                Optional.of(acting),
                "stock.move",
                "stock",
                line.store() + "/" + line.sku(),
                Json.createObjectBuilder().add("onHand", line.onHand()).build(),
                Json.createObjectBuilder()
                        .add("onHand", line.onHand() + pieces)
                        .add("pieces", pieces)
                        .add("reason", reason.name())
                        .build());
    }
}
