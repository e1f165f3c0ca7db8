package arcade.desk.promotions;

import arcade.database.Sql;
import arcade.promotion.KeptPromotion;
import arcade.promotion.Promotions;
import arcade.store.Store;
import arcade.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds price rules of all stores, whatever their state, the newest first. */
@ApplicationScoped
public class PromotionList {
    /** The states of {@link PromotionState}, in their order; asks for the present moment twice. */
    private static final String STATE = "CASE WHEN NOT p.active THEN 'STOPPED' WHEN p.ends_at <= ? THEN 'OVER'"
            + " WHEN COALESCE(u.used, 0) >= p.most_uses THEN 'USED_UP' WHEN p.starts_at > ? THEN 'PLANNED'"
            + " ELSE 'RUNNING' END";

    private static final String FROM = " FROM promotion p JOIN store s ON s.id = p.store_id"
            + " LEFT JOIN promotion_use u ON u.promotion_id = p.id WHERE ";

    @Inject
    private Sql sql;

    @Inject
    private Promotions promotions;

    @Inject
    private Stores stores;

    @Inject
    private Clock clock;

    private record Row(long id, String store, PromotionState state, long used) {}

    public List<FoundPromotion> find(PromotionQuery query, int offset, int limit) {
        List<Object> values = new ArrayList<>(now());
        String condition = condition(query, values);
        values.add(limit);
        values.add(offset);
        return found(condition + " ORDER BY p.id DESC LIMIT ? OFFSET ?", values);
    }

    public int count(PromotionQuery query) {
        List<Object> values = new ArrayList<>();
        String condition = condition(query, values);
        return sql.first("SELECT COUNT(*)" + FROM + condition, row -> row.getInt(1), values.toArray())
                .orElseThrow();
    }

    public Optional<FoundPromotion> byId(Store store, long id) {
        List<Object> values = new ArrayList<>(now());
        values.addAll(List.of(store.id(), id));
        return found("s.id = ? AND p.id = ?", values).stream().findFirst();
    }

    private String condition(PromotionQuery query, List<Object> values) {
        String condition = query.condition(values);
        if (query.state().isEmpty()) {
            return condition;
        }
        values.addAll(now());
        values.add(query.state());
        return condition + " AND " + STATE + " = ?";
    }

    private List<FoundPromotion> found(String condition, List<Object> values) {
        List<Row> rows = sql.list(
                "SELECT p.id, s.code, " + STATE + ", COALESCE(u.used, 0)" + FROM + condition,
                row -> new Row(
                        row.getLong(1), row.getString(2), PromotionState.valueOf(row.getString(3)), row.getLong(4)),
                values.toArray());
        Map<Long, KeptPromotion> kept =
                promotions.find(rows.stream().map(Row::id).toList());
        Map<String, Store> shops = new HashMap<>();
        return rows.stream()
                .filter(row -> kept.containsKey(row.id()))
                .map(row -> new FoundPromotion(
                        shops.computeIfAbsent(
                                row.store(), code -> stores.byCode(code).orElseThrow()),
                        kept.get(row.id()),
                        row.state(),
                        row.used()))
                .toList();
    }

    /** For each place where the state asks for it. */
    private List<Object> now() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return List.of(now, now);
    }
}
