package arcade.till;

import arcade.cluster.FencedOut;
import arcade.cluster.FencingToken;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The till's day: look for payments that are due, commit their intentions, hand the calls to the {@link Switchboard}. One thread; a
 * look that finds nothing costs one small query.
 */
@ApplicationScoped
class TillWork {
    private static final Logger LOG = Logger.getLogger(TillWork.class.getName());
    private static final int BATCH = 64;
    private static final long BUSY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long STOP_MILLIS = 3_000;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private PaymentBook book;

    @Inject
    private Switchboard switchboard;

    @Inject
    private TillSettings settings;

    private Supplier<Optional<Tenure>> tenure;
    private Consumer<FencingToken> lost;
    private volatile boolean stopping;
    private Thread thread;
    private long lastWorkNanos = System.nanoTime() - BUSY_NANOS;

    /**
     * @param tenure this node's tenure, if it is the till
     * @param lost called when the database shows that a tenure is over
     */
    void start(Supplier<Optional<Tenure>> tenure, Consumer<FencingToken> lost) {
        this.tenure = tenure;
        this.lost = lost;
        switchboard.start(tenure, lost);
        thread = threads.newThread(this::run);
        thread.setName("till-work");
        thread.start();
    }

    /** Begins nothing any more and waits, within a bound, for the calls in flight to be recorded. */
    void stop() {
        stopping = true;
        thread.interrupt();
        switchboard.stop(STOP_MILLIS);
    }

    private void run() {
        while (!stopping) {
            try {
                if (!look()) {
                    boolean busy = System.nanoTime() - lastWorkNanos < BUSY_NANOS;
                    TimeUnit.MILLISECONDS.sleep(busy ? settings.busyPollMillis() : settings.idlePollMillis());
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Whether there may be more work at once. */
    private boolean look() {
        Optional<Tenure> present = tenure.get().filter(held -> held.mayAct(System.nanoTime()));
        if (present.isEmpty()) {
            return false;
        }
        try {
            int limit = Math.min(BATCH, switchboard.freeLines());
            if (limit == 0 || !book.hasWork()) {
                return false;
            }
            lastWorkNanos = System.nanoTime();
            return begin(present.get().token(), limit) == limit;
        } catch (FencedOut e) {
            lost.accept(present.get().token());
        } catch (RuntimeException e) {
            // The database refused or did not answer; what was not committed was not sent. The next look finds it
            // again.
            LOG.log(Level.WARNING, "the till could not look for payments: {0}", e.toString());
        }
        return false;
    }

    private int begin(FencingToken token, int limit) {
        try {
            List<Step> steps = book.begin(token, limit);
            switchboard.send(steps);
            return steps.size();
        } catch (FencedOut e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a payment could not be begun; each is tried by itself: {0}", e.toString());
            book.due(limit).forEach(payment -> beginOne(token, payment));
            return 0;
        }
    }

    /** One payment that cannot be begun must not hold up the others. */
    private void beginOne(FencingToken token, long payment) {
        try {
            switchboard.send(book.beginOne(token, payment));
        } catch (FencedOut e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "payment " + payment + " cannot be begun; tried again in a minute", e);
            book.putOff(token, payment);
        }
    }
}
