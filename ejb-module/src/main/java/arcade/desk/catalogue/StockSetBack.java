package arcade.desk.catalogue;

import arcade.catalog.StockAboutToBeCounted;
import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.desk.catalogue.PiecesDue.Count;
import arcade.desk.catalogue.PiecesDue.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Moves back the pieces that the counts of an import moved, by a movement of its own: what was sold or moved by hand in between stays so.
 * Only as far as pieces are left, and not where another import counted since. Of a store's imports the one goes first that was taken back
 * first.
 *
 * <p>Hazard: the till and every checkout wait for the rows that are locked here. So a transaction takes few of them, in the order of their
 * SKUs as {@link arcade.stock.Stock} asks, and what it has done it strikes out itself: it can end anywhere and be gone on with.
 */
@ApplicationScoped
class StockSetBack {
    /** Of the movement. */
    static final String REASON = "taken_back";

    /** SKUs of one transaction. */
    static final int AT_ONCE = 50;

    @Inject
    private Sql sql;

    @Inject
    private PiecesDue pieces;

    @Inject
    private Transactions transactions;

    /** @param imported the count that an import brought last */
    private record Level(long onHand, Optional<Long> imported) {}

    /** Those that owe something. */
    public List<Long> stores() {
        return pieces.stores();
    }

    /** The pieces of a product that is left as it is stay, too. */
    public void keep(long number, int nth) {
        pieces.strike(number, nth);
    }

    /** All that a store owes. Must not be called inside a transaction. */
    public void setBack(long store) {
        boolean more = !pieces.of(store).isEmpty();
        while (more) {
            more = setSomeBack(store);
        }
    }

    /** One transaction of it. @return whether there may be more */
    boolean setSomeBack(long store) {
        return transactions.run(() -> {
            // The store's row first, as an import does: counts and what is set back take turns.
            sql.first("SELECT id FROM store WHERE id = ? FOR UPDATE", row -> row.getLong(1), store);
            Optional<Due> first = pieces.of(store).stream().findFirst();
            first.ifPresent(due -> setBack(store, List.of(due), sku -> true, AT_ONCE));
            return first.isPresent();
        });
    }

    /** An import counts next. What these SKUs owe goes back before, so that its counts stand and it knows what they moved. */
    void beforeCounts(@Observes StockAboutToBeCounted counts) {
        List<Due> due = pieces.of(counts.storeId());
        if (!due.isEmpty()) {
            Set<String> skus = new HashSet<>();
            counts.skus().forEach(sku -> skus.add(sku.value()));
            setBack(counts.storeId(), due, skus::contains, Integer.MAX_VALUE);
        }
    }

    private void setBack(long store, List<Due> imports, Predicate<String> wanted, int most) {
        List<Count> counts = new ArrayList<>();
        imports.forEach(due -> counts.addAll(pieces.take(due, wanted, most)));
        // Stable: of two counts of one SKU the later one goes back first.
        counts.sort(Comparator.comparing(Count::sku));
        List<Count> shortOf =
                counts.stream().filter(count -> !isBack(store, count)).toList();
        for (Due due : imports) {
            pieces.setBack(due, (int)
                    shortOf.stream().filter(count -> count.of().equals(due)).count());
        }
    }

    /** @return false: fewer pieces were left than had to go */
    private boolean isBack(long store, Count count) {
        Optional<Level> level = sql.first(
                "SELECT on_hand, imported FROM stock WHERE store_id = ? AND sku = ? FOR UPDATE",
                row -> new Level(
                        row.getLong(1), row.getObject(2) == null ? Optional.empty() : Optional.of(row.getLong(2))),
                store,
                count.sku());
        if (level.isEmpty() || !level.get().imported().equals(Optional.of(count.imported()))) {
            return true;
        }
        long wanted = -count.pieces();
        long moved = Math.max(wanted, -level.get().onHand());
        sql.update(
                "UPDATE stock SET initial = initial + ?, on_hand = on_hand + ?, imported = ?"
                        + " WHERE store_id = ? AND sku = ?",
                moved,
                moved,
                count.importedBefore().orElse(null),
                store,
                count.sku());
        if (moved != 0) {
            sql.update(
                    "INSERT INTO stock_movement (store_id, sku, pieces, reason, at, staff_id)"
                            + " VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6), ?)",
                    store,
                    count.sku(),
                    moved,
                    REASON,
                    count.of().staff().orElse(null));
        }
        return moved == wanted;
    }
}
