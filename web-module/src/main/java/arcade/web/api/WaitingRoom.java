package arcade.web.api;

import arcade.cluster.NodeLeaves;
import arcade.database.SqlFailure;
import arcade.ordering.Orders;
import arcade.payment.PaymentState;
import arcade.shared.Token;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where requests wait for their payments, without a thread each. While somebody waits, one ticker asks the database for all of
 * them in one query each {@code arcade.api.wait.poll.millis}. At most {@code arcade.api.wait.most} wait on a node; who finds it
 * full is served at once.
 *
 * <p>Concurrency: the lock guards the queue and the ticker's life, and is never held while the database is asked or somebody is
 * served.
 */
@ApplicationScoped
public class WaitingRoom {
    private static final Logger LOG = Logger.getLogger(WaitingRoom.class.getName());
    private static final int SERVANTS = 4;

    @Inject
    private Orders orders;

    // Its threads carry the application's context from the start; the managed executors look it up anew for each task,
    // in every library of the server.
    @Resource
    private ManagedThreadFactory threads;

    @Inject
    @ConfigProperty(name = "arcade.api.wait.poll.millis", defaultValue = "75")
    private long pollMillis;

    @Inject
    @ConfigProperty(name = "arcade.api.wait.most", defaultValue = "500")
    private int most;

    private final Object lock = new Object();
    private Deque<Guest> guests = new ArrayDeque<>();
    private ScheduledExecutorService timer;
    private ExecutorService servants;
    private boolean ticking;
    private boolean closed;

    private record Guest(Token order, long deadlineNanos, Predicate<PaymentState> enough, Runnable serve) {

        boolean isDone(Map<Token, PaymentState> progress, long now) {
            PaymentState state = progress.get(order);
            return state != null && enough.test(state) || now - deadlineNanos >= 0;
        }
    }

    /**
     * Serves once: when the payment's state is enough, when the time is over, or at once when there is no room.
     *
     * @param serve runs on a thread of the server or on the caller's; must not throw
     */
    void await(Token order, Duration atMost, Predicate<PaymentState> enough, Runnable serve) {
        Guest guest = new Guest(order, System.nanoTime() + atMost.toNanos(), enough, serve);
        if (!admit(guest)) {
            serve.run();
        }
    }

    @PostConstruct
    void open() {
        timer = Executors.newSingleThreadScheduledExecutor(threads);
        servants = Executors.newFixedThreadPool(SERVANTS, threads);
    }

    /** Whoever waits may ask another node. */
    void leave(@Observes(notifyObserver = Reception.IF_EXISTS) NodeLeaves asked) {
        close();
    }

    @PreDestroy
    void close() {
        Deque<Guest> rest;
        synchronized (lock) {
            closed = true;
            rest = guests;
            guests = new ArrayDeque<>();
        }
        rest.forEach(guest -> guest.serve().run());
        timer.shutdownNow();
        servants.shutdown();
    }

    private boolean admit(Guest guest) {
        synchronized (lock) {
            if (closed || guests.size() >= most) {
                return false;
            }
            guests.add(guest);
            if (!ticking) {
                ticking = true;
                schedule();
            }
            return true;
        }
    }

    private void schedule() {
        timer.schedule(this::tick, pollMillis, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        List<Guest> waiting;
        synchronized (lock) {
            waiting = List.copyOf(guests);
        }
        Map<Token, PaymentState> progress = Map.of();
        try {
            progress = orders.progress(
                    waiting.stream().map(Guest::order).distinct().toList());
        } catch (SqlFailure failure) {
            LOG.log(Level.WARNING, "orders that are waited for could not be asked for; asked again", failure);
        } finally {
            // Whatever happened: nobody waits for ever.
            release(waiting, progress);
        }
    }

    private void release(List<Guest> waiting, Map<Token, PaymentState> progress) {
        long now = System.nanoTime();
        List<Guest> done = new ArrayList<>();
        waiting.stream().filter(guest -> guest.isDone(progress, now)).forEach(done::add);
        synchronized (lock) {
            guests.removeAll(done);
            ticking = !guests.isEmpty() && !closed;
            if (ticking) {
                schedule();
            }
        }
        // On other threads, so that one slow client holds up nobody.
        done.forEach(guest -> servants.execute(guest.serve()));
    }
}
