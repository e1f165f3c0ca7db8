package arcade.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/**
 * Something of each store, read once for each of its revisions, so a change is in force everywhere after a second or two.
 *
 * @param <T> cannot be changed
 */
public final class PerRevision<T> {
    private static final int MOST = 2_000;

    private record Key(long store, long revision) {}

    private final Cache<Key, T> known = Caffeine.newBuilder().maximumSize(MOST).build();

    /** @param revision as {@link Revisions#of} says it */
    public T of(Store store, long revision, Supplier<T> read) {
        return known.get(new Key(store.id(), revision), key -> read.get());
    }
}
