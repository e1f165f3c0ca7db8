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
    private static final String OPEN = "SELECT payment_ref FROM audit_payment WHERE state IN ("
            + words(NothingHangs.OPEN) + ") UNION SELECT refund_ref FROM audit_refund WHERE state IN ("
            + words(NothingHangs.OPEN_REFUND) + ")";
    private static final int NO_SUCH_TABLE = 1146;
    // What a user is told of a view that does not exist and that he was given no right to.
    private static final int DENIED = 1142;

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

    private static String words(Set<String> states) {
        return states.stream().map(state -> "'" + state + "'").collect(Collectors.joining(", "));
    }

    /** The refs of payments and refunds that the till has not finished with. */
    Set<String> open() {
        try {
            return new TreeSet<>(rows(OPEN, row -> row.getString(1)));
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
                    rows("SELECT * FROM audit_posting", ShopReader::posting),
                    rows("SELECT * FROM audit_refund", ShopReader::refund),
                    rows("SELECT * FROM audit_refund_transition ORDER BY seq", ShopReader::refundTransition),
                    rows("SELECT * FROM audit_break", ShopReader::difference),
                    rows("SELECT * FROM audit_total", ShopReader::total),
                    rows("SELECT * FROM audit_promotion", ShopReader::uses));
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

    private static Shop.Refund refund(ResultSet row) throws SQLException {
        return new Shop.Refund(
                row.getString("refund_ref"),
                row.getString("payment_ref"),
                row.getString("order_ref"),
                row.getString("state"),
                row.getLong("amount_minor"),
                row.getString("currency"));
    }

    private static Shop.RefundTransition refundTransition(ResultSet row) throws SQLException {
        return new Shop.RefundTransition(
                row.getLong("seq"),
                row.getString("refund_ref"),
                row.getString("from_state"),
                row.getString("to_state"),
                row.getLong("epoch"),
                row.getString("owner"));
    }

    private static Shop.Break difference(ResultSet row) throws SQLException {
        return new Shop.Break(
                row.getString("kind"),
                row.getString("subject"),
                row.getString("payment_ref"),
                row.getString("gateway_intent"),
                row.getString("cure"));
    }

    private static Shop.Total total(ResultSet row) throws SQLException {
        return new Shop.Total(
                row.getString("order_ref"),
                row.getLong("items_minor"),
                row.getLong("discount_minor"),
                row.getLong("shipping_minor"),
                row.getLong("total_minor"),
                row.getLong("lines_minor"),
                row.getLong("off_lines_minor"),
                row.getLong("off_by_rules_minor"));
    }

    private static Shop.Uses uses(ResultSet row) throws SQLException {
        return new Shop.Uses(
                row.getLong("promotion_id"), row.getLong("used"), row.getLong("orders"), row.getLong("by_buyers"));
    }

    static Failure unreadable(SQLException e) {
        if (e.getErrorCode() == NO_SUCH_TABLE || e.getErrorCode() == DENIED) {
            return new Failure(
                    "this database has not all views that the audit reads: " + e.getMessage(),
                    "its schema is older than this tool: './arcade up' brings it up to date",
                    e);
        }
        return new Failure(
                "cannot read the shop's database: " + e.getMessage(),
                "see './arcade status' whether the database runs; './arcade up' starts it and its audit user",
                e);
    }
}
