package arcade.till;

import arcade.cluster.FencingToken;
import arcade.payment.RefundState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The log of every state change of a refund, appended in the transaction that makes it. */
final class RefundTransitionTable {
    private static final String APPEND = "INSERT INTO refund_transition"
            + " (change_id, refund_id, from_state, to_state, epoch, owner, at) VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))";
    private static final String WRITTEN = "SELECT 1 FROM refund_transition WHERE change_id = ? LIMIT 1";

    private RefundTransitionTable() {}

    static void append(Connection connection, FencingToken token, List<RefundChange> changes) throws SQLException {
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            boolean any = false;
            for (RefundChange change : changes) {
                RefundState from = change.row().state();
                for (RefundState to : change.path()) {
                    append.setString(1, change.id());
                    append.setLong(2, change.row().id());
                    append.setString(3, from.name());
                    append.setString(4, to.name());
                    append.setLong(5, token.epoch());
                    append.setString(6, token.owner());
                    append.addBatch();
                    any = true;
                    from = to;
                }
            }
            if (any) {
                append.executeBatch();
            }
        }
    }

    /** Whether a change was committed before: the answer to an unknown commit. */
    static boolean isWritten(Connection connection, RefundChange change) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(WRITTEN)) {
            query.setString(1, change.id());
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
