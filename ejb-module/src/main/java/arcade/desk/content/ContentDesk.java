package arcade.desk.content;

import arcade.content.ContentPage;
import arcade.content.ContentPages;
import arcade.content.KeptPage;
import arcade.database.Transactions;
import arcade.desk.content.ContentAnswer.ChangedMeanwhile;
import arcade.desk.content.ContentAnswer.Gone;
import arcade.desk.content.ContentAnswer.Saved;
import arcade.desk.content.ContentAnswer.Taken;
import arcade.desk.content.ContentAnswer.TooMany;
import arcade.staff.Acting;
import arcade.staff.AuditLog;
import arcade.staff.StaffRole;
import arcade.store.Revisions;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A store's own words, written by staff. Each change is in the log with the words before and after it. Two may have one page open: its
 * version tells the second that somebody was before him.
 */
@ApplicationScoped
public class ContentDesk {
    @Inject
    private ContentPages pages;

    @Inject
    private Revisions revisions;

    @Inject
    private AuditLog log;

    @Inject
    private Transactions transactions;

    /** In the order of the foot, also those that no shopper sees. */
    public List<KeptPage> list(Acting acting, Store store) {
        acting.require(StaffRole.SHOPKEEPER);
        return pages.all(store);
    }

    public Optional<KeptPage> find(Acting acting, Store store, long id) {
        acting.require(StaffRole.SHOPKEEPER);
        return pages.find(store, id);
    }

    /** Makes a page. Sent twice it is made once: when the store has exactly this page already, nothing is written. */
    public ContentAnswer add(Acting acting, Store store, ContentPage wanted) {
        acting.require(StaffRole.SHOPKEEPER);
        return written(store, () -> {
            List<KeptPage> now = pages.all(store);
            Optional<KeptPage> same =
                    now.stream().filter(kept -> kept.page().equals(wanted)).findFirst();
            if (same.isPresent()) {
                return new Saved(same.get());
            }
            if (now.size() >= ContentPages.MOST) {
                return new TooMany();
            }
            return pages.add(store, wanted)
                    .flatMap(id -> pages.find(store, id))
                    .<ContentAnswer>map(kept -> logged(acting, store, "content.add", null, kept))
                    .orElseGet(Taken::new);
        });
    }

    /** @param version of the page that the change was made from */
    public ContentAnswer change(Acting acting, Store store, long id, ContentPage wanted, long version) {
        acting.require(StaffRole.SHOPKEEPER);
        return written(store, () -> {
            Optional<KeptPage> before = pages.find(store, id);
            if (before.isEmpty()) {
                return new Gone();
            }
            if (before.get().page().equals(wanted)) {
                return new Saved(before.get());
            }
            if (before.get().version() != version) {
                return new ChangedMeanwhile(before.get());
            }
            if (pages.isTaken(store, wanted.handle(), id)) {
                return new Taken();
            }
            pages.change(store, id, wanted, version);
            KeptPage now = pages.find(store, id).orElseThrow();
            return logged(acting, store, "content.change", json(before.get()), now);
        });
    }

    private Saved logged(Acting acting, Store store, String action, JsonObject before, KeptPage now) {
        log.write(Optional.of(acting), action, "content", store.code() + "/" + now.id(), before, json(now));
        return new Saved(now);
    }

    /** Those who write a store's pages take turns, so the second of two clicks sees what the first wrote. */
    private ContentAnswer written(Store store, Supplier<ContentAnswer> work) {
        ContentAnswer answer = transactions.run(() -> {
            revisions.hold(store.id());
            return work.get();
        });
        revisions.refresh();
        return answer;
    }

    private static JsonObject json(KeptPage kept) {
        ContentPage page = kept.page();
        return Json.createObjectBuilder()
                .add("handle", page.handle())
                .add("title", page.title())
                .add("body", page.body())
                .add("position", page.position())
                .add("published", page.published())
                .build();
    }
}
