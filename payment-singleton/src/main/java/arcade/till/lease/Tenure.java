package arcade.till.lease;

import arcade.cluster.FencingToken;

/**
 * This node's time as the till: its fencing token, and when the lease was last renewed by the monotonic clock. Immutable; a
 * renewal makes a new one.
 *
 * @param renewedAtNanos {@link System#nanoTime} <em>before</em> the renewal was sent, so that it is never too young
 */
public record Tenure(FencingToken token, long renewedAtNanos) {
    /** Nothing is sent to the gateway once the last good renewal is older than this: 1.5 s before the lease can be taken. */
    public static final long ACT_NANOS = 3_500_000_000L;

    /** Whether something may be sent under it at this moment of {@link System#nanoTime}. */
    public boolean mayAct(long nowNanos) {
        return nowNanos - renewedAtNanos < ACT_NANOS;
    }

    /** The same tenure after a renewal that was sent at this moment of {@link System#nanoTime}. */
    public Tenure renewed(long atNanos) {
        return new Tenure(token, atNanos);
    }
}
