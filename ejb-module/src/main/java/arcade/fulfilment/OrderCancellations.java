package arcade.fulfilment;

import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.fulfilment.Outcome.Done;
import arcade.fulfilment.Outcome.Reason;
import arcade.shared.Token;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Cancels a paid order of which nothing was sent: its pieces are free again and its money goes back. The order stays PAID, because
 * that is what happened to its money. One that is not paid is cancelled at the till, see {@link arcade.payment.PaymentWishes}.
 */
@ApplicationScoped
public class OrderCancellations {
    @Inject
    private Sql sql;

    @Inject
    private LineRows lines;

    @Inject
    private MoneyBack moneyBack;

    @Inject
    private Transactions transactions;

    /** Asked again, it does no more. */
    public Outcome cancel(Store store, Token order) {
        return transactions.run(() -> lines.lock(store, order)
                .map(this::cancel)
                .orElseGet(() -> Outcome.refused(Reason.NO_SUCH_ORDER, "There is no order " + order + ".")));
    }

    private Outcome cancel(PaidOrder order) {
        if (at(order).isPresent()) {
            return new Done(order.token(), true);
        }
        if (!order.paid()) {
            return Outcome.refused(Reason.NOT_PAID, "The order is not paid.");
        }
        if (!order.nothingSent()) {
            return Outcome.refused(Reason.SHIPPED, "Pieces of the order were sent already. They can be returned.");
        }
        if (order.lines().stream().allMatch(line -> line.toShip() == 0)) {
            return Outcome.refused(Reason.NOTHING, "There is nothing left to cancel.");
        }
        order.lines().stream()
                .filter(line -> line.toShip() > 0)
                .forEach(line -> lines.cancel(order, new Pieces(line.position(), line.toShip())));
        Optional<Token> refund = moneyBack.all(order, "cancelled before it was sent", "cancelled:" + order.token());
        sql.update(
                "INSERT INTO order_cancellation (order_id, refund_ref, cancelled_at) VALUES (?, ?, UTC_TIMESTAMP(6))",
                order.id(),
                refund.map(Token::value).orElse(null));
        return new Done(order.token(), false);
    }

    Optional<Instant> at(PaidOrder order) {
        return sql.first(
                "SELECT cancelled_at FROM order_cancellation WHERE order_id = ?",
                row -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                order.id());
    }
}
