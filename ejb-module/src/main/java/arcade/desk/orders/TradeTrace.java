package arcade.desk.orders;

import arcade.database.Sql;
import arcade.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What shopper, till and gateway did: placing, each step of payment and refunds, calls that failed, notices, mails. */
@ApplicationScoped
class TradeTrace implements OrderTrace {
    private static final String QUERY = """
            SELECT placed_at, 'placed', store_code, '' FROM shop_order WHERE ref = ?
            UNION ALL SELECT t.at, 'payment', t.to_state, CONCAT(t.owner, ' #', t.epoch)
                FROM payment_transition t JOIN payment p ON p.id = t.payment_id WHERE p.order_ref = ?
            UNION ALL SELECT r.created_at, 'refund.asked', r.reason, ''
                FROM refund r JOIN payment p ON p.id = r.payment_id WHERE p.order_ref = ?
            UNION ALL SELECT t.at, 'refund', t.to_state, CONCAT(t.owner, ' #', t.epoch)
                FROM refund_transition t JOIN refund r ON r.id = t.refund_id JOIN payment p ON p.id = r.payment_id
                WHERE p.order_ref = ?
            UNION ALL SELECT a.written_at, 'call', CONCAT_WS(' ', a.operation, a.outcome, IF(a.detail LIKE CONCAT(a.outcome, '[%'), NULL, a.detail)),
                CONCAT('#', a.epoch) FROM payment_attempt a JOIN payment p ON p.id = a.payment_id WHERE p.order_ref = ?
            UNION ALL SELECT g.received_at, 'notice', g.type, ''
                FROM gateway_event g JOIN payment p ON p.ref = g.payment_ref WHERE p.order_ref = ?
            UNION ALL SELECT b.found_at, 'break', CONCAT_WS(': ', b.kind, b.detail), COALESCE(b.cure, '')
                FROM payment_break b JOIN payment p ON p.ref = b.payment_ref WHERE p.order_ref = ?
            UNION ALL SELECT created_at, 'mail.queued', template, recipient FROM mail_outbox WHERE order_ref = ?
            UNION ALL SELECT sent_at, 'mail.sent', template, recipient
                FROM mail_outbox WHERE order_ref = ? AND sent_at IS NOT NULL
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
                        row.getString(4)),
                ref,
                ref,
                ref,
                ref,
                ref,
                ref,
                ref,
                ref,
                ref,
                MOST);
    }
}
