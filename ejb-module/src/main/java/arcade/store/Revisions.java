package arcade.store;

import arcade.database.Sql;
import arcade.database.SqlFailure;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The catalogue revisions of all stores, read by one small query each {@code arcade.catalog.revision.poll.millis}: what
 * a node caches by them is at most about that old. While the database is away the last known numbers stay.
 */
@ApplicationScoped
public class Revisions {
    private static final Logger LOG = Logger.getLogger(Revisions.class.getName());

    @Inject
    private Sql sql;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    @ConfigProperty(name = "arcade.catalog.revision.poll.millis", defaultValue = "1000")
    private long pollMillis;

    private final Map<Long, Long> known = new ConcurrentHashMap<>();
    private ScheduledFuture<?> poll;
    private volatile boolean away;
    private volatile long changes;

    @PostConstruct
    void start() {
        poll = timer.scheduleWithFixedDelay(this::poll, pollMillis, pollMillis, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        poll.cancel(false);
    }

    /** The store's catalogue revision as this node knows it. */
    public long of(Store store) {
        Long revision = known.get(store.id());
        if (revision == null) {
            refresh();
            revision = known.getOrDefault(store.id(), store.catalogRevision());
        }
        return revision;
    }

    /** Another number after any change of any store, as this node knows it. */
    long changes() {
        return changes;
    }

    /** Lets nobody else write what the store shows until the caller's transaction ends: writers take turns at the store's row. */
    public void hold(long storeId) {
        sql.first("SELECT id FROM store WHERE id = ? FOR UPDATE", row -> row.getLong(1), storeId);
    }

    /** Raises the store's revision, inside the caller's transaction. */
    public void raise(long storeId) {
        sql.update("UPDATE store SET catalog_revision = catalog_revision + 1 WHERE id = ?", storeId);
    }

    /** Reads the revisions now, so that this node shows a change of its own at once. */
    public void refresh() {
        List<Long> all = sql.list(
                "SELECT id, catalog_revision FROM store",
                row -> known.merge(row.getLong(1), row.getLong(2), Math::max));
        changes = all.stream().mapToLong(Long::longValue).sum();
    }

    private void poll() {
        try {
            refresh();
            away = false;
        } catch (SqlFailure e) {
            LOG.log(away ? Level.FINE : Level.WARNING, "catalogue revisions not read; pages show what is cached", e);
            away = true;
        }
    }
}
