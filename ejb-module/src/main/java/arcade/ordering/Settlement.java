package arcade.ordering;

import arcade.payment.PaymentsAbandoned;
import arcade.payment.PaymentsCaptured;
import arcade.payment.PaymentsCaptured.Captured;
import arcade.payment.PaymentsRefunded;
import arcade.payment.PaymentsRefunded.Refunded;
import arcade.redemption.Uses;
import arcade.stock.Reservations;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What an order becomes when the till knows about its money: PAID with the store's next number and its pieces sold, or
 * CANCELLED with its uses of promotions given back and its pieces back on hand. All of it in the till's transaction, for
 * a whole batch of captures at once; a row that is not as expected throws, so that neither the capture nor anything else
 * of the batch is recorded.
 */
@ApplicationScoped
public class Settlement {
    @Resource(lookup = "jdbc/arcade-till")
    private DataSource till;

    void captured(@Observes PaymentsCaptured event) throws SQLException {
        if (event.captures().isEmpty()) {
            return;
        }
        try (Connection connection = till.getConnection()) {
            SettlementRows rows = new SettlementRows(connection);
            List<String> orders = event.captures().stream()
                    .map(captured -> captured.orderRef().value())
                    .toList();
            Map<Long, Long> perStore =
                    event.captures().stream().collect(Collectors.groupingBy(Captured::storeId, Collectors.counting()));
            rows.paid(event.captures(), rows.takeNumbers(perStore));
            Reservations.sell(connection, rows.reserved(orders));
            rows.mailPaid(orders);
        }
    }

    /** The order stays PAID and keeps its number: what was given back stands beside it. */
    void refunded(@Observes PaymentsRefunded event) throws SQLException {
        try (Connection connection = till.getConnection()) {
            SettlementRows rows = new SettlementRows(connection);
            for (Refunded refund : event.refunds()) {
                if (!refund.returned()) {
                    rows.mailRefunded(refund);
                }
            }
        }
    }

    void abandoned(@Observes PaymentsAbandoned event) throws SQLException {
        if (event.payments().isEmpty()) {
            return;
        }
        try (Connection connection = till.getConnection()) {
            SettlementRows rows = new SettlementRows(connection);
            rows.cancelled(event.payments());
            List<String> orders = event.payments().stream()
                    .map(abandoned -> abandoned.orderRef().value())
                    .toList();
            Uses.free(connection, rows.uses(orders));
            Reservations.release(connection, rows.reserved(orders));
        }
    }
}
