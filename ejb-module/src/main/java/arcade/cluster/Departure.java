package arcade.cluster;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The way out of a node that gets SIGTERM while shoppers are with it. It says that it is not ready, hands over what it holds
 * ({@link NodeLeaves}), and serves on until the router has heard it and no request is in flight; only then the server stops. Where
 * nobody asks whether it is ready, as when the router has closed it already, it goes at once.
 *
 * <p>Only where {@code arcade.departs-on-sigterm} is set: on a server of several applications SIGTERM is not this one's.
 */
@ApplicationScoped
public class Departure {
    private static final Logger LOG = Logger.getLogger(Departure.class.getName());
    /** As the virtual machine ends itself by SIGTERM. */
    private static final int ENDED_BY_SIGTERM = 143;
    /** The router gives a node up after two bad answers, and asks again within half a second of the first. */
    private static final int HEARD = 2;

    private static final Duration ASKED_LATELY = Duration.ofSeconds(2);
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(4);
    private static final Duration IN_FLIGHT_WITHIN = Duration.ofSeconds(5);
    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Event<NodeLeaves> leaving;

    @Inject
    @ConfigProperty(name = "arcade.departs-on-sigterm", defaultValue = "false")
    private boolean onSignal;

    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private volatile long asked = System.nanoTime() - ASKED_LATELY.toNanos();
    private volatile boolean begun;
    private boolean started;

    /** For the container. */
    public Departure() {}

    Departure(Event<NodeLeaves> leaving) {
        this.leaving = leaving;
    }

    public void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        // An enterprise archive tells of each of its modules.
        if (onSignal && !started) {
            started = true;
            TerminationSignal.before(this::leaveWithContext, () -> System.exit(ENDED_BY_SIGTERM));
        }
    }

    /** Asked by the router. @return false once this node leaves */
    public boolean stays() {
        asked = System.nanoTime();
        if (begun) {
            told.incrementAndGet();
        }
        return !begun;
    }

    public void requestBegins() {
        inFlight.incrementAndGet();
    }

    public void requestEnds() {
        inFlight.decrementAndGet();
    }

    private void leaveWithContext() {
        Thread way = threads.newThread(this::leave);
        way.start();
        try {
            way.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the server may stop. */
    void leave() {
        long since = System.nanoTime();
        begun = true;
        try {
            leaving.fire(new NodeLeaves());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "not everything could be handed over; others take it when its time is over", e);
        }
        await(HEARD_WITHIN, () -> told.get() >= HEARD || System.nanoTime() - asked >= ASKED_LATELY.toNanos());
        await(IN_FLIGHT_WITHIN, () -> inFlight.get() <= 0);
        LOG.log(Level.INFO, "leaves after {0} ms; {1} requests in flight", new Object[] {
            Duration.ofNanos(System.nanoTime() - since).toMillis(), inFlight.get()
        });
    }

    private static void await(Duration atMost, BooleanSupplier enough) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!enough.getAsBoolean() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
