package arcade.redemption;

import arcade.database.Sql;
import arcade.promotion.Promotion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The uses of promotions with a limit; those without are not counted, so that no row is shared by all orders of a store. Each use is one
 * conditional update whose row count says whether there was one left, in the order of the promotions, so that two orders never wait
 * for each other crosswise. What is read beforehand is only what a page tells.
 */
@ApplicationScoped
public class Redemptions {
    private static final String USE = "UPDATE promotion_use SET used = used + 1 WHERE promotion_id = ? AND used < ?";
    private static final String USE_BY =
            "UPDATE promotion_use_by SET used = used + 1 WHERE promotion_id = ? AND buyer = ? AND used < ?";
    // Takes the row's exclusive lock at once: INSERT IGNORE would share it first, and two firsts would wait for each
    // other.
    private static final String FIRST =
            "INSERT INTO promotion_use (promotion_id, used) VALUES (?, 0) ON DUPLICATE KEY UPDATE used = used";
    private static final String FIRST_BY = "INSERT INTO promotion_use_by (promotion_id, buyer, used) VALUES (?, ?, 0)"
            + " ON DUPLICATE KEY UPDATE used = used";
    private static final String GIVE_BACK = "UPDATE promotion_use SET used = used - 1 WHERE promotion_id = ?";
    private static final String GIVE_BACK_BY =
            "UPDATE promotion_use_by SET used = used - 1 WHERE promotion_id = ? AND buyer = ?";

    @Inject
    private Sql sql;

    /** Ids of those that have no use left, in all or, where one is known, for this buyer. */
    public Set<Long> usedUp(List<Promotion> promotions, Optional<String> buyer) {
        List<Promotion> limited =
                promotions.stream().filter(each -> !each.limit().isNone()).toList();
        if (limited.isEmpty()) {
            return Set.of();
        }
        Set<Long> usedUp = new HashSet<>();
        Map<Long, Long> used = used(limited, "promotion_use", List.of());
        limited.stream()
                .filter(each ->
                        used.getOrDefault(each.id(), 0L) >= each.limit().uses().orElse(Long.MAX_VALUE))
                .forEach(each -> usedUp.add(each.id()));
        if (buyer.isPresent()) {
            Map<Long, Long> byBuyer = used(limited, "promotion_use_by", List.of(buyer.get()));
            limited.stream()
                    .filter(each -> byBuyer.getOrDefault(each.id(), 0L)
                            >= each.limit().perBuyer().orElse(Long.MAX_VALUE))
                    .forEach(each -> usedUp.add(each.id()));
        }
        return usedUp;
    }

    /**
     * One use of each, inside the caller's transaction: of all that have a limit or, if one has no use left, of none.
     *
     * @param buyer as {@link Buyers#of} names one
     * @return the first that has no use left
     */
    @Transactional(TxType.MANDATORY)
    public Optional<Promotion> use(List<Promotion> promotions, String buyer) {
        List<Promotion> taken = new ArrayList<>();
        for (Promotion promotion : limited(promotions)) {
            if (!use(promotion, buyer)) {
                giveBack(taken, buyer);
                return Optional.of(promotion);
            }
            taken.add(promotion);
        }
        return Optional.empty();
    }

    /** Undoes a {@link #use} of the same transaction. */
    @Transactional(TxType.MANDATORY)
    public void giveBack(List<Promotion> promotions, String buyer) {
        for (Promotion promotion : limited(promotions)) {
            sql.update(GIVE_BACK, promotion.id());
            sql.update(GIVE_BACK_BY, promotion.id(), buyer);
        }
    }

    private boolean use(Promotion promotion, String buyer) {
        long most = promotion.limit().uses().orElse(Long.MAX_VALUE);
        long mostBy = promotion.limit().perBuyer().orElse(Long.MAX_VALUE);
        if (!raised(USE, FIRST, most, promotion.id())) {
            return false;
        }
        if (!raised(USE_BY, FIRST_BY, mostBy, promotion.id(), buyer)) {
            sql.update(GIVE_BACK, promotion.id());
            return false;
        }
        return true;
    }

    /** @param row by what the row is found and made */
    private boolean raised(String raise, String first, long most, Object... row) {
        Object[] values = new Object[row.length + 1];
        System.arraycopy(row, 0, values, 0, row.length);
        values[row.length] = most;
        if (sql.update(raise, values) == 1) {
            return true;
        }
        sql.update(first, row);
        return sql.update(raise, values) == 1;
    }

    private Map<Long, Long> used(List<Promotion> limited, String table, List<String> buyer) {
        List<Object> values =
                new ArrayList<>(limited.stream().map(Promotion::id).toList());
        values.addAll(buyer);
        Map<Long, Long> used = new HashMap<>();
        sql.list(
                "SELECT promotion_id, used FROM " + table + " WHERE promotion_id IN (" + Sql.marks(limited.size()) + ")"
                        + (buyer.isEmpty() ? "" : " AND buyer = ?"),
                row -> used.put(row.getLong(1), row.getLong(2)),
                values.toArray());
        return used;
    }

    private static List<Promotion> limited(List<Promotion> promotions) {
        return promotions.stream()
                .filter(each -> !each.limit().isNone())
                .sorted(Comparator.comparingLong(Promotion::id))
                .toList();
    }
}
