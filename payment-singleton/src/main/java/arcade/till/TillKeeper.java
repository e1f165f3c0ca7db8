package arcade.till;

import arcade.cluster.FencingToken;
import arcade.cluster.LeaseView;
import arcade.cluster.Node;
import arcade.cluster.NodeLeaves;
import arcade.cluster.Role;
import arcade.till.book.PaymentBook;
import arcade.till.failpoint.Failpoint;
import arcade.till.lease.Candidacy;
import arcade.till.lease.LeaseDesk;
import arcade.till.lease.Silence;
import arcade.till.lease.Tenure;
import arcade.till.line.TillWork;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps this node in the competition for the till: as the holder it beats each second, otherwise it looks five times a second
 * whether the lease has run out, and then asks for it. Only nodes with the role {@code till} compete. A polite stop hands the lease over
 * at once, after the calls in flight have come back.
 *
 * <p>Hazard: the beat has a thread of its own, so that no other work can starve it.
 */
@ApplicationScoped
public class TillKeeper {
    private static final Logger LOG = Logger.getLogger(TillKeeper.class.getName());
    private static final long BEAT_MILLIS = 1_000;
    private static final long LOOK_MILLIS = 200;
    private static final long STOP_SECONDS = 2;
    private static final int BEATS_PER_WATCH = 10;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Node node;

    @Inject
    private LeaseDesk lease;

    @Inject
    private Candidacy candidacy;

    @Inject
    private PaymentBook book;

    @Inject
    private TillWork work;

    @Inject
    private ReconcileClock reconciling;

    private final Silence silence = new Silence();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private ScheduledExecutorService clock;
    private volatile Tenure tenure;
    /** Of which tenure the work has begun. */
    private volatile FencingToken working;

    private int beats;

    public void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        Failpoint.check();
        // An enterprise archive tells of each of its modules.
        if (clock != null) {
            return;
        }
        if (!node.is(Role.TILL)) {
            LOG.log(Level.INFO, "{0} does not compete for the till: it has not the role", node.name());
            return;
        }
        clock = Executors.newScheduledThreadPool(2, threads);
        // The first look comes a moment later: the cluster's desk takes no calls while the application is being
        // started.
        clock.scheduleWithFixedDelay(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(this::look, BEAT_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        work.start(this::tenure, this::lost);
        reconciling.start(this::tenure, this::lost);
    }

    /** While the server still runs, and with it the cluster's desk. */
    public void leave(@Observes NodeLeaves asked) {
        stop();
    }

    @PreDestroy
    public void stop() {
        if (clock == null || stopped.getAndSet(true)) {
            return;
        }
        reconciling.stop();
        work.stop();
        Failpoint.BEFORE_HAND_OVER.reached();
        endBeats();
        Tenure last = tenure;
        tenure = null;
        if (last != null) {
            lease.release(last.token());
            LOG.log(Level.INFO, "{0} hands the till over, epoch {1}", new Object[] {
                node.name(), last.token().epoch()
            });
        }
    }

    /** A beat that is under way must not come after the hand-over and renew the lease for nobody. */
    private void endBeats() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                clock.shutdownNow();
            }
        } catch (InterruptedException e) {
            clock.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Tenure> tenure() {
        return Optional.ofNullable(tenure).filter(held -> held.token().equals(working));
    }

    private void beat() {
        Tenure present = tenure;
        if (present == null) {
            return;
        }
        long before = System.nanoTime();
        try {
            if (lease.beat(present.token())) {
                tenure = present.renewed(before);
                watchTheClock(present.token());
            } else {
                lost(present.token());
            }
        } catch (RuntimeException e) {
            // The database does not answer. The tenure ages by the monotonic clock and stops acting by itself.
            LOG.log(Level.WARNING, "no beat of the till: {0}", e.getMessage());
        }
    }

    /** A database whose clock was set back would let payments wait until the same time comes again. */
    private void watchTheClock(FencingToken token) {
        if (++beats % BEATS_PER_WATCH == 0 && book.wakeFromTheFuture(token) > 0) {
            LOG.severe("the database's clock was set back; payments that waited for its future are looked at now."
                    + " Check the time synchronisation of the database's machine");
        }
    }

    private void look() {
        if (tenure != null || clock.isShutdown()) {
            return;
        }
        try {
            LeaseView view = lease.look();
            if (view.alive() && silence.isTooLong(view, System.nanoTime())) {
                LOG.severe("the till is silent, but its lease does not end: was the database's clock set back?");
                lease.endSilent(view);
            } else if (!view.alive()) {
                take();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot look for the till: {0}", e.getMessage());
        }
    }

    private void take() {
        long before = System.nanoTime();
        Optional<FencingToken> token = candidacy.ask(node.owner());
        if (token.isPresent()) {
            Failpoint.LEASE_TAKEN.reached();
            // It beats from now on, however long the database takes for the next step; what it begins itself would be
            // in
            // flight, too, so it begins nothing before that.
            tenure = new Tenure(token.get(), before);
            makeInFlightDue(token.get());
            working = token.get();
            LOG.log(Level.INFO, "{0} is the till now, epoch {1}", new Object[] {
                node.name(), token.get().epoch()
            });
        }
    }

    /** Only a short cut: what the dead till had in flight comes due by itself. */
    private void makeInFlightDue(FencingToken token) {
        try {
            book.takeOver(token);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "what was in flight waits for its time: {0}", e.toString());
        }
    }

    private void lost(FencingToken token) {
        Tenure present = tenure;
        if (present != null && present.token().equals(token)) {
            tenure = null;
            LOG.log(Level.WARNING, "{0} is no longer the till: epoch {1} is over", new Object[] {
                node.name(), token.epoch()
            });
        }
    }
}
