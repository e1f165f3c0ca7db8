package arcade.till.book;

import arcade.cluster.FencingToken;
import arcade.payment.PaymentState;
import arcade.payment.PaymentsAbandoned;
import arcade.payment.PaymentsAbandoned.Abandoned;
import arcade.payment.PaymentsCaptured;
import arcade.payment.PaymentsCaptured.Captured;
import arcade.till.failpoint.Failpoint;
import arcade.till.payment.AskSchedule;
import arcade.till.payment.BreakKind;
import arcade.till.payment.Change;
import arcade.till.payment.Outcome;
import arcade.till.payment.PaymentProcess;
import arcade.till.payment.PaymentRow;
import arcade.till.payment.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The till's transactions. Each passes the lease's fence first, and each write names the state and version it expects to find. Many
 * payments share one transaction: it costs one commit, and the counter of the order numbers is locked once for all of them.
 *
 * <p>Hazard: no call to the gateway may happen in here.
 */
@ApplicationScoped
public class PaymentBook implements BookOfSteps<Step, Outcome> {
    @Inject
    private TillSql sql;

    @Inject
    private Event<PaymentsCaptured> captured;

    @Inject
    private Event<PaymentsAbandoned> abandoned;

    @Override
    public boolean hasWork() {
        return sql.read(PaymentTable::isAnyDue);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public List<Step> begin(FencingToken token, int limit) {
        return sql.fenced(token, connection -> begin(connection, token, PaymentTable.lockDue(connection, limit)));
    }

    @Override
    public List<Long> due(int limit) {
        return sql.read(connection -> DueTable.PAYMENTS.ids(connection, limit));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public List<Step> beginOne(FencingToken token, long payment) {
        return sql.fenced(token, connection -> begin(connection, token, PaymentTable.lockOne(connection, payment)));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void putOff(FencingToken token, long payment) {
        sql.write(token, connection -> DueTable.PAYMENTS.putOff(connection, payment));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public List<Step> record(FencingToken token, List<Outcome> outcomes) {
        return sql.fenced(token, connection -> {
            AttemptTable.finish(connection, outcomes);
            Set<Long> givenUp = PaymentTable.lockGivenUp(
                    connection,
                    outcomes.stream()
                            .map(outcome -> outcome.step().payment().id())
                            .toList());
            return write(
                    connection,
                    token,
                    outcomes.stream().map(outcome -> outcome.change(givenUp)).toList());
        });
    }

    /** Lets the next look find at once what a dead till had in flight, instead of when its calls would have been given up. */
    @Transactional(TxType.REQUIRES_NEW)
    public void takeOver(FencingToken token) {
        sql.write(token, connection -> {
            PaymentTable.makeInFlightDue(connection);
            RefundTable.makeInFlightDue(connection);
        });
    }

    /** Keeps for the shop's pages whether the gateway answers. When it does again, everything unknown is asked about at once. */
    @Transactional(TxType.REQUIRES_NEW)
    public void gatewayAnswers(FencingToken token, boolean answers) {
        sql.write(token, connection -> {
            CircuitTable.write(connection, !answers);
            if (answers) {
                PaymentTable.makeUnknownDue(connection);
                RefundTable.makeUnknownDue(connection);
            }
        });
    }

    /** Finds what would wait for a time that comes again because the database's clock was set back; answers how many. */
    @Transactional(TxType.REQUIRES_NEW)
    public int wakeFromTheFuture(FencingToken token) {
        return sql.fenced(token, PaymentTable::wakeFromTheFuture);
    }

    private List<Step> begin(Connection connection, FencingToken token, List<PaymentRow> due) throws SQLException {
        List<Step> steps =
                write(connection, token, due.stream().map(PaymentProcess::begin).toList());
        Failpoint.INTENTION_WRITTEN.reached();
        return steps;
    }

    private List<Step> write(Connection connection, FencingToken token, List<Change> changes) throws SQLException {
        List<Change> inOrder = changes.stream()
                .sorted(Comparator.comparingLong(change -> change.row().id()))
                .toList();
        List<Change> written = PaymentTable.update(connection, inOrder);
        TransitionTable.PAYMENTS.append(connection, token, written);
        List<Step> steps =
                written.stream().flatMap(change -> change.step().stream()).toList();
        AttemptTable.begin(connection, token, steps);
        look(connection, written);
        tell(written);
        return Stream.concat(
                        steps.stream(),
                        TransitionTable.PAYMENTS.writtenBefore(connection, inOrder, written).stream()
                                .flatMap(change -> change.step().stream()))
                .toList();
    }

    /** Order, stock, ledger and mail follow in this same transaction. */
    private void tell(List<Change> written) {
        List<Captured> captures = written.stream()
                .filter(change -> change.becomes(PaymentState.CAPTURED))
                .map(Change::row)
                .sorted(Comparator.comparingLong(PaymentRow::storeId).thenComparingLong(PaymentRow::id))
                .map(row -> new Captured(row.ref(), row.orderRef(), row.storeId(), row.amount()))
                .toList();
        if (!captures.isEmpty()) {
            Failpoint.OUTCOME_WRITTEN.reached();
            captured.fire(new PaymentsCaptured(captures));
            Failpoint.ORDER_SETTLED.reached();
        }
        List<Abandoned> ended = written.stream()
                .filter(PaymentBook::endsUnpaid)
                .map(Change::row)
                .map(row -> new Abandoned(row.ref(), row.orderRef(), row.storeId()))
                .toList();
        if (!ended.isEmpty()) {
            abandoned.fire(new PaymentsAbandoned(ended));
        }
    }

    private static boolean endsUnpaid(Change change) {
        return change.becomes(PaymentState.ABANDONED)
                || change.becomes(PaymentState.VOIDED)
                || change.becomes(PaymentState.EXPIRED)
                || change.becomes(PaymentState.CAPTURE_FAILED);
    }

    private static void look(Connection connection, List<Change> written) throws SQLException {
        for (Change change : written) {
            if (change.found().isPresent()) {
                BreakTable.note(connection, change.found().get());
            } else if (AskSchedule.isOver(change.row().asked())
                    && !change.path().isEmpty()) {
                BreakTable.close(
                        connection, BreakKind.UNRESOLVED, change.row().ref().value());
            }
        }
    }
}
