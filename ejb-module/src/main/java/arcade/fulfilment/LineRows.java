package arcade.fulfilment;

import arcade.database.Row;
import arcade.database.Sql;
import arcade.shared.Token;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.Optional;

/** The lines of an order and where their pieces are; and the mails about it. */
@ApplicationScoped
class LineRows {
    private static final String ORDER =
            "SELECT id, ref, store_id, state, currency" + " FROM shop_order WHERE ref = ? AND store_id = ?";
    private static final String LINES = "SELECT position, sku, title, variant_title, quantity, shipped, returned,"
            + " cancelled, unit_minor, discount_minor, tracked FROM order_line WHERE order_id = ? ORDER BY position";
    private static final String SHIP = "UPDATE order_line SET shipped = shipped + ?"
            + " WHERE order_id = ? AND position = ? AND shipped + cancelled + ? <= quantity";
    private static final String CANCEL = "UPDATE order_line SET cancelled = cancelled + ?"
            + " WHERE order_id = ? AND position = ? AND shipped + cancelled + ? <= quantity";
    private static final String RETURN = "UPDATE order_line SET returned = returned + ?"
            + " WHERE order_id = ? AND position = ? AND returned + ? BETWEEN 0 AND shipped";
    // What is given back was counted as sold and stays so: these are pieces that came in anew.
    private static final String RESTOCK =
            "UPDATE stock SET initial = initial + ?, on_hand = on_hand + ?" + " WHERE store_id = ? AND sku = ?";
    private static final String MOVEMENT =
            "INSERT INTO stock_movement (store_id, sku, pieces, reason, at)" + " VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))";
    private static final String MAIL = "INSERT INTO mail_outbox (event_key, recipient, template, order_ref, created_at)"
            + " SELECT ?, email, ?, ref, UTC_TIMESTAMP(6) FROM shop_order WHERE id = ?";

    @Inject
    private Sql sql;

    /** Locks the order's lines, so that what happens to an order happens one after the other. */
    Optional<PaidOrder> lock(Store store, Token order) {
        return read(store, order, LINES + " FOR UPDATE");
    }

    Optional<PaidOrder> find(Store store, Token order) {
        return read(store, order, LINES);
    }

    private Optional<PaidOrder> read(Store store, Token order, String lines) {
        return sql.first(
                ORDER,
                row -> new PaidOrder(
                        row.getLong(1),
                        new Token(row.getString(2)),
                        row.getLong(3),
                        row.getString(4).equals("PAID"),
                        Currency.getInstance(row.getString(5)),
                        sql.list(lines, line(), row.getLong(1))),
                order.value(),
                store.id());
    }

    void ship(PaidOrder order, Pieces pieces) {
        require(order, pieces, sql.update(SHIP, pieces.count(), order.id(), pieces.position(), pieces.count()));
    }

    /** These pieces will not be sent, and can be sold to somebody else. */
    void cancel(PaidOrder order, Pieces pieces) {
        require(order, pieces, sql.update(CANCEL, pieces.count(), order.id(), pieces.position(), pieces.count()));
        restock(order, pieces, "cancelled");
    }

    /** @param pieces a count below zero for a return that was refused */
    void comeBack(PaidOrder order, Pieces pieces) {
        require(order, pieces, sql.update(RETURN, pieces.count(), order.id(), pieces.position(), pieces.count()));
    }

    /** Pieces of a line whose stock is not counted, or no longer, are nowhere put back. */
    void restock(PaidOrder order, Pieces pieces, String reason) {
        LineProgress line = order.line(pieces.position());
        if (pieces.count() > 0
                && line.tracked()
                && sql.update(RESTOCK, pieces.count(), pieces.count(), order.storeId(), line.sku()) == 1) {
            sql.update(MOVEMENT, order.storeId(), line.sku(), pieces.count(), reason);
        }
    }

    /** Once for each subject; fails if there is a mail of that kind about it already. */
    void mail(PaidOrder order, String kind, Token subject) {
        sql.update(MAIL, kind + ":" + subject, kind, order.id());
    }

    private static void require(PaidOrder order, Pieces pieces, int changed) {
        if (changed != 1) {
            throw new IllegalStateException(
                    "the order " + order.token() + " has not " + pieces + " in " + order.line(pieces.position()));
        }
    }

    private static Row<LineProgress> line() {
        return row -> new LineProgress(
                row.getInt("position"),
                row.getString("sku"),
                row.getString("title"),
                row.getString("variant_title"),
                row.getInt("quantity"),
                row.getInt("shipped"),
                row.getInt("returned"),
                row.getInt("cancelled"),
                row.getLong("unit_minor"),
                row.getLong("discount_minor"),
                row.getBoolean("tracked"));
    }
}
