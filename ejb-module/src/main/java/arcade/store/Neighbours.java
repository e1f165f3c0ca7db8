package arcade.store;

import arcade.database.Sql;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The names that a shopper may go on with: those of a store's owner that have a label. Known for {@code arcade.store.cache.seconds},
 * then read beside the request.
 */
@ApplicationScoped
public class Neighbours {
    private static final int MOST = 50;
    private static final int MOST_CACHED = 10_000;
    private static final String READ =
            "SELECT d.host, d.label, s.locale FROM store s JOIN store_domain d ON d.store_id = s.id"
                    + " WHERE %s = ? AND d.label <> '' ORDER BY d.label, d.host LIMIT " + MOST;

    @Inject
    private Sql sql;

    @Resource
    private ManagedExecutorService reloads;

    @Inject
    @ConfigProperty(name = "arcade.store.cache.seconds", defaultValue = "5")
    private long cacheSeconds;

    @Inject
    private Revisions revisions;

    private LoadingCache<Whose, Known> known;

    /** @param changes of all stores when the names were read; as long as there are no more, they are what they were */
    private record Known(long changes, List<Neighbour> names) {}

    /** @param store its id, for a store without an owner */
    private record Whose(String owner, long store) {
        static Whose of(Store store) {
            return new Whose(store.owner(), store.owner().isEmpty() ? store.id() : 0);
        }
    }

    @PostConstruct
    void open() {
        known = Caffeine.newBuilder()
                .maximumSize(MOST_CACHED)
                .refreshAfterWrite(Duration.ofSeconds(cacheSeconds))
                .expireAfterAccess(Duration.ofMinutes(10))
                .executor(reloads)
                .build(new Reading());
    }

    /** Where one may go on from a host name of the store; not the name itself. */
    public List<Neighbour> of(Store store, String host) {
        String here = Stores.bare(host);
        return known.get(Whose.of(store)).names().stream()
                .filter(each -> !each.host().equals(here))
                .toList();
    }

    /** The one of that very name, if one may go on there. */
    public Optional<Neighbour> find(Store store, String host, String wanted) {
        return of(store, host).stream()
                .filter(each -> each.host().equals(wanted))
                .findFirst();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) StoreChanged change) {
        known.invalidateAll();
    }

    private final class Reading implements CacheLoader<Whose, Known> {
        @Override
        public Known load(Whose whose) {
            long changes = revisions.changes();
            return new Known(changes, read(whose));
        }

        @Override
        public Known reload(Whose whose, Known before) {
            return before.changes() == revisions.changes() ? before : load(whose);
        }
    }

    private List<Neighbour> read(Whose whose) {
        return whose.owner().isEmpty()
                ? sql.list(READ.formatted("s.id"), Neighbours::row, whose.store())
                : sql.list(READ.formatted("s.owner"), Neighbours::row, whose.owner());
    }

    private static Neighbour row(ResultSet row) throws SQLException {
        return new Neighbour(row.getString(1), row.getString(2), Locale.forLanguageTag(row.getString(3)));
    }
}
