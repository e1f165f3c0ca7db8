package arcade.desk.catalogue;

import arcade.catalog.importing.Witness;
import arcade.database.Row;
import arcade.database.Sql;
import arcade.staff.Acting;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What products were before each import at the desk. Kept by the import's own transactions, batch by batch, so also of one that breaks
 * off; forgotten after {@code arcade.import.undo.days}.
 */
@ApplicationScoped
public class ImportJournal {
    /** Products that are read or written together. */
    static final int AT_ONCE = 100;

    private static final String FIND = "SELECT id, store_id, who, started_at, finished_at, products, kept, entry,"
            + " undone_at, undo_entry, stock_due, short_of FROM catalogue_import WHERE ";

    @Inject
    private Sql sql;

    @Inject
    private ProductStates states;

    @Inject
    @ConfigProperty(name = "arcade.import.undo.products", defaultValue = "3000")
    private int most;

    @Inject
    @ConfigProperty(name = "arcade.import.undo.days", defaultValue = "30")
    private int days;

    /** More products than these are not taken back at once. */
    public int most() {
        return most;
    }

    public int days() {
        return days;
    }

    /** @return the import's number */
    public long begin(Acting acting, Store store) {
        return sql.insert(
                "INSERT INTO catalogue_import (store_id, who, started_at) VALUES (?, ?, UTC_TIMESTAMP(6))",
                store.id(),
                acting.email());
    }

    /** Keeps what the import changes, as it changes it. */
    public Witness witness(Store store, long number) {
        return new ImportWitness(sql, states, new ImportWitness.Of(store.id(), number, most));
    }

    /** Inside the transaction that writes the log's line. */
    public void finish(long number, long entry) {
        sql.update("UPDATE catalogue_import SET finished_at = UTC_TIMESTAMP(6), entry = ? WHERE id = ?", entry, number);
    }

    /** Imports that changed something, newest first. */
    public List<KeptImport> recent(Store store, int limit) {
        return sql.list(FIND + "store_id = ? AND products > 0 ORDER BY id DESC LIMIT ?", kept(), store.id(), limit);
    }

    public Optional<KeptImport> find(long number) {
        return sql.first(FIND + "id = ?", kept(), number);
    }

    /** The same, held until the end of the caller's transaction. */
    Optional<KeptImport> hold(long number) {
        return sql.first(FIND + "id = ? FOR UPDATE", kept(), number);
    }

    /** The products of an import that were written before this one, the last first. */
    List<KeptProduct> before(long number, int nth) {
        return sql.list(
                "SELECT nth, handle, before_json, after_mark, after_position, stock_json FROM catalogue_import_product"
                        + " WHERE import_id = ? AND nth < ? ORDER BY nth DESC LIMIT ?",
                row -> new KeptProduct(
                        row.getInt(1),
                        row.getString(2),
                        Optional.ofNullable(row.getString(3)),
                        row.getString(4),
                        row.getInt(5),
                        Optional.ofNullable(row.getString(6))),
                number,
                nth,
                AT_ONCE);
    }

    /** Categories that the import made. */
    List<Long> categories(long number) {
        return sql.list(
                "SELECT category_id FROM catalogue_import_category WHERE import_id = ? ORDER BY category_id",
                row -> row.getLong(1),
                number);
    }

    /** Inside the transaction that takes its products back. What is left of its pieces goes back after it. */
    void undone(long number, long entry) {
        sql.update(
                "UPDATE catalogue_import SET undone_at = UTC_TIMESTAMP(6), undo_entry = ?, stock_due = TRUE WHERE id = ?",
                entry,
                number);
    }

    /** Deletes what is older than it is kept, the oldest import first. @return how many rows, about */
    public int forget(int mostRows) {
        int rows = 0;
        boolean kept = isKept();
        while (kept && rows < mostRows) {
            Optional<Long> oldest = sql.first(
                    "SELECT id FROM catalogue_import WHERE started_at < UTC_TIMESTAMP(6) - INTERVAL ? DAY"
                            + " AND NOT stock_due ORDER BY started_at LIMIT 1",
                    row -> row.getLong(1),
                    days);
            if (oldest.isEmpty()) {
                return rows;
            }
            // Waits for whoever takes it back at this moment; nobody begins to after this.
            sql.update("UPDATE catalogue_import SET kept = FALSE WHERE id = ?", oldest.get());
            int limit = mostRows - rows;
            // Whoever took it back just before may still have to set its pieces back.
            int gone = sql.update(
                    "DELETE FROM catalogue_import_product WHERE import_id = ? AND NOT EXISTS"
                            + " (SELECT 1 FROM catalogue_import i WHERE i.id = ? AND i.stock_due) LIMIT ?",
                    oldest.get(),
                    oldest.get(),
                    limit);
            rows += gone;
            if (gone < limit) {
                rows += sql.update("DELETE FROM catalogue_import WHERE id = ? AND NOT stock_due", oldest.get());
            }
        }
        return rows;
    }

    /** A site without the trade group, as staging is, has no desk. */
    boolean isKept() {
        return sql.first(
                        "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE()"
                                + " AND table_name = 'catalogue_import'",
                        row -> true)
                .isPresent();
    }

    private static Row<KeptImport> kept() {
        return row -> new KeptImport(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                at(row, 4).orElseThrow(),
                at(row, 5),
                row.getInt(6),
                row.getBoolean(7),
                number(row.getLong(8)),
                at(row, 9),
                number(row.getLong(10)),
                row.getBoolean(11),
                row.getInt(12));
    }

    private static Optional<Instant> at(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC));
    }

    private static OptionalLong number(long id) {
        return id == 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }
}
