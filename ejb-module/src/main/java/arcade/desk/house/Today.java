package arcade.desk.house;

import arcade.database.Sql;
import arcade.desk.orders.OrderList;
import arcade.desk.orders.OrderQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What needs a hand today, in numbers. */
@ApplicationScoped
public class Today {
    @Inject
    private Sql sql;

    @Inject
    private OrderList orders;

    @Inject
    @ConfigProperty(name = "arcade.backoffice.low-stock", defaultValue = "5")
    private int lowStock;

    /**
     * @param unknown payments whose last call got no answer yet
     * @param breaks open differences between shop and gateway
     * @param toShip paid orders of which something is still to be sent
     * @param returns orders with a return or a withdrawal to decide
     * @param lowStock SKUs for sale with so few pieces, or fewer
     * @param mailsWaiting due and not sent
     * @param mailSeconds how long the oldest of them has waited
     * @param mailsGivenUp will not be sent by themselves
     * @param ordersToday paid since midnight, UTC
     */
    public record Numbers(
            long unknown,
            long breaks,
            long toShip,
            long returns,
            long lowStock,
            long mailsWaiting,
            long mailSeconds,
            long mailsGivenUp,
            long ordersToday) {}

    public Numbers look() {
        return new Numbers(
                number("SELECT COUNT(*) FROM payment WHERE state LIKE 'UNKNOWN%' AND due_at IS NOT NULL"),
                number("SELECT COUNT(*) FROM payment_break WHERE closed_at IS NULL"),
                orders.count(new OrderQuery("", OrderQuery.TO_SHIP, "")),
                orders.count(new OrderQuery("", OrderQuery.RETURN, "")),
                number(
                        "SELECT COUNT(*) FROM stock k JOIN variant v ON v.store_id = k.store_id AND v.sku = k.sku"
                                + " JOIN product p ON p.id = v.product_id AND p.published WHERE v.tracked AND k.on_hand <= ?",
                        lowStock),
                number("SELECT COUNT(*) FROM mail_outbox WHERE due_at <= UTC_TIMESTAMP(6)"),
                number("SELECT COALESCE(MAX(TIMESTAMPDIFF(SECOND, created_at, UTC_TIMESTAMP(6))), 0) FROM mail_outbox"
                        + " WHERE due_at <= UTC_TIMESTAMP(6)"),
                number("SELECT COUNT(*) FROM mail_outbox WHERE sent_at IS NULL AND due_at IS NULL"
                        + " AND created_at > UTC_TIMESTAMP(6) - INTERVAL 30 DAY"),
                number("SELECT COUNT(*) FROM shop_order WHERE state = 'PAID' AND paid_at >= UTC_DATE()"));
    }

    private long number(String query, Object... values) {
        return sql.first(query, row -> row.getLong(1), values).orElseThrow();
    }
}
