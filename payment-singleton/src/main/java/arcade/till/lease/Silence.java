package arcade.till.lease;

import arcade.cluster.LeaseView;
import arcade.cluster.Leases;
import java.util.concurrent.TimeUnit;

/**
 * How long the till's beat stands still, by this node's monotonic clock. The lease counts by the database's clock: when that is set
 * back while the till is dead, the lease would live on for as long as it was set back.
 */
public final class Silence {
    private static final long LONGER_THAN_A_LEASE = TimeUnit.SECONDS.toNanos(Leases.SECONDS + 1L);

    private String lastBeat = "";
    private long sinceNanos;

    /** Whether this beat was seen for longer than a lease lives. */
    public boolean isTooLong(LeaseView view, long nowNanos) {
        String beat = view.epoch() + " " + view.beat();
        if (!beat.equals(lastBeat)) {
            lastBeat = beat;
            sinceNanos = nowNanos;
        }
        return nowNanos - sinceNanos > LONGER_THAN_A_LEASE;
    }
}
