package arcade.till.line;

import arcade.cluster.FencingToken;
import arcade.till.book.PaymentBook;
import arcade.till.gateway.Gateway;
import arcade.till.lease.Shift;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;

/**
 * Opens when the gateway leaves many calls in a row without an answer: then no payment is begun, none becomes unknown for nothing,
 * and a probe that moves no money finds out when the gateway is back. What waits stays due.
 */
final class Circuit {
    private static final Logger LOG = Logger.getLogger(Circuit.class.getName());
    private static final long PROBE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Shift shift;
    private final Gateway gateway;
    private final PaymentBook book;
    private final ThreadFactory threads;
    private final AtomicBoolean probing = new AtomicBoolean();
    private FencingToken toldUnder;
    private boolean toldOpen;
    private long lastProbeNanos = System.nanoTime() - PROBE_NANOS;

    Circuit(Shift shift, Gateway gateway, PaymentBook book, ThreadFactory threads) {
        this.shift = shift;
        this.gateway = gateway;
        this.book = book;
        this.threads = threads;
    }

    /** Whether nothing may be begun now. For one thread. */
    boolean isOpen(FencingToken token) {
        boolean open = shift.isSilent();
        if (!token.equals(toldUnder) || open != toldOpen) {
            book.gatewayAnswers(token, !open);
            if (open != toldOpen) {
                LOG.warning(open ? "the gateway does not answer: payments wait for it" : "the gateway answers again");
            }
            toldUnder = token;
            toldOpen = open;
        }
        if (open) {
            probe();
        }
        return open;
    }

    private void probe() {
        if (System.nanoTime() - lastProbeNanos < PROBE_NANOS || !probing.compareAndSet(false, true)) {
            return;
        }
        lastProbeNanos = System.nanoTime();
        threads.newThread(() -> {
                    try {
                        shift.heard(gateway.answers());
                    } finally {
                        probing.set(false);
                    }
                })
                .start();
    }
}
