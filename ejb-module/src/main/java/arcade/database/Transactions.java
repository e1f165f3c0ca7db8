package arcade.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Runs work as one transaction that is repeated, within {@code arcade.database.attempts}, when the database gave way to
 * another one (deadlock, lock wait timeout, row changed meanwhile). Hazard: the work runs once for each attempt, so it
 * must have no effect but in the database.
 */
@ApplicationScoped
public class Transactions {
    private static final int DEADLOCK = 1213;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int ROW_CHANGED = 1020;
    private static final Set<Integer> GAVE_WAY = Set.of(DEADLOCK, LOCK_WAIT_TIMEOUT, ROW_CHANGED);

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
        for (int attempt = 1; ; attempt++) {
            try {
                return one.run(work);
            } catch (RuntimeException failure) {
                if (attempt >= attempts || !gaveWay(failure)) {
                    throw failure;
                }
            }
        }
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
