package arcade.till.simulation;

import arcade.payment.RefundState;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.till.refund.RefundChange;
import arcade.till.refund.RefundProcess;
import arcade.till.refund.RefundRow;
import java.util.Optional;

/** A row of {@code refund} in the simulated database. */
final class SimulatedRefundRow implements Cloneable {
    final long id;
    final Token ref;
    final long payment;
    /** The asker's own: a double click is one refund. */
    final String requestKey;

    final Money amount;
    RefundState state = RefundState.REQUESTED;
    String gatewayRefund;
    int asked;
    long dueAt;
    long changedAt;
    long firstSentAt = SimulatedPayment.NEVER;
    long version;

    SimulatedRefundRow(long id, Token ref, long payment, String requestKey, Money amount, long now) {
        this.id = id;
        this.ref = ref;
        this.payment = payment;
        this.requestKey = requestKey;
        this.amount = amount;
        this.dueAt = now;
        this.changedAt = now;
    }

    SimulatedRefundRow copy() {
        try {
            return (SimulatedRefundRow) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    RefundRow row(SimulatedPayment paid, long now) {
        long keyAge = firstSentAt == SimulatedPayment.NEVER ? 0 : (now - firstSentAt) / SimulatedTime.SECOND;
        return new RefundRow(
                id,
                ref,
                payment,
                paid.ref,
                paid.order,
                1,
                amount,
                state,
                paid.intent,
                gatewayRefund,
                asked,
                keyAge,
                version,
                Optional.empty());
    }

    boolean isAsReadBy(RefundChange change) {
        return state == change.row().state() && version == change.row().version();
    }

    /** What {@code RefundTable.UPDATE} does. */
    void apply(RefundChange change, long now) {
        boolean stays = change.path().isEmpty() && change.next().isEmpty();
        boolean hinted = stays && dueAt < changedAt + SimulatedTime.micros(RefundProcess.IN_FLIGHT);
        if (!hinted) {
            dueAt = change.dueIn() == null ? SimulatedPayment.NEVER : now + SimulatedTime.micros(change.dueIn());
        }
        state = change.state();
        asked = change.asked();
        gatewayRefund = change.gatewayRefund() == null ? gatewayRefund : change.gatewayRefund();
        changedAt = now;
        version++;
    }

    boolean isOver() {
        return state == RefundState.REFUNDED || state == RefundState.REFUND_FAILED;
    }
}
