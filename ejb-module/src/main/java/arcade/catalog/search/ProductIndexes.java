package arcade.catalog.search;

import arcade.store.Revisions;
import arcade.store.Store;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.store.MMapDirectory;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The index of each store that was asked for on this node, in files of this node. It is made beside the requests, by one thread; until
 * it is there, and while a newer one is being made, whoever asks gets nothing or the one before. Everything in it is in the database too.
 * A change of the catalogue brings in what was changed since, by {@code product.updated_at}: who changes a variant touches its product.
 */
@ApplicationScoped
public class ProductIndexes {
    private static final Logger LOG = Logger.getLogger(ProductIndexes.class.getName());
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    /** Writers of one store take turns at its row, so what is committed later was touched later, but for the clock of a new primary. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    @Inject
    private IndexedRows rows;

    @Inject
    private Revisions revisions;

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ManagedScheduledExecutorService later;

    @Inject
    @ConfigProperty(name = "arcade.catalog.index.folder")
    private Optional<String> configured;

    private final Map<Long, Held> held = new ConcurrentHashMap<>();
    private final Map<Long, Long> tried = new ConcurrentHashMap<>();
    private final Set<Long> wanted = ConcurrentHashMap.newKeySet();
    private ExecutorService maker;
    private Path folder;

    /**
     * @param revision the catalogue's, as it was when the reading began: what came later may be in it or not
     * @param read when the reading began, by the database's clock
     */
    public record Held(long revision, LocalDateTime read, ProductIndex index) {}

    @PostConstruct
    void open() {
        maker = Executors.newSingleThreadExecutor(threads);
        try {
            folder = configured.isPresent()
                    ? Files.createDirectories(Path.of(configured.get()))
                    : Files.createTempDirectory("arcade-index-");
            // Of a process that died.
            empty(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("arcade.catalog.index.folder cannot be used", e);
        }
    }

    @PreDestroy
    void close() {
        maker.shutdownNow();
        held.values().forEach(each -> each.index().close());
        try {
            empty(folder);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.log(Level.FINE, "the index stays in " + folder, e);
        }
    }

    /** The newest there is; a newer one is begun where the catalogue has changed since. */
    public Optional<Held> of(Store store) {
        Held present = held.get(store.id());
        if (!isCurrent(store, present) && mayTry(store) && wanted.add(store.id())) {
            maker.execute(() -> renew(store));
        }
        return Optional.ofNullable(present);
    }

    /** As {@link #of}, after waiting for the first one so long, if need be. */
    public Optional<Held> awaited(Store store, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<Held> present = of(store);
        while (present.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            present = of(store);
        }
        return present;
    }

    public boolean isCurrent(Store store, Held index) {
        return index != null && index.revision() >= revisions.of(store);
    }

    private boolean mayTry(Store store) {
        Long last = tried.get(store.id());
        return last == null || System.nanoTime() - last > BETWEEN_TRIES.toNanos();
    }

    private void renew(Store store) {
        Held before = held.get(store.id());
        long begun = System.nanoTime();
        try {
            if (!isCurrent(store, before)) {
                long revision = revisions.of(store);
                LocalDateTime read = rows.now();
                ProductIndex made = before == null ? whole(store) : changed(store, before);
                held.put(store.id(), new Held(revision, read, made));
                if (before != null) {
                    // Whoever was given it a moment ago has not begun to read it yet, perhaps.
                    later.schedule(before.index()::close, GRACE.toSeconds(), TimeUnit.SECONDS);
                }
                LOG.log(
                        before == null ? Level.INFO : Level.FINE,
                        "index of {0}: {1} products in {2} ms, {3} kB",
                        new Object[] {
                            store.code(), made.size(), (System.nanoTime() - begun) / 1_000_000, made.bytes() / 1000
                        });
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "no new index of " + store.code() + "; the one before serves on", e);
        } finally {
            tried.put(store.id(), System.nanoTime());
            // From here on a change asks for another one.
            wanted.remove(store.id());
        }
    }

    private ProductIndex changed(Store store, Held before) {
        LocalDateTime since = before.read().minus(OVERLAP);
        ProductIndex made =
                before.index().with(add -> rows.changedSince(store, since, add), rows.goneSince(store, since));
        if (made.size() <= rows.count(store)) {
            return made;
        }
        // Something was deleted, which leaves no row that says so.
        made.close();
        return whole(store);
    }

    private ProductIndex whole(Store store) {
        try {
            Path files = Files.createTempDirectory(folder, "store-" + store.id() + "-");
            return ProductIndex.of(new MMapDirectory(files), store.locale(), add -> rows.each(store, add));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for an index in " + folder, e);
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(folder)) {
                    Files.delete(each);
                }
            }
        }
    }
}
