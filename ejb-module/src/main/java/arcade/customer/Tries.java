package arcade.customer;

import arcade.database.Sql;
import arcade.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Counts failed tries in rows that all nodes share. A try is counted before it is made, by one conditional {@code UPDATE}, so that no
 * number of requests at once gets more; one that succeeds is given back. What counts decays: each failure is forgiven after
 * some time (the generic cell rate algorithm, with one moment in place of a counter).
 */
@ApplicationScoped
class Tries {
    private static final String COUNT = "UPDATE sign_in_failure"
            + " SET forgiven_at = GREATEST(forgiven_at, UTC_TIMESTAMP(6)) + INTERVAL ? SECOND"
            + " WHERE subject = ? AND forgiven_at <= UTC_TIMESTAMP(6) + INTERVAL ? SECOND";
    private static final String FIRST = "INSERT IGNORE INTO sign_in_failure (subject, forgiven_at)"
            + " VALUES (?, UTC_TIMESTAMP(6) + INTERVAL ? SECOND)";
    private static final String LEFT =
            "SELECT CEIL(TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), forgiven_at) / 1e6) - ?"
                    + " FROM sign_in_failure WHERE subject = ?";

    @Inject
    private Sql sql;

    /**
     * @param most how many failures count at most
     * @param forgiven after how long one more try is free
     */
    record Limit(String name, int most, Duration forgiven) {
        Limit {
            if (most < 1 || forgiven.toSeconds() < 1) {
                throw new IllegalArgumentException("the limit " + name + " needs at least 1 try and 1 second, not "
                        + most + " and " + forgiven.toSeconds());
            }
        }

        private long allButOne() {
            return (most - 1) * forgiven.toSeconds();
        }
    }

    /** Counts a try. @return how long to wait; zero: it may be made */
    Duration count(Limit limit, String subject) {
        String row = hash(limit, subject);
        long step = limit.forgiven().toSeconds();
        if (sql.update(COUNT, step, row, limit.allButOne()) == 1
                || sql.update(FIRST, row, step) == 1
                // Somebody else was the first, or there were too many.
                || sql.update(COUNT, step, row, limit.allButOne()) == 1) {
            return Duration.ZERO;
        }
        long seconds = sql.first(LEFT, found -> found.getLong(1), limit.allButOne(), row)
                .orElse(1L);
        return Duration.ofSeconds(Math.max(1, seconds));
    }

    /** The last counted try was none. */
    void giveBack(Limit limit, String subject) {
        sql.update(
                "UPDATE sign_in_failure SET forgiven_at = forgiven_at - INTERVAL ? SECOND WHERE subject = ?",
                limit.forgiven().toSeconds(),
                hash(limit, subject));
    }

    /** Who proved himself has no failures. */
    void forgive(Limit limit, String subject) {
        sql.update("DELETE FROM sign_in_failure WHERE subject = ?", hash(limit, subject));
    }

    /** Deletes rows that count nothing any more. @return how many, at most {@code most} */
    int forget(int most) {
        return sql.update(
                "DELETE FROM sign_in_failure WHERE forgiven_at < UTC_TIMESTAMP(6) ORDER BY forgiven_at LIMIT ?", most);
    }

    private static String hash(Limit limit, String subject) {
        return Sha256.of(limit.name() + "\n" + subject);
    }
}
