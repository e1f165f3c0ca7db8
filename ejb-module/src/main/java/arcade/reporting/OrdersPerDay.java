package arcade.reporting;

import arcade.shared.Money;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many orders were paid, for how much, and what was given back, day by day. */
@ApplicationScoped
public class OrdersPerDay {
    /** The longest report, in days. */
    public static final int MOST_DAYS = 366;

    private static final String QUERY = "SELECT day, SUM(orders), SUM(gross), SUM(refunded) FROM ("
            + " SELECT DATE(paid_at) AS day, 1 AS orders, total_minor AS gross, 0 AS refunded FROM shop_order"
            + " WHERE store_id = ? AND state = 'PAID' AND currency = ? AND paid_at >= ? AND paid_at < ?"
            + " UNION ALL"
            + " SELECT DATE(r.changed_at), 0, 0, r.amount_minor FROM refund r JOIN payment p ON p.id = r.payment_id"
            + " WHERE p.store_id = ? AND r.state = 'REFUNDED' AND r.currency = ?"
            + " AND r.changed_at >= ? AND r.changed_at < ?"
            + ") AS movements GROUP BY day";

    @Inject
    private ReplicaSql replica;

    /**
     * A row for every day, in the store's currency; the last day may still go on. Throws {@link ReplicaBehind}.
     *
     * @param to inclusive, at most {@value #MOST_DAYS} days from the first
     * @throws SQLException if the replica does not answer
     */
    public List<DayOfOrders> read(Store store, LocalDate from, LocalDate to) throws SQLException {
        if (to.isBefore(from) || !to.isBefore(from.plusDays(MOST_DAYS))) {
            throw new IllegalArgumentException("from " + from + " to " + to);
        }
        String currency = store.currency().getCurrencyCode();
        LocalDate end = to.plusDays(1);
        Map<LocalDate, DayOfOrders> found = replica
                .list(
                        QUERY,
                        row -> day(row, currency),
                        store.id(),
                        currency,
                        from,
                        end,
                        store.id(),
                        currency,
                        from,
                        end)
                .stream()
                .collect(Collectors.toMap(DayOfOrders::day, Function.identity()));
        Money nothing = Money.of(0, currency);
        return from.datesUntil(end)
                .map(day -> found.getOrDefault(day, new DayOfOrders(day, 0, nothing, nothing)))
                .toList();
    }

    private static DayOfOrders day(ResultSet row, String currency) throws SQLException {
        return new DayOfOrders(
                row.getObject(1, LocalDate.class),
                row.getLong(2),
                Money.of(row.getLong(3), currency),
                Money.of(row.getLong(4), currency));
    }
}
