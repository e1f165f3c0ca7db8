package arcade.till.book;

import arcade.cluster.FencingToken;
import arcade.payment.PaymentsRefunded;
import arcade.payment.PaymentsRefunded.Refunded;
import arcade.payment.RefundState;
import arcade.till.failpoint.Failpoint;
import arcade.till.payment.AskSchedule;
import arcade.till.payment.BreakKind;
import arcade.till.refund.RefundChange;
import arcade.till.refund.RefundOutcome;
import arcade.till.refund.RefundProcess;
import arcade.till.refund.RefundRow;
import arcade.till.refund.RefundStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The till's transactions about refunds, of the same make as those of {@link PaymentBook}: fenced, many at a time, each write naming
 * the state and version it expects.
 *
 * <p>Hazard: a payment's row is locked before the rows of its refunds, here as where a refund is asked for, so that nobody waits
 * for each other in a circle. No call to the gateway may happen in here.
 */
@ApplicationScoped
public class RefundBook implements BookOfSteps<RefundStep, RefundOutcome> {
    @Inject
    private TillSql sql;

    @Inject
    private Event<PaymentsRefunded> refunded;

    @Override
    public boolean hasWork() {
        return !due(1).isEmpty();
    }

    @Override
    public List<Long> due(int limit) {
        return sql.read(connection -> DueTable.REFUNDS.ids(connection, limit));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public List<RefundStep> begin(FencingToken token, int limit) {
        return sql.fenced(token, connection -> begin(connection, token, RefundTable.lockDue(connection, limit)));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public List<RefundStep> beginOne(FencingToken token, long refund) {
        return sql.fenced(token, connection -> begin(connection, token, RefundTable.lockOne(connection, refund)));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void putOff(FencingToken token, long refund) {
        sql.write(token, connection -> DueTable.REFUNDS.putOff(connection, refund));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public List<RefundStep> record(FencingToken token, List<RefundOutcome> outcomes) {
        List<RefundChange> changes = outcomes.stream()
                .map(RefundOutcome::change)
                .sorted(Comparator.comparingLong(change -> change.row().id()))
                .toList();
        return sql.fenced(token, connection -> {
            RefundTable.lockPayments(connection, changes);
            AttemptTable.finishRefunds(connection, outcomes);
            return write(connection, token, changes);
        });
    }

    private List<RefundStep> begin(Connection connection, FencingToken token, List<RefundRow> due) throws SQLException {
        List<RefundStep> steps =
                write(connection, token, due.stream().map(RefundProcess::begin).toList());
        Failpoint.INTENTION_WRITTEN.reached();
        return steps;
    }

    private List<RefundStep> write(Connection connection, FencingToken token, List<RefundChange> changes)
            throws SQLException {
        List<RefundChange> written = RefundTable.update(connection, changes);
        TransitionTable.REFUNDS.append(connection, token, written);
        List<RefundStep> steps = new ArrayList<>();
        for (RefundChange change : written) {
            change.step().ifPresent(steps::add);
            note(connection, change);
            if (change.becomes(RefundState.REFUNDED)) {
                RefundTable.raiseRefunded(
                        connection, change.row(), change.row().amount().minor());
            } else if (isReturned(change)) {
                RefundTable.raiseRefunded(
                        connection, change.row(), -change.row().amount().minor());
            }
        }
        AttemptTable.beginRefunds(connection, token, steps);
        tell(written);
        TransitionTable.REFUNDS
                .writtenBefore(connection, changes, written)
                .forEach(change -> change.step().ifPresent(steps::add));
        return steps;
    }

    private static void note(Connection connection, RefundChange change) throws SQLException {
        boolean wasAskedInVain = change.row().state() == RefundState.UNKNOWN_REFUND
                || AskSchedule.isOver(change.row().asked());
        if (wasAskedInVain && !change.path().isEmpty()) {
            BreakTable.close(
                    connection, BreakKind.UNRESOLVED, change.row().ref().value());
        }
        if (change.found().isPresent()) {
            BreakTable.note(connection, change.found().get());
        }
    }

    /** Ledger and mail follow in this same transaction. */
    private void tell(List<RefundChange> written) {
        List<Refunded> refunds = written.stream()
                .filter(change -> change.becomes(RefundState.REFUNDED) || isReturned(change))
                .map(change -> new Refunded(
                        change.row().ref(),
                        change.row().orderRef(),
                        change.row().storeId(),
                        change.row().amount(),
                        isReturned(change)))
                .toList();
        if (!refunds.isEmpty()) {
            Failpoint.OUTCOME_WRITTEN.reached();
            refunded.fire(new PaymentsRefunded(refunds));
            Failpoint.ORDER_SETTLED.reached();
        }
    }

    /** Whether the money had been given back and came back to the shop. */
    private static boolean isReturned(RefundChange change) {
        return change.row().state() == RefundState.REFUNDED && change.becomes(RefundState.REFUND_FAILED);
    }
}
