package arcade.ledger;

import arcade.payment.PaymentsCaptured;
import arcade.payment.PaymentsCaptured.Captured;
import arcade.payment.PaymentsRefunded;
import arcade.payment.PaymentsRefunded.Refunded;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Posts what the till captured and gave back, in the till's own transaction: the gateway owes us the money, the store
 * has sold for it; a refund goes the other way, on an account of its own beside the sales.
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
                String name = "capture:" + capture.paymentRef();
                new Entry(name, capture.storeId(), capture.orderRef(), capture.amount()).post(post, "gateway", "sales");
            }
            post.executeBatch();
        }
    }

    void refunded(@Observes PaymentsRefunded event) throws SQLException {
        try (Connection connection = till.getConnection();
                PreparedStatement post = connection.prepareStatement(POST)) {
            for (Refunded refund : event.refunds()) {
                String name = (refund.returned() ? "refund-returned:" : "refund:") + refund.refundRef();
                Entry entry = new Entry(name, refund.storeId(), refund.orderRef(), refund.amount());
                if (refund.returned()) {
                    entry.post(post, "gateway", "refunds");
                } else {
                    entry.post(post, "refunds", "gateway");
                }
            }
            post.executeBatch();
        }
    }
}
