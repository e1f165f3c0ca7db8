package arcade.operations.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the database tells of the stub orders of one run. */
final class StubLog {
    private static final String STATES =
            "SELECT p.state, COUNT(*) FROM shop_order o JOIN payment p ON p.order_ref = o.ref"
                    + " WHERE o.store_id = ? AND o.checkout_key LIKE ? GROUP BY p.state";
    private static final String PAID = "SELECT TIMESTAMPDIFF(MICROSECOND, @begun, paid_at) FROM shop_order"
            + " WHERE store_id = ? AND checkout_key LIKE ? AND state = 'PAID'";
    private static final String NUMBERS = "SELECT COUNT(*), COUNT(DISTINCT number), COALESCE(MIN(number), 1),"
            + " COALESCE(MAX(number), 0) FROM shop_order WHERE store_id = ? AND number IS NOT NULL";

    private final Connection connection;
    private final StubOrders orders;

    StubLog(Connection connection, StubOrders orders) {
        this.connection = connection;
        this.orders = orders;
    }

    /** From now on, by the database's clock, the captures are timed. */
    void begin() throws SQLException {
        try (PreparedStatement now = connection.prepareStatement("SET @begun = UTC_TIMESTAMP(6)")) {
            now.execute();
        }
    }

    /** How many payments are in each state. */
    Map<String, Long> states() throws SQLException {
        Map<String, Long> states = new TreeMap<>();
        try (PreparedStatement query = ofThisRun(STATES);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                states.put(row.getString(1), row.getLong(2));
            }
        }
        return states;
    }

    /** When each order was paid, in microseconds from the beginning. */
    List<Long> paidMicros() throws SQLException {
        List<Long> paid = new ArrayList<>();
        try (PreparedStatement query = ofThisRun(PAID);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                paid.add(row.getLong(1));
            }
        }
        return paid;
    }

    /** The numbers of all orders of the store, this run's and others'. */
    OrderNumbers numbers() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NUMBERS)) {
            query.setLong(1, orders.store());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new OrderNumbers(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        }
    }

    private PreparedStatement ofThisRun(String sql) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setLong(1, orders.store());
        query.setString(2, orders.keys() + "%");
        return query;
    }
}
