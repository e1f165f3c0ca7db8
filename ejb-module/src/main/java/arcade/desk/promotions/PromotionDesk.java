package arcade.desk.promotions;

import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.desk.promotions.PromotionAnswer.ChangedMeanwhile;
import arcade.desk.promotions.PromotionAnswer.Gone;
import arcade.desk.promotions.PromotionAnswer.Saved;
import arcade.promotion.KeptPromotion;
import arcade.promotion.Promotion;
import arcade.promotion.Promotions;
import arcade.staff.Acting;
import arcade.staff.AuditLog;
import arcade.staff.StaffRole;
import arcade.store.Revisions;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Price rules, made and changed by staff. Each change raises the store's revision, by which all nodes drop what they cached, and is in
 * the log. Two may have one rule open: its version tells the second that somebody was before him.
 */
@ApplicationScoped
public class PromotionDesk {
    /** The kind of subject in the audit log. */
    public static final String KIND = "promotion";

    @Inject
    private Promotions promotions;

    @Inject
    private Sql sql;

    @Inject
    private Revisions revisions;

    @Inject
    private AuditLog log;

    @Inject
    private Transactions transactions;

    /**
     * Makes a rule. Sent twice it is made once: when the store has exactly this rule already, nothing is written.
     *
     * @param wanted its id does not count
     * @return the rule that is there now
     */
    public KeptPromotion add(Acting acting, Store store, Promotion wanted, boolean active) {
        acting.require(StaffRole.SHOPKEEPER);
        return written(() -> {
            // So the second of two clicks sees what the first wrote.
            revisions.hold(store.id());
            return promotions.all(store).stream()
                    .filter(kept -> kept.active() == active && isSame(kept.promotion(), wanted))
                    .findFirst()
                    .orElseGet(() -> insert(acting, store, wanted, active));
        });
    }

    /** @param version of the rule that the change was made from */
    public PromotionAnswer change(Acting acting, Store store, Promotion wanted, boolean active, long version) {
        acting.require(StaffRole.SHOPKEEPER);
        return written(() -> {
            revisions.hold(store.id());
            return write(acting, store, wanted, active, version, "promotion.change");
        });
    }

    /** Stops or resumes a rule as it is; whatever else was changed meanwhile stays. */
    public PromotionAnswer turn(Acting acting, Store store, long id, boolean active) {
        acting.require(StaffRole.SHOPKEEPER);
        return written(() -> {
            revisions.hold(store.id());
            Optional<KeptPromotion> now = promotions.find(store, id);
            if (now.isEmpty() || now.get().active() == active) {
                return now.<PromotionAnswer>map(Saved::new).orElseGet(Gone::new);
            }
            String action = active ? "promotion.resume" : "promotion.stop";
            return write(acting, store, now.get().promotion(), active, now.get().version(), action);
        });
    }

    /** The product of a handle, or else of a variant's SKU: two looks into unique keys. @return its handle */
    public Optional<String> product(Store store, String words) {
        if (!Sql.isAscii(words)) {
            return Optional.empty();
        }
        return handle("SELECT handle FROM product WHERE store_id = ? AND handle = ?", store, words)
                .or(() -> handle(
                        "SELECT p.handle FROM variant v JOIN product p ON p.id = v.product_id"
                                + " WHERE v.store_id = ? AND v.sku = ?",
                        store,
                        words));
    }

    private Optional<String> handle(String query, Store store, String words) {
        return sql.first(query, row -> row.getString(1), store.id(), words);
    }

    private KeptPromotion insert(Acting acting, Store store, Promotion wanted, boolean active) {
        long id = promotions.add(store, wanted, active);
        KeptPromotion now = promotions.find(store, id).orElseThrow();
        log.write(Optional.of(acting), "promotion.add", KIND, subject(store, id), null, PromotionJson.of(now));
        return now;
    }

    private PromotionAnswer write(
            Acting acting, Store store, Promotion wanted, boolean active, long version, String action) {
        Optional<KeptPromotion> before = promotions.find(store, wanted.id());
        if (before.isEmpty()) {
            return new Gone();
        }
        if (!promotions.change(store, wanted, active, version)) {
            return new ChangedMeanwhile(before.get());
        }
        KeptPromotion now = promotions.find(store, wanted.id()).orElseThrow();
        log.write(
                Optional.of(acting),
                action,
                KIND,
                subject(store, wanted.id()),
                PromotionJson.of(before.get()),
                PromotionJson.of(now));
        return new Saved(now);
    }

    private <T> T written(Supplier<T> work) {
        T done = transactions.run(work);
        revisions.refresh();
        return done;
    }

    private static String subject(Store store, long id) {
        return store.code() + "/" + id;
    }

    private static boolean isSame(Promotion one, Promotion other) {
        return one.numbered(0).equals(other.numbered(0));
    }
}
