package arcade.desk.catalogue;

import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.desk.catalogue.TakeBackPlan.Line;
import arcade.desk.catalogue.TakeBackPlan.Outcome;
import arcade.staff.Acting;
import arcade.staff.AuditEntry;
import arcade.staff.AuditLog;
import arcade.staff.StaffRole;
import arcade.store.Revisions;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes an import back, once. Its products first, in one transaction, each as looked at or none at all; then its pieces, as far as they
 * are left at that moment, in short transactions, because shoppers and the till wait for the rows of the stock and not for those of
 * products. Whoever looks next, or housekeeping, goes on where a node died between the two. While an import still runs, its next batch
 * finds it taken back and it ends there.
 */
@ApplicationScoped
public class TakeBackDesk {
    /** What a line of the log calls an import's number. */
    public static final String NUMBER = "import";

    /** Imports of a store that its page shows. */
    private static final int RECENT = 10;

    @Inject
    private Sql sql;

    @Inject
    private ImportJournal journal;

    @Inject
    private TakeBackPlanner planner;

    @Inject
    private ProductRestorer products;

    @Inject
    private StockSetBack stock;

    @Inject
    private AuditLog log;

    @Inject
    private Revisions revisions;

    @Inject
    private Transactions transactions;

    /** What was asked for and what came of it. */
    public sealed interface Answer {}

    public record Done(TakenBack counts) implements Answer {}

    /** Something else would happen than was looked at. Nothing was written. */
    public record Other(TakeBackPlan now) implements Answer {}

    /** It was taken back before, or nothing is kept of it. */
    public record Nothing() implements Answer {}

    /**
     * How many products.
     *
     * @param shortOf SKUs of which fewer pieces were left than had to go
     */
    public record TakenBack(int restored, int removed, int hidden, int stayed, int shortOf) {}

    /** Those that changed something, newest first. */
    public List<KeptImport> recent(Store store) {
        return journal.recent(store, RECENT);
    }

    public int days() {
        return journal.days();
    }

    public int most() {
        return journal.most();
    }

    /** The number of the import that a line of the log is about; 0: it names none. */
    public static long numberIn(AuditEntry entry) {
        return entry.after()
                .map(ProductState::read)
                .filter(json -> json.containsKey(NUMBER))
                .map(json -> json.getJsonNumber(NUMBER).longValueExact())
                .orElse(0L);
    }

    public Optional<KeptImport> find(long number) {
        return journal.find(number);
    }

    public TakeBackPlan preview(Acting acting, KeptImport of) {
        acting.require(StaffRole.ADMIN);
        return planner.plan(of);
    }

    /** How it was taken back; empty: it was not. */
    public Optional<TakenBack> outcome(KeptImport of) {
        return of.undoEntry().isEmpty()
                ? Optional.empty()
                : log.find(of.undoEntry().getAsLong())
                        .flatMap(AuditEntry::after)
                        .map(ProductState::read)
                        .map(json -> counts(json, of.shortOf()));
    }

    /** @param seen the fingerprint of the preview that was looked at */
    public Answer apply(Acting acting, Store store, long number, String seen) {
        Answer answer = takeProductsBack(acting, store, number, seen);
        stock.setBack(store.id());
        return answer instanceof Done
                ? new Done(journal.find(number).flatMap(this::outcome).orElseThrow())
                : answer;
    }

    /** Sets back what pieces a shop still owes to imports that were taken back. */
    public void goOn(long store) {
        stock.setBack(store);
    }

    /** The same, of all shops. */
    public void goOn() {
        if (journal.isKept()) {
            stock.stores().forEach(stock::setBack);
        }
    }

    /** The first of the two steps. */
    Answer takeProductsBack(Acting acting, Store store, long number, String seen) {
        acting.require(StaffRole.ADMIN);
        Answer answer = transactions.run(() -> {
            // The store's row first, as an import does: two who write the same goods take turns.
            revisions.raise(store.id());
            Optional<KeptImport> of =
                    journal.hold(number).filter(KeptImport::canBeTakenBack).filter(one -> one.store() == store.id());
            if (of.isEmpty()) {
                return new Nothing();
            }
            TakeBackPlan plan = planner.plan(of.get());
            if (plan.isNothing() || !plan.fingerprint().equals(seen)) {
                return new Other(plan);
            }
            TakenBack done = write(store.id(), plan);
            journal.undone(
                    number,
                    log.write(
                            Optional.of(acting),
                            "store.import.undo",
                            "store",
                            store.code(),
                            null,
                            json(number, done),
                            of.get().entry()));
            return new Done(done);
        });
        revisions.refresh();
        return answer;
    }

    private TakenBack write(long store, TakeBackPlan plan) {
        Map<String, Line> lines = new HashMap<>();
        plan.lines().forEach(line -> lines.put(line.handle(), line));
        long number = plan.of().number();
        List<KeptProduct> some = journal.before(number, Integer.MAX_VALUE);
        while (!some.isEmpty()) {
            for (KeptProduct kept : some) {
                Line line = lines.get(kept.handle());
                if (line.outcome().isStaying()) {
                    kept.stock().ifPresent(counts -> stock.keep(number, kept.nth()));
                } else {
                    write(store, kept, line);
                }
            }
            some = journal.before(number, some.get(some.size() - 1).nth());
        }
        journal.categories(number).forEach(this::removeIfEmpty);
        return new TakenBack(
                (int) plan.count(Outcome.RESTORED),
                (int) plan.count(Outcome.REMOVED),
                (int) plan.count(Outcome.HIDDEN),
                (int) plan.staying(),
                0);
    }

    private void write(long store, KeptProduct kept, Line line) {
        switch (line.outcome()) {
            case REMOVED -> products.remove(line.product());
            case HIDDEN -> products.takeOffSale(line.product());
            case RESTORED -> {
                JsonObject before = ProductState.read(kept.before().orElseThrow());
                products.restore(
                        store,
                        line.product(),
                        before,
                        line.place() == kept.afterPosition()
                                ? ProductState.of(before).position()
                                : line.place());
            }
            case CHANGED, SKU_TAKEN, GONE -> throw new IllegalArgumentException("stays: " + line);
        }
    }

    /** A category that the import made, when nothing is in it and no price rule is about it. */
    private void removeIfEmpty(long category) {
        sql.update(
                "DELETE FROM category WHERE id = ?"
                        + " AND NOT EXISTS (SELECT 1 FROM product p WHERE p.category_id = category.id)"
                        + " AND NOT EXISTS (SELECT 1 FROM promotion r WHERE r.store_id = category.store_id"
                        + " AND r.category = category.handle)",
                category);
    }

    private static JsonObject json(long number, TakenBack done) {
        return Json.createObjectBuilder()
                .add(NUMBER, number)
                .add("restored", done.restored())
                .add("removed", done.removed())
                .add("hidden", done.hidden())
                .add("stayed", done.stayed())
                .build();
    }

    private static TakenBack counts(JsonObject json, int shortOf) {
        return new TakenBack(
                json.getInt("restored"),
                json.getInt("removed"),
                json.getInt("hidden"),
                json.getInt("stayed"),
                // The release before wrote it here.
                json.getInt("shortOf", shortOf));
    }
}
