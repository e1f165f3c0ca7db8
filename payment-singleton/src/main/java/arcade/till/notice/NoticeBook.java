package arcade.till.notice;

import arcade.cluster.FencingToken;
import arcade.till.book.TillSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/** The till's transactions on the inbox of the gateway's notices. What writes passes the lease's fence first. */
@ApplicationScoped
public class NoticeBook {
    @Inject
    private TillSql sql;

    /** The notices whose subject is to be looked at, oldest first. */
    List<NoticeTable.Due> due(int limit) {
        return sql.read(connection -> NoticeTable.due(connection, limit));
    }

    @Transactional(TxType.REQUIRES_NEW)
    void handled(FencingToken token, List<String> events) {
        sql.write(token, connection -> NoticeTable.handled(connection, events));
    }

    @Transactional(TxType.REQUIRES_NEW)
    void later(FencingToken token, List<String> events) {
        sql.write(token, connection -> NoticeTable.later(connection, events));
    }

    /** Removes old notices, some thousand at most at one time. */
    @Transactional(TxType.REQUIRES_NEW)
    public void forget(FencingToken token) {
        sql.write(token, NoticeTable::forget);
    }
}
