package arcade.ordering;

import arcade.database.Sql;
import arcade.database.Statements;
import arcade.payment.PaymentsAbandoned.Abandoned;
import arcade.payment.PaymentsCaptured.Captured;
import arcade.payment.PaymentsRefunded.Refunded;
import arcade.redemption.Uses.Use;
import arcade.shared.Sku;
import arcade.stock.Reservations.Reserved;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The statements of a {@link Settlement}, on a connection of the till's transaction. */
final class SettlementRows {
    // The captured amount belongs to the condition: money that is not the order's total pays no order.
    private static final String PAID = "UPDATE shop_order"
            + " SET state = 'PAID', number = ?, paid_at = UTC_TIMESTAMP(6), version = version + 1"
            + " WHERE ref = ? AND store_id = ? AND state = 'PLACED' AND total_minor = ? AND currency = ?";
    private static final String CANCELLED = "UPDATE shop_order SET state = 'CANCELLED', version = version + 1"
            + " WHERE ref = ? AND store_id = ? AND state = 'PLACED'";

    private final Connection connection;

    SettlementRows(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes consecutive numbers from each store's counter, whose row stays locked until the transaction ends.
     *
     * @param wanted how many for each store
     * @return the number before the first one taken, for each store
     */
    Map<Long, Long> takeNumbers(Map<Long, Long> wanted) throws SQLException {
        Collection<Long> stores = new TreeSet<>(wanted.keySet());
        Map<Long, Long> last = lockCounters(stores);
        if (last.size() < stores.size()) {
            try (PreparedStatement first = connection.prepareStatement(
                    "INSERT IGNORE INTO order_counter (store_id, last_number) VALUES (?, 0)")) {
                for (Long store : stores) {
                    first.setLong(1, store);
                    first.addBatch();
                }
                first.executeBatch();
            }
            last = lockCounters(stores);
        }
        try (PreparedStatement raise = connection.prepareStatement(
                "UPDATE order_counter SET last_number = last_number + ? WHERE store_id = ?")) {
            for (Long store : stores) {
                raise.setLong(1, wanted.get(store));
                raise.setLong(2, store);
                raise.addBatch();
            }
            requireOneEach(raise.executeBatch(), stores);
        }
        return last;
    }

    void paid(List<Captured> captures, Map<Long, Long> lastNumbers) throws SQLException {
        Map<Long, Long> numbers = new HashMap<>(lastNumbers);
        try (PreparedStatement paid = connection.prepareStatement(PAID)) {
            for (Captured captured : captures) {
                paid.setLong(1, numbers.merge(captured.storeId(), 1L, Long::sum));
                paid.setString(2, captured.orderRef().value());
                paid.setLong(3, captured.storeId());
                paid.setLong(4, captured.amount().minor());
                paid.setString(5, captured.amount().currency().getCurrencyCode());
                paid.addBatch();
            }
            requireOneEach(paid.executeBatch(), captures);
        }
    }

    void cancelled(List<Abandoned> payments) throws SQLException {
        try (PreparedStatement cancelled = connection.prepareStatement(CANCELLED)) {
            for (Abandoned abandoned : payments) {
                cancelled.setString(1, abandoned.orderRef().value());
                cancelled.setLong(2, abandoned.storeId());
                cancelled.addBatch();
            }
            requireOneEach(cancelled.executeBatch(), payments);
        }
    }

    /** What these orders reserved, sorted by store and SKU, so that locks are taken in the same order everywhere. */
    List<Reserved> reserved(List<String> orders) throws SQLException {
        String sql =
                "SELECT o.store_id, l.sku, SUM(l.quantity) FROM shop_order o JOIN order_line l ON l.order_id = o.id"
                        + " WHERE o.ref IN (" + Sql.marks(orders.size()) + ") AND l.tracked"
                        + " GROUP BY o.store_id, l.sku ORDER BY o.store_id, l.sku";
        return Statements.list(
                connection,
                sql,
                row -> new Reserved(row.getLong(1), new Sku(row.getString(2)), row.getLong(3)),
                orders.toArray());
    }

    /** The limited promotions that these orders used, in the order in which checkouts take their locks. */
    List<Use> uses(List<String> orders) throws SQLException {
        String sql = "SELECT d.promotion_id, d.buyer FROM shop_order o JOIN order_discount d ON d.order_id = o.id"
                + " WHERE o.ref IN (" + Sql.marks(orders.size()) + ") AND d.buyer IS NOT NULL"
                + " ORDER BY d.promotion_id, d.buyer";
        return Statements.list(connection, sql, row -> new Use(row.getLong(1), row.getString(2)), orders.toArray());
    }

    void mailPaid(List<String> orders) throws SQLException {
        String sql = "INSERT INTO mail_outbox (event_key, recipient, template, order_ref, created_at)"
                + " SELECT CONCAT('order-paid:', ref), email, 'order-paid', ref, UTC_TIMESTAMP(6)"
                + " FROM shop_order WHERE ref IN (" + Sql.marks(orders.size()) + ")";
        int written = Statements.update(connection, sql, orders.toArray());
        if (written != orders.size()) {
            throw new IllegalStateException(written + " mails written for the orders " + orders);
        }
    }

    /** One mail for each refund: an order may have many. */
    void mailRefunded(Refunded refund) throws SQLException {
        String sql = "INSERT INTO mail_outbox (event_key, recipient, template, order_ref, created_at)"
                + " SELECT ?, email, 'order-refunded', ref, UTC_TIMESTAMP(6) FROM shop_order WHERE ref = ?";
        int written = Statements.update(
                connection,
                sql,
                "order-refunded:" + refund.refundRef(),
                refund.orderRef().value());
        requireOneEach(new int[] {written}, List.of(refund));
    }

    private Map<Long, Long> lockCounters(Collection<Long> stores) throws SQLException {
        String sql = "SELECT store_id, last_number FROM order_counter WHERE store_id IN (" + Sql.marks(stores.size())
                + ") ORDER BY store_id FOR UPDATE";
        return Statements.list(connection, sql, row -> Map.entry(row.getLong(1), row.getLong(2)), stores.toArray())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void requireOneEach(int[] changed, Collection<?> expected) {
        int position = 0;
        for (Object each : expected) {
            if (changed[position] != 1) {
                throw new IllegalStateException(changed[position] + " rows changed, not 1, for " + each);
            }
            position++;
        }
    }
}
