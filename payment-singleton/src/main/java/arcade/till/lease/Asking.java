package arcade.till.lease;

import arcade.cluster.FencingToken;
import jakarta.enterprise.inject.Vetoed;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One question to the cluster's desk, which can be withdrawn.
 *
 * <p>Hazard: a call that hung in the desk's lock runs all the same once the lock comes free, long after its asker has gone. It would
 * take the lease for nobody, and the cluster would wait for its time to run out.
 */
@Vetoed
final class Asking extends LeaseDesk {
    private final LeaseDesk lease;
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.WAITING);
    private volatile Optional<FencingToken> taken = Optional.empty();

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
        if (progress.compareAndSet(Progress.WAITING, Progress.AT_THE_LEASE)) {
            taken = lease.take(owner);
        }
        return taken;
    }

    /** From now on it does nothing any more; false if it is at the lease already. */
    boolean withdraw() {
        return progress.compareAndSet(Progress.WAITING, Progress.WITHDRAWN);
    }

    /** What it brought, also when the desk failed after it. */
    Optional<FencingToken> taken() {
        return taken;
    }
}
