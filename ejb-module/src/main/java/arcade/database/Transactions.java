package arcade.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Runs work as one transaction that is repeated, within {@code arcade.database.attempts}, when the database gave way to
 * another one (deadlock, lock wait timeout, statement timeout, row changed meanwhile), or while another database takes
 * the primary's place. Hazard: the work runs once for each attempt, so it must have no effect but in the database.
 */
@ApplicationScoped
public class Transactions {
    private static final int DEADLOCK = 1213;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int ROW_CHANGED = 1020;
    /** {@code max_statement_time} is no longer than a lock may be waited for, so either of the two ends such a wait. */
    private static final int STATEMENT_TIMEOUT = 1969;
    /** The server takes no writes: it was the primary until a moment ago. */
    private static final int READ_ONLY = 1290;

    private static final long HANDED_OVER_WITHIN_NANOS = TimeUnit.MILLISECONDS.toNanos(2500);
    private static final long HANDED_OVER_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final Set<Integer> GAVE_WAY = Set.of(DEADLOCK, LOCK_WAIT_TIMEOUT, ROW_CHANGED, STATEMENT_TIMEOUT);

    @Inject
    private OneTransaction one;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry registry;

    @Inject
    @ConfigProperty(name = "arcade.database.attempts", defaultValue = "4")
    private int attempts;

    /** Inside a transaction it joins that one, and repeats nothing: whoever began it does. */
    public <T> T run(Supplier<T> work) {
        if (registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            return work.get();
        }
        long end = System.nanoTime() + HANDED_OVER_WITHIN_NANOS;
        for (int attempt = 1; ; attempt++) {
            try {
                return one.run(work);
            } catch (RuntimeException failure) {
                if (isBetweenPrimaries(failure) && System.nanoTime() - end < 0) {
                    LockSupport.parkNanos(HANDED_OVER_LOOK_NANOS);
                } else if (attempt >= attempts || !gaveWay(failure)) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Whether a statement met a server that no longer takes writes, or a connection that ended with the one that did: so nothing was
     * committed. A commit that got no answer is neither, and is never repeated here.
     */
    private static boolean isBetweenPrimaries(RuntimeException failure) {
        return failure instanceof SqlFailure
                && sqlError(failure)
                        .filter(error -> error.getErrorCode() == READ_ONLY
                                || error.getSQLState() != null
                                        && error.getSQLState().startsWith("08"))
                        .isPresent();
    }

    /** Whether the server takes no writes, because another one leads now. */
    public static boolean isReadOnly(Throwable failure) {
        return sqlError(failure)
                .filter(error -> error.getErrorCode() == READ_ONLY)
                .isPresent();
    }

    /**
     * Whether the database rolled the work back in favour of another transaction, so that it may succeed when repeated.
     */
    public static boolean gaveWay(Throwable failure) {
        return sqlError(failure)
                .filter(error -> GAVE_WAY.contains(error.getErrorCode()))
                .isPresent();
    }

    static Optional<SQLException> sqlError(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                return Optional.of(error);
            }
        }
        return Optional.empty();
    }
}
