package arcade.ledger;

import arcade.payment.PaymentsCaptured;
import arcade.payment.PaymentsCaptured.Captured;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Posts what the till captured, in the till's own transaction: the gateway owes us the money, the store has sold for
 * it.
 */
@ApplicationScoped
public class Ledger {
    private static final String POST = "INSERT INTO ledger_posting"
            + " (entry, account, store_id, order_ref, amount_minor, currency, at) VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))";

    @Resource(lookup = "jdbc/arcade-till")
    private DataSource till;

    void captured(@Observes PaymentsCaptured event) throws SQLException {
        try (Connection connection = till.getConnection();
                PreparedStatement post = connection.prepareStatement(POST)) {
            for (Captured capture : event.captures()) {
                post(post, capture, "gateway", capture.amount().minor());
                post(post, capture, "sales", -capture.amount().minor());
            }
            post.executeBatch();
        }
    }

    private static void post(PreparedStatement post, Captured capture, String account, long minor) throws SQLException {
        post.setString(1, "capture:" + capture.paymentRef());
        post.setString(2, account);
        post.setLong(3, capture.storeId());
        post.setString(4, capture.orderRef().value());
        post.setLong(5, minor);
        post.setString(6, capture.amount().currency().getCurrencyCode());
        post.addBatch();
    }
}
