package arcade.store;

import arcade.database.Sql;
import arcade.database.Transactions;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The stores of this house. A change made on another node is seen here after {@code arcade.store.cache.seconds}. */
@ApplicationScoped
public class Stores {
    private static final int MOST_CACHED_HOSTS = 10_000;

    @Inject
    private StoreRows rows;

    @Inject
    private Sql sql;

    @Inject
    private Transactions transactions;

    @Inject
    private Revisions revisions;

    @Inject
    private Event<StoreChanged> changed;

    @Resource
    private ManagedExecutorService reloads;

    @Inject
    @ConfigProperty(name = "arcade.store.cache.seconds", defaultValue = "5")
    private long cacheSeconds;

    private LoadingCache<String, Optional<Store>> byHost;

    @PostConstruct
    void open() {
        // Reloaded beside the request: a store known here is served on while the database is away.
        byHost = Caffeine.newBuilder()
                .maximumSize(MOST_CACHED_HOSTS)
                .refreshAfterWrite(Duration.ofSeconds(cacheSeconds))
                .expireAfterAccess(Duration.ofMinutes(10))
                .executor(reloads)
                .build(new ByHost());
    }

    /** What a store's revision tells unchanged is not read again: with many shops most of their requests are such. */
    private final class ByHost implements CacheLoader<String, Optional<Store>> {
        @Override
        public Optional<Store> load(String host) {
            return loadByHost(host);
        }

        @Override
        public Optional<Store> reload(String host, Optional<Store> before) {
            return before.isPresent() && isUnchanged(before.get()) ? before : loadByHost(host);
        }

        private boolean isUnchanged(Store store) {
            return revisions.of(store) <= store.catalogRevision();
        }
    }

    /** The store of a request: the host as the client sent it, with or without a port. */
    public Optional<Store> byHost(String host) {
        return byHost.get(bare(host));
    }

    public Optional<Store> byId(long id) {
        return read(() -> rows.byId(id));
    }

    public Optional<Store> byCode(String code) {
        return StoreSetup.isCode(code) ? read(() -> rows.byCode(code)) : Optional.empty();
    }

    /**
     * Makes the store of the setup's code, or changes it.
     *
     * @throws HostTaken a host name is another store's
     * @throws IllegalArgumentException the store exists in another currency
     */
    @Transactional
    public Store put(StoreSetup setup) {
        Store store = byCode(setup.code()).orElse(null);
        if (store == null) {
            store = Store.opened(setup);
            rows.add(store);
        } else {
            store.setUp(setup);
        }
        rows.write();
        domains(store, setup);
        revisions.raise(store.id());
        changed.fire(new StoreChanged(store, setup));
        return store;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) StoreChanged change) {
        byHost.invalidateAll();
    }

    private void domains(Store store, StoreSetup setup) {
        sql.update("DELETE FROM store_domain WHERE store_id = ?", store.id());
        for (String host : setup.domains()) {
            int added = sql.update(
                    "INSERT IGNORE INTO store_domain (host, store_id, label) VALUES (?, ?, ?)",
                    host,
                    store.id(),
                    setup.family().offered().getOrDefault(host, ""));
            if (added == 0) {
                throw new HostTaken(host, owner(host));
            }
        }
    }

    private String owner(String host) {
        return loadByHost(host).map(Store::code).orElse("of another change under way");
    }

    private Optional<Store> loadByHost(String host) {
        return read(() -> sql.first("SELECT store_id FROM store_domain WHERE host = ?", row -> row.getLong(1), host)
                .flatMap(rows::byId));
    }

    /** Outside a transaction threads would share one persistence context, which the first to be done closes. */
    private Optional<Store> read(Supplier<Optional<Store>> question) {
        return transactions.run(question);
    }

    /** A host as it is stored: without port, in lower case. */
    public static String bare(String host) {
        String name = host == null ? "" : host.strip().toLowerCase(Locale.ROOT);
        int port = name.lastIndexOf(':');
        String bare = port < 0 || name.endsWith("]") ? name : name.substring(0, port);
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
