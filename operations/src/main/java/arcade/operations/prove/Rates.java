package arcade.operations.prove;

import java.util.List;

/**
 * Captures per second.
 *
 * @param epochSecond by the database's clock
 */
record Rates(long epochSecond, long captures) {

    static List<Rates> of(TillLog log, long afterSeq) {
        return log.rows(
                "SELECT TIMESTAMPDIFF(SECOND, '1970-01-01', at) AS second, COUNT(*) FROM payment_transition"
                        + " WHERE seq > ? AND to_state = 'CAPTURED' GROUP BY second ORDER BY second",
                row -> new Rates(row.getLong(1), row.getLong(2)),
                afterSeq);
    }
}
