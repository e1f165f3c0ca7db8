package arcade.desk.orders;

import arcade.database.Sql;
import arcade.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What left the house and what came back. */
@ApplicationScoped
class ParcelTrace implements OrderTrace {
    private static final String QUERY = """
            SELECT s.shipped_at, 'shipped', CONCAT_WS(' ', s.carrier, s.tracking_number)
                FROM shipment s JOIN shop_order o ON o.id = s.order_id WHERE o.ref = ?
            UNION ALL SELECT s.delivered_at, 'delivered', CONCAT_WS(' ', s.carrier, s.tracking_number)
                FROM shipment s JOIN shop_order o ON o.id = s.order_id WHERE o.ref = ? AND s.delivered_at IS NOT NULL
            UNION ALL SELECT r.requested_at, IF(r.kind = 'WITHDRAWAL', 'withdrawn', 'return'), CONCAT_WS(' ', r.reason, r.remark)
                FROM return_case r JOIN shop_order o ON o.id = r.order_id WHERE o.ref = ?
            UNION ALL SELECT r.closed_at, IF(r.state = 'REFUSED', 'return.refused', 'return.received'), COALESCE(r.refusal, '')
                FROM return_case r JOIN shop_order o ON o.id = r.order_id WHERE o.ref = ? AND r.closed_at IS NOT NULL
            UNION ALL SELECT c.cancelled_at, 'cancelled', ''
                FROM order_cancellation c JOIN shop_order o ON o.id = c.order_id WHERE o.ref = ?
            ORDER BY 1 LIMIT ?""";

    @Inject
    private Sql sql;

    @Override
    public List<OrderEvent> of(Token order) {
        String ref = order.value();
        return sql.list(
                QUERY,
                row -> new OrderEvent(
                        row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString(2),
                        row.getString(3),
                        ""),
                ref,
                ref,
                ref,
                ref,
                ref,
                MOST);
    }
}
