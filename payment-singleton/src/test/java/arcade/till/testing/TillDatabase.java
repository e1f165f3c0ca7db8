package arcade.till.testing;

import arcade.shared.Token;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** For tests in the container: what stands in the till's tables, and what must stand there before. */
public final class TillDatabase {
    public static final int CAPTURED_MINOR = 1_800;

    private final DataSource database;

    public TillDatabase(DataSource database) {
        this.database = database;
    }

    /** @return its order, which is paid */
    public Token aCapturedPayment() throws SQLException {
        Token order = Token.random();
        execute("INSERT INTO shop_order (ref, store_id, store_code, number, state, checkout_key, cart_token, currency,"
                + " items_minor, shipping_minor, tax_minor, total_minor, email, name, line1, postal_code, city, country,"
                + " placed_at, paid_at) SELECT '" + order + "', 9, 'refunds', COALESCE(MAX(number), 0) + 1, 'PAID', '"
                + order + "', '" + order + "', 'EUR', " + CAPTURED_MINOR + ", 0, 0, " + CAPTURED_MINOR
                + ", 'a@example.org', 'A', '1 Street', '1', 'Town', 'DE', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)"
                + " FROM shop_order WHERE store_id = 9");
        execute("INSERT INTO payment (ref, order_ref, store_id, store_code, amount_minor, currency, state, method,"
                + " method_token, return_origin, gateway_intent, captured_minor, created_at, changed_at) VALUES ('"
                + Token.random() + "', '" + order + "', 9, 'refunds', " + CAPTURED_MINOR + ", 'EUR', 'CAPTURED',"
                + " 'TOKEN', 'pm_card_visa', 'http://arcade.localhost', 'pi_" + order + "', " + CAPTURED_MINOR
                + ", UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))");
        return order;
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    /** The first column of the first row. */
    public String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
