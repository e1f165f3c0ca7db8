package arcade.testing;

import static arcade.testing.Shopfloor.wish;

import arcade.cart.Carts;
import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.ordering.Checkout;
import arcade.payment.PaymentsCaptured;
import arcade.payment.PaymentsCaptured.Captured;
import arcade.payment.PaymentsRefunded;
import arcade.payment.PaymentsRefunded.Refunded;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** For tests in the container: what the till does to orders, without a till. */
@ApplicationScoped
public class Sales {
    @Inject
    private Shopfloor floor;

    @Inject
    private Carts carts;

    @Inject
    private Checkout checkout;

    @Inject
    private Sql sql;

    @Inject
    private Transactions transactions;

    @Inject
    private Event<PaymentsCaptured> captured;

    @Inject
    private Event<PaymentsRefunded> refunded;

    /** @param pieces by SKU; their lines stand in the order of the map */
    public Token placed(Store store, Map<String, Integer> pieces) {
        Token cart = null;
        for (Map.Entry<String, Integer> line : pieces.entrySet()) {
            if (cart == null) {
                cart = floor.cartWith(store, line.getKey(), line.getValue());
            } else {
                carts.add(store, cart, line.getKey(), line.getValue());
            }
        }
        return Shopfloor.placed(
                checkout.place(store, wish(cart, UUID.randomUUID().toString())));
    }

    public Token paid(Store store, Map<String, Integer> pieces) {
        Token order = placed(store, pieces);
        capture(store, order);
        return order;
    }

    public void capture(Store store, Token order) {
        long total = floor.number("SELECT total_minor FROM shop_order WHERE ref = ?", order.value());
        // Not in one transaction with the event: its observers write through the till's data source.
        sql.update(
                "UPDATE payment SET state = 'CAPTURED', captured_minor = amount_minor, due_at = NULL WHERE order_ref = ?",
                order.value());
        transactions.run(() -> {
            captured.fire(new PaymentsCaptured(
                    List.of(new Captured(Token.random(), order, store.id(), Money.of(total, "EUR")))));
            return order;
        });
    }

    /** The till carries all refunds of the order out. */
    public void giveBack(Store store, Token order) {
        List<Refunded> open = sql.list(
                "SELECT r.ref, r.amount_minor FROM refund r JOIN payment p ON p.id = r.payment_id"
                        + " WHERE p.order_ref = ? AND r.state = 'REQUESTED' ORDER BY r.id",
                row -> new Refunded(
                        new Token(row.getString(1)), order, store.id(), Money.of(row.getLong(2), "EUR"), false),
                order.value());
        for (Refunded each : open) {
            sql.update(
                    "INSERT INTO refund_transition (change_id, refund_id, from_state, to_state, epoch, owner, at)"
                            + " SELECT UUID(), id, 'REFUNDING', 'REFUNDED', 1, 'test', UTC_TIMESTAMP(6)"
                            + " FROM refund WHERE ref = ?",
                    each.refundRef().value());
            sql.update(
                    "UPDATE refund SET state = 'REFUNDED', due_at = NULL WHERE ref = ?",
                    each.refundRef().value());
        }
        transactions.run(() -> {
            refunded.fire(new PaymentsRefunded(open));
            return order;
        });
    }
}
