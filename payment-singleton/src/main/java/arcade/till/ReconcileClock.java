package arcade.till;

import arcade.cluster.FencedOut;
import arcade.cluster.FencingToken;
import arcade.till.gateway.Gateway;
import arcade.till.gateway.GatewayBooks;
import arcade.till.lease.OffDuty;
import arcade.till.lease.Shift;
import arcade.till.lease.Tenure;
import arcade.till.line.TillWork;
import arcade.till.notice.NoticeBook;
import arcade.till.notice.NoticeWorker;
import arcade.till.reconcile.ReconcileBook;
import arcade.till.reconcile.ReconcileRound;
import arcade.till.reconcile.ReconcileSettings;
import arcade.till.reconcile.Reconciler;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * When the till reconciles: a round soon after it took over and then every few minutes, and the gateway's notices each second. After
 * a promotion of the database at once, and then checkout is opened. Two threads of its own, so that neither holds up the payments, nor a long round the notices.
 */
@ApplicationScoped
public class ReconcileClock {
    private static final Logger LOG = Logger.getLogger(ReconcileClock.class.getName());
    private static final long LOOK_MILLIS = 1_000;
    /** A new till has payments to see to first. */
    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** Until a round that could not be ended goes on. */
    private static final long SOON_NANOS = TimeUnit.SECONDS.toNanos(30);

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private ReconcileBook book;

    @Inject
    private NoticeBook notices;

    @Inject
    private Gateway gateway;

    private Shift shift;
    private ScheduledExecutorService clock;
    private NoticeWorker worker;
    private ReconcileRound round;
    private long everyNanos;
    private FencingToken known;
    private boolean first;
    private long nextNanos;

    /** The same two as {@link TillWork#start} takes. */
    public void start(Supplier<Optional<Tenure>> tenure, Consumer<FencingToken> lost) {
        ReconcileSettings settings = ReconcileSettings.read(ConfigProvider.getConfig());
        everyNanos = settings.every().toNanos();
        shift = new Shift(tenure, lost);
        GatewayBooks theirs = new GatewayBooks(gateway.client());
        Reconciler reconciler = new Reconciler(book, theirs, settings.orphanCapture(), shift);
        round = new ReconcileRound(book, theirs, reconciler);
        worker = new NoticeWorker(notices, reconciler);
        clock = Executors.newScheduledThreadPool(2, threads);
        clock.scheduleWithFixedDelay(() -> guarded(this::look), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(() -> guarded(this::tick), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Begins nothing any more. A call that is under way is not waited for: its intention is written down. */
    public void stop() {
        clock.shutdownNow();
    }

    private void look(FencingToken token) {
        worker.look(token);
    }

    private void tick(FencingToken token) {
        long now = System.nanoTime();
        if (!token.equals(known)) {
            known = token;
            first = true;
            nextNanos = now + SETTLE_NANOS;
        }
        // Shoppers wait at a closed checkout: no time to settle then.
        boolean closed = book.isCheckoutClosed();
        if (now - nextNanos < 0 && !closed) {
            return;
        }
        nextNanos = now + SOON_NANOS;
        if (closed) {
            // What is done again for a new till waits for the next round: the replica knows how far the sweeps came,
            // and what only the old primary knew is younger than that.
            if (round.compare()) {
                book.openCheckout(token);
                LOG.info("both books agree or their differences are written down: checkout is open again");
            }
            return;
        }
        boolean done = round.run(first);
        first = false;
        notices.forget(token);
        nextNanos = System.nanoTime() + (done ? everyNanos : SOON_NANOS);
    }

    private void guarded(Consumer<FencingToken> task) {
        Optional<FencingToken> token = shift.acting();
        if (token.isEmpty()) {
            return;
        }
        try {
            task.accept(token.get());
        } catch (FencedOut e) {
            shift.lost(token.get());
        } catch (OffDuty e) {
            LOG.log(Level.INFO, "reconciling ends here: {0}", e.getMessage());
        } catch (RuntimeException e) {
            // The database or the gateway did not answer; the next look goes on where this one stopped.
            LOG.log(Level.WARNING, "the books could not be reconciled: {0}", e.toString());
        }
    }
}
