package arcade.invoicing;

import arcade.database.Statements;
import arcade.payment.PaymentsRefunded;
import arcade.payment.PaymentsRefunded.Refunded;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Notes in the till's transaction that a refund needs a credit note. No more than that: the till waits for no counter. */
@ApplicationScoped
public class CreditNotesDue {
    @Resource(lookup = "jdbc/arcade-till")
    private DataSource till;

    void refunded(@Observes PaymentsRefunded event) throws SQLException {
        try (Connection connection = till.getConnection()) {
            for (Refunded refund : event.refunds()) {
                if (!refund.returned()) {
                    Statements.update(
                            connection,
                            "INSERT IGNORE INTO credit_note_due (refund_ref, order_ref, store_id) VALUES (?, ?, ?)",
                            refund.refundRef().value(),
                            refund.orderRef().value(),
                            refund.storeId());
                }
            }
        }
    }
}
