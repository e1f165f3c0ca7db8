package arcade.till.testing;

import arcade.shared.Money;
import arcade.shared.Token;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Rows for the tests of the till: orders with payments of 18.00 EUR in the state that a test needs. */
public final class TillRows {
    private final DataSource database;

    public TillRows(DataSource database) {
        this.database = database;
    }

    /** @param age in seconds, since its last change; it is due in an hour if it is open */
    public String payment(String state, String intent, int age) {
        String order = Token.random().value();
        String ref = Token.random().value();
        Money price = Money.of(1_800, "EUR");
        String paid = state.equals("CAPTURED") ? "1800" : "0";
        boolean over = state.equals("CAPTURED") || state.equals("VOIDED") || state.equals("ABANDONED");
        execute(
                "INSERT INTO shop_order (ref, store_id, store_code, state, checkout_key, cart_token, currency, items_minor,"
                        + " shipping_minor, tax_minor, total_minor, email, name, line1, postal_code, city, country, placed_at)"
                        + " VALUES ('" + order + "', 1, 'arcade', 'PLACED', '" + order + "', '" + order + "', 'EUR', "
                        + price.minor() + ", 0, 0, " + price.minor()
                        + ", 'a@example.org', 'A', '1 Street', '1', 'Town', 'DE', UTC_TIMESTAMP(6))");
        execute("INSERT INTO payment (ref, order_ref, store_id, store_code, amount_minor, currency, state, method,"
                + " return_origin, gateway_intent, captured_minor, due_at, created_at, changed_at) VALUES ('" + ref
                + "', '" + order + "', 1, 'arcade', " + price.minor() + ", 'EUR', '" + state + "', 'TOKEN',"
                + " 'http://arcade.localhost', " + (intent == null ? "NULL" : "'" + intent + "'") + ", " + paid + ", "
                + (over ? "NULL" : "UTC_TIMESTAMP(6) + INTERVAL 1 HOUR") + ", UTC_TIMESTAMP(6) - INTERVAL " + age
                + " SECOND, UTC_TIMESTAMP(6) - INTERVAL " + age + " SECOND)");
        return ref;
    }

    public void execute(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first value; "null" for none. */
    public String text(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? String.valueOf(row.getString(1)) : "nothing";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** {@code KIND CURE open|closed} of the break about a subject, several joined by a plus. */
    public String breaks(String subject) {
        return text("SELECT COALESCE(GROUP_CONCAT(CONCAT_WS(' ', kind, cure, IF(closed_at IS NULL, 'open', 'closed'))"
                + " ORDER BY kind SEPARATOR ' + '), '') FROM payment_break WHERE subject = '" + subject + "'");
    }
}
