package arcade.stock;

import arcade.shared.Sku;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * What becomes of reserved pieces, on a connection of the till's transaction. Anything but the expected rows throws, so
 * that the till's transaction is rolled back. Only what changes the pieces on hand is a movement: pieces that are sold
 * left with their reservation.
 */
public final class Reservations {
    private static final String SELL = "UPDATE stock SET reserved = reserved - ?, sold = sold + ?"
            + " WHERE store_id = ? AND sku = ? AND reserved >= ?";
    private static final String RELEASE = "UPDATE stock SET reserved = reserved - ?, on_hand = on_hand + ?"
            + " WHERE store_id = ? AND sku = ? AND reserved >= ?";
    private static final String LOG = "INSERT INTO stock_movement (store_id, sku, pieces, reason, at)"
            + " VALUES (?, ?, ?, 'released', UTC_TIMESTAMP(6))";

    private Reservations() {}

    /** Pieces of one SKU of one store. */
    public record Reserved(long storeId, Sku sku, long pieces) {}

    /** @param reserved sorted by store and SKU, each SKU once */
    public static void sell(Connection till, List<Reserved> reserved) throws SQLException {
        move(till, SELL, reserved);
    }

    /** @param reserved sorted by store and SKU, each SKU once */
    public static void release(Connection till, List<Reserved> reserved) throws SQLException {
        move(till, RELEASE, reserved);
        try (PreparedStatement log = till.prepareStatement(LOG)) {
            for (Reserved pieces : reserved) {
                log.setLong(1, pieces.storeId());
                log.setString(2, pieces.sku().value());
                log.setLong(3, pieces.pieces());
                log.addBatch();
            }
            log.executeBatch();
        }
    }

    private static void move(Connection till, String sql, List<Reserved> reserved) throws SQLException {
        if (reserved.isEmpty()) {
            return;
        }
        try (PreparedStatement move = till.prepareStatement(sql)) {
            for (Reserved pieces : reserved) {
                move.setLong(1, pieces.pieces());
                move.setLong(2, pieces.pieces());
                move.setLong(3, pieces.storeId());
                move.setString(4, pieces.sku().value());
                move.setLong(5, pieces.pieces());
                move.addBatch();
            }
            int[] changed = move.executeBatch();
            for (int i = 0; i < changed.length; i++) {
                if (changed[i] != 1) {
                    throw new IllegalStateException(
                            "not reserved: " + reserved.get(i) + " (" + changed[i] + " rows changed)");
                }
            }
        }
    }
}
