package arcade.till.lease;

import arcade.cluster.FencingToken;
import jakarta.enterprise.inject.Vetoed;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One question to the cluster's desk, which can be withdrawn.
 *
 * <p>Hazard: a call that hung in the desk's lock runs all the same once the lock comes free, long after its asker has gone. It would
 * take the lease for nobody, and the cluster would wait for its time to run out.
 */
@Vetoed
final class Asking extends LeaseDesk {
    /** A little more than a statement of the till may take. */
    private static final long DATABASE_SECONDS = 4;

    private final LeaseDesk lease;
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.WAITING);
    private final CompletableFuture<Optional<FencingToken>> brought = new CompletableFuture<>();

    private enum Progress {
        WAITING,
        AT_THE_LEASE,
        WITHDRAWN
    }

    Asking(LeaseDesk lease) {
        this.lease = lease;
    }

    @Override
    public Optional<FencingToken> take(String owner) {
        if (!progress.compareAndSet(Progress.WAITING, Progress.AT_THE_LEASE)) {
            return Optional.empty();
        }
        try {
            Optional<FencingToken> taken = lease.take(owner);
            brought.complete(taken);
            return taken;
        } catch (RuntimeException e) {
            brought.completeExceptionally(e);
            throw e;
        }
    }

    /** From now on it does nothing any more; false if it is at the lease already. */
    boolean withdraw() {
        return progress.compareAndSet(Progress.WAITING, Progress.WITHDRAWN);
    }

    /**
     * What it brings, once it is at the lease: to be waited for, as nobody else would use it. Empty, too, when the database does not
     * answer for longer than its own bounds let it.
     */
    Optional<FencingToken> brought() {
        try {
            return brought.get(DATABASE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
