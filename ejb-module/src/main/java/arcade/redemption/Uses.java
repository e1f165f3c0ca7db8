package arcade.redemption;

import arcade.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What becomes of the uses of orders that were cancelled, on a connection of the till's transaction. Anything but the expected rows
 * throws, so that the till's transaction is rolled back.
 */
public final class Uses {
    private static final String FREE = "UPDATE promotion_use SET used = used - 1 WHERE promotion_id = ? AND used > 0";
    private static final String FREE_BY =
            "UPDATE promotion_use_by SET used = used - 1 WHERE promotion_id = ? AND buyer = ? AND used > 0";

    private Uses() {}

    /** @param buyer as {@link Buyers#of} names one */
    public record Use(long promotion, String buyer) {}

    /** @param uses sorted by promotion, so that locks are taken in the same order everywhere */
    public static void free(Connection till, List<Use> uses) throws SQLException {
        for (Use use : uses) {
            requireOne(till, FREE, use, use.promotion());
            requireOne(till, FREE_BY, use, use.promotion(), use.buyer());
        }
    }

    private static void requireOne(Connection till, String sql, Use use, Object... values) throws SQLException {
        int changed = Statements.update(till, sql, values);
        if (changed != 1) {
            throw new IllegalStateException("not in use: " + use + " (" + changed + " rows changed)");
        }
    }
}
