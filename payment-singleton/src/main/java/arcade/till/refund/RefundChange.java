package arcade.till.refund;

import arcade.payment.RefundState;
import arcade.till.payment.AskSchedule;
import arcade.till.payment.Break;
import arcade.till.payment.BreakKind;
import arcade.till.payment.Walk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one transaction writes about one refund.
 *
 * @param id known before the commit, so that an unknown commit can be looked up by it
 * @param path the states it goes through in this transaction, each a legal transition from the one before; empty: it stays
 * @param gatewayRefund the gateway's name of it, if the answer taught it; null: the row keeps what it has
 * @param failure the gateway's word where it refused; null: none
 * @param dueIn when the till looks again by itself; null: never. While a call is in flight this is when its sender counts as dead
 * @param next what to send once this is committed
 * @param found what a human must look at
 */
public record RefundChange(
        String id,
        RefundRow row,
        List<RefundState> path,
        String gatewayRefund,
        String failure,
        int asked,
        Duration dueIn,
        Optional<RefundOperation> next,
        Optional<Break> found)
        implements Walk {

    public RefundChange {
        path = List.copyOf(path);
        RefundState at = row.state();
        for (RefundState step : path) {
            if (!at.mayBecome(step)) {
                throw new IllegalStateException("refund " + row.ref() + " may not go from " + at + " to " + step);
            }
            at = step;
        }
    }

    /** To another state, from which a call follows; the refund counts as in flight until it is answered. */
    static RefundChange sending(RefundRow row, RefundOperation next, RefundState... path) {
        return new RefundChange(
                newId(),
                row,
                List.of(path),
                null,
                null,
                row.asked(),
                RefundProcess.IN_FLIGHT,
                Optional.of(next),
                Optional.empty());
    }

    /** To the last state that the till looks after by itself. */
    static RefundChange ending(RefundRow row, String gatewayRefund, String failure, RefundState... path) {
        return new RefundChange(
                newId(), row, List.of(path), gatewayRefund, failure, 0, null, Optional.empty(), Optional.empty());
    }

    /** Asked about when the schedule says so. */
    static RefundChange waiting(RefundRow row, String gatewayRefund, int asked, RefundState... path) {
        return new RefundChange(
                newId(),
                row,
                List.of(path),
                gatewayRefund,
                null,
                asked,
                AskSchedule.next(asked),
                Optional.empty(),
                Optional.empty());
    }

    RefundChange finding(BreakKind kind, String detail) {
        Break noted = new Break(kind, row.ref().value(), row.paymentRef().value(), row.intent(), detail);
        return new RefundChange(id, row, path, gatewayRefund, failure, asked, dueIn, next, Optional.of(noted));
    }

    @Override
    public long rowId() {
        return row.id();
    }

    @Override
    public RefundState from() {
        return row.state();
    }

    /** The call that may be sent once this is committed. */
    public Optional<RefundStep> step() {
        return next.map(operation -> new RefundStep(row.after(this), operation, operation.acts() ? id : null));
    }

    /** The state after it. */
    public RefundState state() {
        return path.isEmpty() ? row.state() : path.get(path.size() - 1);
    }

    /** Whether it is in this state now and was not before. */
    public boolean becomes(RefundState state) {
        return !path.isEmpty() && state() == state;
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
