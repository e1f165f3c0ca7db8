package arcade.desk.catalogue;

import arcade.database.Sql;
import arcade.desk.catalogue.TakeBackPlan.Line;
import arcade.desk.catalogue.TakeBackPlan.Outcome;
import arcade.desk.catalogue.TakeBackPlan.Part;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what becomes of each product of an import that is taken back. From the last product that was written to the first, because an
 * SKU may have gone from one to another of them: it goes back the same way.
 */
@ApplicationScoped
class TakeBackPlanner {
    private static final String NOBODY = "";

    @Inject
    private Sql sql;

    @Inject
    private ProductStates states;

    @Inject
    private ImportJournal journal;

    public TakeBackPlan plan(KeptImport of) {
        List<Line> lines = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        List<KeptProduct> some = journal.before(of.number(), Integer.MAX_VALUE);
        while (!some.isEmpty()) {
            lines.addAll(lines(of.store(), some, owners));
            some = journal.before(of.number(), some.get(some.size() - 1).nth());
        }
        return new TakeBackPlan(of, lines);
    }

    /** @param owners by SKU, whose it is after what was decided already: a handle, or nobody's */
    private List<Line> lines(long store, List<KeptProduct> some, Map<String, String> owners) {
        Map<String, ProductState> now =
                states.of(store, some.stream().map(KeptProduct::handle).toList());
        Map<String, ProductState> then = new HashMap<>();
        Set<String> wanted = new HashSet<>();
        Set<String> brought = new HashSet<>();
        for (KeptProduct each : some) {
            each.before().ifPresent(json -> {
                ProductState before = ProductState.of(ProductState.read(json));
                then.put(each.handle(), before);
                wanted.addAll(before.skus());
            });
            if (each.before().isEmpty() && now.containsKey(each.handle())) {
                brought.addAll(now.get(each.handle()).skus());
            }
        }
        Map<String, String> present = owners(store, wanted);
        present.putAll(owners);
        Set<String> ordered = ordered(store, brought);
        List<Line> lines = new ArrayList<>();
        for (KeptProduct each : some) {
            lines.add(line(
                    each,
                    Optional.ofNullable(now.get(each.handle())),
                    Optional.ofNullable(then.get(each.handle())),
                    new Goods(present, owners, ordered)));
        }
        return lines;
    }

    /**
     * @param present by SKU, whose it is
     * @param decided the same, as far as it was decided here
     * @param ordered SKUs that stand in an order
     */
    private record Goods(Map<String, String> present, Map<String, String> decided, Set<String> ordered) {
        void give(Collection<String> skus, String handle) {
            skus.forEach(sku -> {
                present.put(sku, handle);
                decided.put(sku, handle);
            });
        }

        boolean isFree(String sku, String handle) {
            String owner = present.getOrDefault(sku, NOBODY);
            return owner.equals(NOBODY) || owner.equals(handle);
        }
    }

    private static Line line(KeptProduct kept, Optional<ProductState> found, Optional<ProductState> then, Goods goods) {
        if (found.isEmpty()) {
            return new Line(0, kept.handle(), kept.handle(), Outcome.GONE, Set.of(), 0, "");
        }
        ProductState now = found.get();
        Outcome outcome = outcome(kept, now, then, goods);
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (outcome == Outcome.RESTORED) {
            parts.addAll(Differences.between(now, then.orElseThrow()));
            if (now.position() == kept.afterPosition()
                    && now.position() != then.orElseThrow().position()) {
                parts.add(Part.PLACE);
            }
        }
        return new Line(now.id(), kept.handle(), now.title(), outcome, parts, now.position(), now.mark());
    }

    private static Outcome outcome(KeptProduct kept, ProductState now, Optional<ProductState> then, Goods goods) {
        if (!now.mark().equals(kept.afterMark())) {
            return Outcome.CHANGED;
        }
        if (then.isEmpty()) {
            if (now.skus().stream().anyMatch(goods.ordered()::contains)) {
                return Outcome.HIDDEN;
            }
            goods.give(now.skus(), NOBODY);
            return Outcome.REMOVED;
        }
        List<String> skus = then.get().skus();
        if (!skus.stream().allMatch(sku -> goods.isFree(sku, kept.handle()))) {
            return Outcome.SKU_TAKEN;
        }
        goods.give(now.skus(), NOBODY);
        goods.give(skus, kept.handle());
        return Outcome.RESTORED;
    }

    private Map<String, String> owners(long store, Set<String> skus) {
        Map<String, String> owners = new HashMap<>();
        ProductStates.inParts(
                skus,
                some -> sql.list(
                        "SELECT v.sku, p.handle FROM variant v JOIN product p ON p.id = v.product_id"
                                + " WHERE v.store_id = ? AND v.sku IN (" + Sql.marks(some.size()) + ")",
                        row -> owners.put(row.getString(1), row.getString(2)),
                        values(store, some)));
        return owners;
    }

    private Set<String> ordered(long store, Set<String> skus) {
        Set<String> ordered = new HashSet<>();
        ProductStates.inParts(
                skus,
                some -> sql.list(
                        "SELECT DISTINCT l.sku FROM order_line l JOIN shop_order o ON o.id = l.order_id"
                                + " WHERE o.store_id = ? AND l.sku IN (" + Sql.marks(some.size()) + ")",
                        row -> ordered.add(row.getString(1)),
                        values(store, some)));
        return ordered;
    }

    private static Object[] values(long store, List<String> skus) {
        List<Object> values = new ArrayList<>();
        values.add(store);
        values.addAll(skus);
        return values.toArray();
    }
}
