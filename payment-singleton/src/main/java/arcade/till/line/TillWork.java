package arcade.till.line;

import arcade.cluster.FencedOut;
import arcade.cluster.FencingToken;
import arcade.till.book.PaymentBook;
import arcade.till.gateway.Gateway;
import arcade.till.lease.Shift;
import arcade.till.lease.Tenure;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The till's day: one thread that looks for what is due, of each correspondence in turn. */
@ApplicationScoped
public class TillWork {
    private static final Logger LOG = Logger.getLogger(TillWork.class.getName());
    private static final long BUSY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long STOP_MILLIS = 3_000;
    /** Refunds are few and in no hurry: they never take the payments' lines. */
    private static final int REFUND_LINES = 20;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private PaymentCorrespondence payments;

    @Inject
    private RefundCorrespondence refunds;

    @Inject
    private Gateway gateway;

    @Inject
    private PaymentBook book;

    @Inject
    private LineSettings settings;

    private final List<Switchboard<?, ?>> switchboards = new ArrayList<>();
    private final List<Dispatcher<?, ?>> dispatchers = new ArrayList<>();
    private Shift shift;
    private Circuit circuit;
    private volatile boolean stopping;
    private Thread thread;
    private long lastWorkNanos = System.nanoTime() - BUSY_NANOS;

    /**
     * @param tenure this node's tenure, if it is the till
     * @param lost called when the database shows that a tenure is over
     */
    public void start(Supplier<Optional<Tenure>> tenure, Consumer<FencingToken> lost) {
        shift = new Shift(tenure, lost);
        circuit = new Circuit(shift, gateway, book, threads);
        threads.newThread(gateway::warmUp).start();
        open(payments, settings.callsInFlight(), "till-recorder");
        open(refunds, REFUND_LINES, "till-refund-recorder");
        thread = threads.newThread(this::run);
        thread.setName("till-work");
        thread.start();
    }

    /** Begins nothing any more and waits, within a bound, for the calls in flight to be recorded. */
    public void stop() {
        stopping = true;
        thread.interrupt();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
        for (Switchboard<?, ?> each : switchboards) {
            each.stop(Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        }
    }

    private <S, O> void open(Correspondence<S, O> correspondence, int lines, String recorder) {
        Switchboard<S, O> switchboard = new Switchboard<>(correspondence, shift, lines, threads);
        switchboard.start(recorder);
        switchboards.add(switchboard);
        dispatchers.add(new Dispatcher<>(correspondence, switchboard));
    }

    private void run() {
        while (!stopping) {
            try {
                if (!look()) {
                    // Who is not the till looks at nothing but his tenure, and often: what waited for a till waits no
                    // longer.
                    boolean busy = shift.acting().isEmpty() || System.nanoTime() - lastWorkNanos < BUSY_NANOS;
                    TimeUnit.MILLISECONDS.sleep(busy ? settings.busyPollMillis() : settings.idlePollMillis());
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Whether there may be more work at once. */
    private boolean look() {
        boolean more = false;
        for (Dispatcher<?, ?> each : dispatchers) {
            more |= look(each);
        }
        return more;
    }

    private boolean look(Dispatcher<?, ?> dispatcher) {
        Optional<FencingToken> token = shift.acting();
        if (token.isEmpty()) {
            return false;
        }
        try {
            if (circuit.isOpen(token.get())) {
                return false;
            }
            Dispatcher.Found found = dispatcher.look(token.get());
            if (found != Dispatcher.Found.NOTHING) {
                lastWorkNanos = System.nanoTime();
            }
            return found == Dispatcher.Found.FULL;
        } catch (FencedOut e) {
            shift.lost(token.get());
        } catch (RuntimeException e) {
            // The database refused or did not answer; what was not committed was not sent. The next look finds it
            // again.
            LOG.log(Level.WARNING, "the till could not look for work: {0}", e.toString());
        }
        return false;
    }
}
