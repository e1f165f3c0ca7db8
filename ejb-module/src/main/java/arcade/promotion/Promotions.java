package arcade.promotion;

import arcade.database.Transactions;
import arcade.store.PerRevision;
import arcade.store.Revisions;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The price rules of all stores, kept by the store's revision, so a change is in force everywhere after a second or two. A rule that
 * orders may name is never deleted, only made inactive.
 */
@ApplicationScoped
public class Promotions {
    private final PerRevision<List<Promotion>> cached = new PerRevision<>();

    @Inject
    private PromotionRows rows;

    @Inject
    private Revisions revisions;

    @Inject
    private Transactions transactions;

    @Inject
    private Clock clock;

    /** Those that are active, also those that begin later: each says itself when it holds. */
    public List<Promotion> of(Store store) {
        return cached.of(store, revisions.of(store), () -> rows.active(store, clock.instant()));
    }

    /** Active and inactive ones, the newest first, for those who keep the rules. */
    public List<KeptPromotion> all(Store store) {
        return rows.all(store);
    }

    public Optional<KeptPromotion> find(Store store, long id) {
        return rows.byId(store, id);
    }

    /** Those of these ids, of whatever store, by id. */
    public Map<Long, KeptPromotion> find(List<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows.byIds(ids).stream()
                        .collect(Collectors.toMap(kept -> kept.promotion().id(), Function.identity()));
    }

    /** @return the id of the new rule; that of the argument does not count */
    public long add(Store store, Promotion promotion, boolean active) {
        return transactions.run(() -> {
            revisions.raise(store.id());
            return rows.insert(store, promotion, active);
        });
    }

    /**
     * Changes the rule of that id.
     *
     * @param version of the rule that the change was made from
     * @return false, and nothing is changed: somebody else changed it meanwhile, or the store has no such rule
     */
    public boolean change(Store store, Promotion promotion, boolean active, long version) {
        return transactions.run(() -> {
            // The store's row first, as all do who write what it shows: they take turns and never wait crosswise.
            revisions.raise(store.id());
            return rows.update(store, promotion, active, version);
        });
    }
}
