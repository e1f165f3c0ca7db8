package arcade.content;

import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.store.PerRevision;
import arcade.store.Revisions;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The stores' own words. What the foot of a shop names is kept by the store's revision; a page itself is read when it is asked for. */
@ApplicationScoped
public class ContentPages {
    /** Of one store. */
    public static final int MOST = 50;

    private static final String SELECT =
            "SELECT id, handle, title, body, position, published, version FROM content_page WHERE store_id = ?";
    private static final String IN_ORDER = " ORDER BY position, title, id LIMIT " + MOST;

    private final PerRevision<List<Listed>> listed = new PerRevision<>();

    @Inject
    private Sql sql;

    @Inject
    private Revisions revisions;

    @Inject
    private Transactions transactions;

    /** A page by its name. */
    public record Listed(String handle, String title) {}

    /** Those that shoppers see, in the order of the foot. */
    public List<Listed> listed(Store store) {
        return listed.of(
                store,
                revisions.of(store),
                () -> sql.list(
                        "SELECT handle, title FROM content_page WHERE store_id = ? AND published" + IN_ORDER,
                        row -> new Listed(row.getString(1), row.getString(2)),
                        store.id()));
    }

    /** The page of that address, if shoppers see it. */
    public Optional<ContentPage> published(Store store, String handle) {
        return ContentPage.isHandle(handle)
                ? sql.first(SELECT + " AND handle = ? AND published", ContentPages::read, store.id(), handle)
                        .map(KeptPage::page)
                : Optional.empty();
    }

    /** Also those that no shopper sees, for those who keep them. */
    public List<KeptPage> all(Store store) {
        return sql.list(SELECT + IN_ORDER, ContentPages::read, store.id());
    }

    public Optional<KeptPage> find(Store store, long id) {
        return sql.first(SELECT + " AND id = ?", ContentPages::read, store.id(), id);
    }

    /** @return the id of the new page; empty, and nothing is written: another page of the store has its handle */
    public Optional<Long> add(Store store, ContentPage page) {
        return transactions.run(() -> {
            revisions.raise(store.id());
            if (isTaken(store, page.handle(), 0)) {
                return Optional.empty();
            }
            return Optional.of(sql.insert(
                    "INSERT INTO content_page (store_id, handle, title, body, position, published) VALUES (?, ?, ?, ?, ?, ?)",
                    store.id(),
                    page.handle(),
                    page.title(),
                    page.body(),
                    page.position(),
                    page.published()));
        });
    }

    /**
     * @param version of the page that the change was made from
     * @return false, and nothing is changed: somebody else changed it meanwhile, or the store has no such page
     */
    public boolean change(Store store, long id, ContentPage page, long version) {
        return transactions.run(() -> {
            // The store's row first, as all do who write what it shows: they take turns and never wait crosswise.
            revisions.raise(store.id());
            return sql.update(
                            "UPDATE content_page SET handle = ?, title = ?, body = ?, position = ?, published = ?,"
                                    + " version = version + 1 WHERE id = ? AND store_id = ? AND version = ?",
                            page.handle(),
                            page.title(),
                            page.body(),
                            page.position(),
                            page.published(),
                            id,
                            store.id(),
                            version)
                    == 1;
        });
    }

    /** Whether another page than that of the id has the handle. */
    public boolean isTaken(Store store, String handle, long id) {
        return sql.first(
                        "SELECT id FROM content_page WHERE store_id = ? AND handle = ? AND id <> ?",
                        row -> row.getLong(1),
                        store.id(),
                        handle,
                        id)
                .isPresent();
    }

    private static KeptPage read(ResultSet row) throws SQLException {
        ContentPage page = new ContentPage(
                row.getString("handle"),
                row.getString("title"),
                row.getString("body"),
                row.getInt("position"),
                row.getBoolean("published"));
        return new KeptPage(row.getLong("id"), page, row.getLong("version"));
    }
}
