package arcade.catalog.search;

import arcade.catalog.SoldOutAsked;
import arcade.store.Store;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What is sold out in each store that was asked for on this node, as of some seconds ago. It is read beside the requests and rests
 * twenty times as long as the reading took, so that it takes a twentieth of one database connection at most.
 */
@ApplicationScoped
public class SoldOutProducts {
    private static final Logger LOG = Logger.getLogger(SoldOutProducts.class.getName());
    private static final Duration SHORTEST_REST = Duration.ofSeconds(5);
    private static final int RESTS = 20;

    @Inject
    private Event<SoldOutAsked> asked;

    @Resource
    private ManagedExecutorService threads;

    private final Map<Long, Seen> seen = new ConcurrentHashMap<>();
    private final Set<Long> looking = ConcurrentHashMap.newKeySet();

    /** @param until nanoTime when it is looked again */
    private record Seen(SoldOut products, long until) {}

    /** Nothing before the first look has ended. */
    public SoldOut of(Store store) {
        Seen last = seen.get(store.id());
        if ((last == null || System.nanoTime() - last.until() > 0) && looking.add(store.id())) {
            try {
                threads.execute(() -> look(store));
            } catch (RejectedExecutionException e) {
                looking.remove(store.id());
                LOG.log(Level.FINE, "no thread to look for what is sold out", e);
            }
        }
        return last == null ? SoldOut.NOTHING : last.products();
    }

    private void look(Store store) {
        long begun = System.nanoTime();
        SoldOut products = seen.containsKey(store.id()) ? seen.get(store.id()).products() : SoldOut.NOTHING;
        try {
            SoldOutAsked question = new SoldOutAsked(store);
            asked.fire(question);
            SoldOut now = SoldOut.of(question.products());
            // The same object for the same products.
            products = now.equals(products) ? products : now;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "what is sold out in " + store.code() + " was not read; it stays as it was", e);
        } finally {
            long now = System.nanoTime();
            seen.put(store.id(), new Seen(products, now + Math.max(SHORTEST_REST.toNanos(), RESTS * (now - begun))));
            looking.remove(store.id());
        }
    }
}
