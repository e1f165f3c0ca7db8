package arcade.till.book;

import arcade.cluster.FencingToken;
import arcade.database.Statements;
import arcade.till.payment.Walk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The log of every state change of payments, and that of refunds: appended in the transaction that makes the change. */
enum TransitionTable {
    PAYMENTS("payment"),
    REFUNDS("refund");

    private final String append;
    private final String written;

    TransitionTable(String what) {
        this.append = "INSERT INTO " + what + "_transition (change_id, " + what + "_id, from_state, to_state, epoch,"
                + " owner, at) VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))";
        this.written = "SELECT 1 FROM " + what + "_transition WHERE change_id = ? LIMIT 1";
    }

    void append(Connection connection, FencingToken token, List<? extends Walk> walks) throws SQLException {
        try (PreparedStatement log = connection.prepareStatement(append)) {
            boolean any = false;
            for (Walk walk : walks) {
                Enum<?> from = walk.from();
                for (Enum<?> to : walk.path()) {
                    log.setString(1, walk.id());
                    log.setLong(2, walk.rowId());
                    log.setString(3, from.name());
                    log.setString(4, to.name());
                    log.setLong(5, token.epoch());
                    log.setString(6, token.owner());
                    log.addBatch();
                    any = true;
                    from = to;
                }
            }
            if (any) {
                log.executeBatch();
            }
        }
    }

    /** Those that were not written now because they had been before: their commit was made, though its answer was lost. */
    <W extends Walk> List<W> writtenBefore(Connection connection, List<W> all, List<W> now) throws SQLException {
        List<W> before = new ArrayList<>();
        for (W walk : all) {
            if (!now.contains(walk) && isWritten(connection, walk)) {
                before.add(walk);
            }
        }
        return before;
    }

    private boolean isWritten(Connection connection, Walk walk) throws SQLException {
        return Statements.first(connection, written, row -> true, walk.id()).isPresent();
    }
}
