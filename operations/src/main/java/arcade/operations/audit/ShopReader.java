package arcade.operations.audit;

import arcade.operations.home.Failure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the shop's audit views as the read-only user {@code arcade_audit}. Not for several threads. */
final class ShopReader implements AutoCloseable {
    private static final String OPEN_PAYMENTS = "SELECT payment_ref FROM audit_payment WHERE state IN ("
            + NothingHangs.OPEN.stream().map(state -> "'" + state + "'").collect(Collectors.joining(", ")) + ")";

    private final Connection connection;

    /** @param connection closed with this reader */
    ShopReader(Connection connection) {
        this.connection = connection;
    }

    /** A row of a view as a value. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The refs of payments that the till has not finished with. */
    Set<String> openPayments() {
        try {
            return new TreeSet<>(rows(OPEN_PAYMENTS, row -> row.getString(1)));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** All views at one instant: one transaction whose snapshot begins with it, so that no row is of another time. */
    Shop snapshot() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            Shop shop = new Shop(
                    rows("SELECT * FROM audit_order", ShopReader::order),
                    rows("SELECT * FROM audit_line", ShopReader::line),
                    rows("SELECT * FROM audit_payment", ShopReader::payment),
                    rows("SELECT * FROM audit_transition ORDER BY seq", ShopReader::transition),
                    rows("SELECT * FROM audit_stock", ShopReader::stock),
                    rows("SELECT * FROM audit_posting", ShopReader::posting));
            statement.execute("COMMIT");
            return shop;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private <T> List<T> rows(String query, Row<T> read) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(read.read(result));
            }
            return List.copyOf(rows);
        }
    }

    private static Shop.Order order(ResultSet row) throws SQLException {
        return new Shop.Order(
                row.getString("store"),
                row.getString("order_ref"),
                row.getObject("number", Long.class),
                row.getString("state"),
                row.getLong("total_minor"),
                row.getString("currency"),
                row.getString("payment_ref"),
                row.getString("gateway_intent"));
    }

    private static Shop.Line line(ResultSet row) throws SQLException {
        return new Shop.Line(
                row.getString("order_ref"),
                row.getString("sku"),
                row.getLong("quantity"),
                row.getLong("unit_minor"),
                row.getBoolean("tracked"));
    }

    private static Shop.Payment payment(ResultSet row) throws SQLException {
        return new Shop.Payment(
                row.getString("payment_ref"),
                row.getString("order_ref"),
                row.getString("state"),
                row.getLong("amount_minor"),
                row.getString("currency"),
                row.getString("gateway_intent"),
                row.getLong("captured_minor"),
                row.getLong("refunded_minor"));
    }

    private static Shop.Transition transition(ResultSet row) throws SQLException {
        return new Shop.Transition(
                row.getLong("seq"),
                row.getString("payment_ref"),
                row.getString("from_state"),
                row.getString("to_state"),
                row.getLong("epoch"),
                row.getString("owner"));
    }

    private static Shop.Stock stock(ResultSet row) throws SQLException {
        return new Shop.Stock(
                row.getString("store"),
                row.getString("sku"),
                row.getLong("initial"),
                row.getLong("on_hand"),
                row.getLong("reserved"),
                row.getLong("sold"));
    }

    private static Shop.Posting posting(ResultSet row) throws SQLException {
        return new Shop.Posting(
                row.getString("entry"),
                row.getString("account"),
                row.getString("order_ref"),
                row.getLong("amount_minor"),
                row.getString("currency"));
    }

    private static Failure unreadable(SQLException e) {
        return new Failure(
                "cannot read the shop's database: " + e.getMessage(),
                "see './arcade status' whether the database runs; './arcade up' starts it and its audit user",
                e);
    }
}
