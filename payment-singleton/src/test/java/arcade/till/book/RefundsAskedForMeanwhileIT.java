package arcade.till.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.FencingToken;
import arcade.payment.Refunds;
import arcade.shared.Token;
import arcade.till.lease.LeaseDesk;
import arcade.till.refund.RefundAnswer;
import arcade.till.refund.RefundOutcome;
import arcade.till.refund.RefundProcess;
import arcade.till.refund.RefundStep;
import arcade.till.testing.TillDatabase;
import arcade.till.testing.TillRelease;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A refund is asked for while the till records another one of the same payment. */
@ExtendWith(ArquillianExtension.class)
class RefundsAskedForMeanwhileIT {
    private static final String TILL_WAITS = "SELECT COUNT(*) FROM information_schema.PROCESSLIST"
            + " WHERE ID <> CONNECTION_ID() AND (INFO LIKE '%FROM payment WHERE id IN%FOR UPDATE'"
            + " OR INFO LIKE 'UPDATE payment SET refunded_minor%')";

    @Deployment
    static WebArchive release() {
        return TillRelease.war();
    }

    @Resource(lookup = "jdbc/arcade-till")
    private DataSource database;

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private LeaseDesk lease;

    @Inject
    private RefundBook book;

    @Inject
    private Refunds refunds;

    @Test
    void whoAsksAndTheTillTakeTheirLocksInTheSameOrder() throws Exception {
        TillDatabase rows = new TillDatabase(database);
        rows.execute("UPDATE lease_beat SET expires_at = '2000-01-01'");
        FencingToken token = lease.take("node1:first").orElseThrow();
        Token order = rows.aCapturedPayment();
        refunds.request(order, OptionalLong.of(500), "damaged", "key");
        List<RefundOutcome> outcomes = answered(book.begin(token, 10));
        try (Connection asker = database.getConnection()) {
            asker.setAutoCommit(false);
            read(asker, "SELECT id FROM payment WHERE order_ref = '" + order + "' FOR UPDATE");

            Future<?> till = threads.submit(() -> book.record(token, outcomes));
            waitForTheTill(rows);
            read(
                    asker,
                    "SELECT r.state FROM refund r WHERE r.payment_id = (SELECT id FROM payment WHERE order_ref = '"
                            + order + "') LOCK IN SHARE MODE");
            asker.rollback();

            till.get();
        }
        assertEquals("500", rows.text("SELECT refunded_minor FROM payment WHERE order_ref = '" + order + "'"));
    }

    /** Until it stands before the payment's row, which the asker has. */
    private static void waitForTheTill(TillDatabase rows) throws SQLException {
        long end = System.nanoTime() + 1_500_000_000L;
        while (rows.text(TILL_WAITS).equals("0")) {
            assertTrue(System.nanoTime() < end, "the till does not wait for the payment's row");
        }
    }

    private static void read(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.executeQuery().close();
        }
    }

    private static List<RefundOutcome> answered(List<RefundStep> steps) {
        return steps.stream()
                .map(step -> {
                    RefundAnswer done =
                            new RefundAnswer.Done("re_" + step.refund().ref());
                    return new RefundOutcome(step, done, RefundProcess.after(step.refund(), step.operation(), done));
                })
                .toList();
    }
}
