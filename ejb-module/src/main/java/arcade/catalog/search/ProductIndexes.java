package arcade.catalog.search;

import arcade.store.Revisions;
import arcade.store.Store;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.store.MMapDirectory;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The index of each store that was asked for on this node, in files of this node. It is made beside the requests; until it is there, and
 * while a newer one is being made, whoever asks gets nothing or the one before. Everything in it is in the database, too.
 */
@ApplicationScoped
public class ProductIndexes {
    private static final Logger LOG = Logger.getLogger(ProductIndexes.class.getName());

    @Inject
    private IndexedRows rows;

    @Inject
    private Revisions revisions;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    @ConfigProperty(name = "arcade.catalog.index.folder")
    private Optional<Path> configured;

    private final Map<Long, Held> held = new ConcurrentHashMap<>();
    private final Set<Long> wanted = ConcurrentHashMap.newKeySet();
    private ExecutorService maker;
    private Path folder;

    /** @param revision the catalogue's, as it was when the reading began: what came later may be in it or not */
    public record Held(long revision, ProductIndex index) {}

    @PostConstruct
    void open() {
        maker = Executors.newSingleThreadExecutor(threads);
        try {
            folder = configured.isPresent()
                    ? Files.createDirectories(configured.get())
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
        } catch (IOException e) {
            LOG.log(Level.FINE, "the index stays in " + folder, e);
        }
    }

    /** The newest there is; a newer one is begun where the catalogue has changed since. */
    public Optional<Held> of(Store store) {
        Held present = held.get(store.id());
        if ((present == null || present.revision() < revisions.of(store)) && wanted.add(store.id())) {
            maker.execute(() -> make(store));
        }
        return Optional.ofNullable(present);
    }

    private void make(Store store) {
        // From here on a change asks for another one.
        wanted.remove(store.id());
        long begun = System.nanoTime();
        long revision = revisions.of(store);
        try {
            Path files = Files.createTempDirectory(folder, "store-" + store.id() + "-");
            ProductIndex made = ProductIndex.of(new MMapDirectory(files), store.locale(), add -> rows.each(store, add));
            Held before = held.put(store.id(), new Held(revision, made));
            if (before != null) {
                before.index().close();
            }
            LOG.log(Level.INFO, "index of {0}: {1} products in {2} ms", new Object[] {
                store.code(), made.size(), (System.nanoTime() - begun) / 1_000_000
            });
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "no new index of " + store.code() + "; the one before serves on", e);
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
