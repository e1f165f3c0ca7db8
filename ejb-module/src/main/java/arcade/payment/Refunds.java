package arcade.payment;

import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.payment.RefundDecision.Granted;
import arcade.payment.RefundDecision.Reason;
import arcade.shared.Money;
import arcade.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;

/**
 * The shop's side of refunds. A refund is a row before anything is asked of the gateway, and the till carries it out; whoever asks
 * with the same key gets the same refund, so a double click gives money back once.
 *
 * <p>Hazard: how much is left is only true under the lock of the payment's row, which every request takes first.
 */
@ApplicationScoped
public class Refunds {
    /** Most refunds of one payment, failed ones included. */
    public static final int MOST = 50;

    private static final int LONGEST_REASON = 200;

    @Inject
    private RefundRequests rows;

    @Inject
    private Sql sql;

    @Inject
    private Transactions transactions;

    /**
     * @param amountMinor in minor units of the order's currency; empty: all that is left
     * @param reason the operator's words, kept with the refund
     * @param requestKey the asker's own, 1 to 128 visible ASCII characters, unique within the order
     */
    public RefundDecision request(Token order, OptionalLong amountMinor, String reason, String requestKey) {
        return request(order, amountMinor, OptionalLong.empty(), reason, requestKey);
    }

    /** @param seenMinor what was left when the asker decided: if another amount is left by now, nothing is written; empty: whatever is left */
    public RefundDecision request(
            Token order, OptionalLong amountMinor, OptionalLong seenMinor, String reason, String requestKey) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return RefundDecision.refused(
                    Reason.REASON, "A refund needs a reason of 1 to " + LONGEST_REASON + " characters.");
        }
        return transactions.run(() -> rows.lockPayment(order)
                .map(payment -> rows.ofKey(payment, requestKey)
                        .map(before -> same(before, amountMinor))
                        .orElseGet(() -> grant(payment, amountMinor, seenMinor, reason.strip(), requestKey)))
                .orElseGet(() -> RefundDecision.refused(Reason.NO_SUCH_ORDER, "There is no order " + order + ".")));
    }

    /** The refunds of an order, oldest first. */
    public List<Refund> ofOrder(Token order) {
        return rows.ofOrder(order);
    }

    /**
     * Tells the till that the gateway has news of a refund: a hint to ask it now, at most once a second. A refund whose first call is
     * on its way does not listen: the answer to that call comes anyway.
     */
    public void lookNow(Token refund) {
        sql.update(
                "UPDATE refund SET due_at = GREATEST(UTC_TIMESTAMP(6), changed_at + INTERVAL 1 SECOND)"
                        + " WHERE ref = ? AND gateway_refund IS NOT NULL"
                        + " AND state IN ('REFUNDING', 'UNKNOWN_REFUND', 'REFUNDED')"
                        + " AND (due_at IS NULL OR due_at > GREATEST(UTC_TIMESTAMP(6), changed_at + INTERVAL 1 SECOND))",
                refund.value());
    }

    private static RefundDecision same(Refund before, OptionalLong amountMinor) {
        boolean same = amountMinor.isEmpty()
                || amountMinor.getAsLong() == before.amount().minor();
        return same
                ? new Granted(before, true)
                : RefundDecision.refused(
                        Reason.KEY_REUSED,
                        "This key asked for a refund of " + before.amount().minor() + " before. Use a new key.");
    }

    private RefundDecision grant(
            RefundRequests.Payer payment,
            OptionalLong amountMinor,
            OptionalLong seenMinor,
            String reason,
            String requestKey) {
        if (payment.state() != PaymentState.CAPTURED) {
            return RefundDecision.refused(
                    Reason.NOT_CAPTURED,
                    "The payment is " + payment.state() + ": no money was taken. Cancel the order instead.");
        }
        if (amountMinor.isPresent() && amountMinor.getAsLong() <= 0) {
            return RefundDecision.refused(Reason.AMOUNT, "A refund is more than zero.");
        }
        RefundRequests.Promised promised = rows.promised(payment);
        Money left = payment.captured().minus(promised.amount());
        if (seenMinor.isPresent() && seenMinor.getAsLong() != left.minor()) {
            return RefundDecision.refused(
                    Reason.CHANGED,
                    left.minor() + " " + left.currency() + " (minor units) are left by now, not "
                            + seenMinor.getAsLong() + ". Look again, and decide again.");
        }
        Money amount = new Money(amountMinor.orElse(left.minor()), left.currency());
        if (left.isZero() || amount.compareTo(left) > 0) {
            return RefundDecision.tooMuch(amount, left);
        }
        if (promised.count() >= MOST) {
            return RefundDecision.refused(
                    Reason.TOO_MANY, "This order has " + MOST + " refunds; give the rest back another way.");
        }
        return new Granted(rows.insert(payment, amount, reason, requestKey), false);
    }
}
