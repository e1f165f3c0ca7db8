package arcade.till.notice;

import arcade.cluster.FencingToken;
import arcade.cluster.Leases;
import arcade.till.book.DatabaseFails;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The till's transactions on the inbox of the gateway's notices. What writes passes the lease's fence first. */
@ApplicationScoped
public class NoticeBook {
    @Resource(lookup = "jdbc/arcade-till")
    private DataSource database;

    /** The notices whose subject is to be looked at, oldest first. */
    List<NoticeTable.Due> due(int limit) {
        try (Connection connection = database.getConnection()) {
            return NoticeTable.due(connection, limit);
        } catch (SQLException e) {
            throw new DatabaseFails(e);
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    void handled(FencingToken token, List<String> events) {
        fenced(token, connection -> NoticeTable.handled(connection, events));
    }

    @Transactional(TxType.REQUIRES_NEW)
    void later(FencingToken token, List<String> events) {
        fenced(token, connection -> NoticeTable.later(connection, events));
    }

    /** Removes old notices, some thousand at most at one time. */
    @Transactional(TxType.REQUIRES_NEW)
    public void forget(FencingToken token) {
        fenced(token, NoticeTable::forget);
    }

    private void fenced(FencingToken token, Work work) {
        try (Connection connection = database.getConnection()) {
            Leases.fence(connection, token);
            work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseFails(e);
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
