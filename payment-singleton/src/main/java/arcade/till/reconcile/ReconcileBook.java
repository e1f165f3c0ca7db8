package arcade.till.reconcile;

import arcade.cluster.FencingToken;
import arcade.till.book.BreakTable;
import arcade.till.book.Subject;
import arcade.till.book.TillSql;
import arcade.till.payment.Break;
import arcade.till.reconcile.Finding.Cure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The transactions of the reconciliation. What writes passes the lease's fence first.
 *
 * <p>Hazard: no call to the gateway may happen in here.
 */
@ApplicationScoped
public class ReconcileBook {
    @Inject
    private TillSql sql;

    /** By the database's clock. */
    Instant now() {
        return sql.read(ReconcileTable::now);
    }

    Optional<OurPayment> find(String ref) {
        return sql.read(connection -> ReconcileTable.find(connection, ref));
    }

    Map<String, OurPayment> ofRefs(Collection<String> refs) {
        return sql.read(connection -> ReconcileTable.ofRefs(connection, refs));
    }

    List<OurPayment> ended(Instant from, Instant to, int limit) {
        return sql.read(connection -> ReconcileTable.ended(connection, from, to, limit));
    }

    List<OurPayment> openSince(Instant before, int limit) {
        return sql.read(connection -> ReconcileTable.openSince(connection, before, limit));
    }

    List<Subject> openBreaks(int limit) {
        return sql.read(connection -> BreakTable.open(connection, Reconciliation.KINDS, limit));
    }

    Optional<Instant> sweptUntil(String sweep) {
        return sql.read(connection -> SweepTable.until(connection, sweep));
    }

    /** Whether a promotion closed the checkout until both books were held against each other. */
    public boolean isCheckoutClosed() {
        return sql.read(GateTable::isClosed);
    }

    /** After a whole round that began while it was closed, under the same token. */
    @Transactional(TxType.REQUIRES_NEW)
    public void openCheckout(FencingToken token) {
        sql.write(token, GateTable::open);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void swept(FencingToken token, String sweep, Instant until) {
        sql.write(token, connection -> SweepTable.reached(connection, sweep, until));
    }

    /**
     * Writes what a comparison found, with the cures that are about to be made, and closes the breaks of its subjects that it did
     * not find again. A payment that the till is to ask about is made due.
     *
     * @param before the payment as it was read before the gateway was asked; if it is another now, nothing is written
     * @param subjects what the comparison can tell about
     * @return whether it was written
     */
    @Transactional(TxType.REQUIRES_NEW)
    boolean write(
            FencingToken token, String ref, Optional<OurPayment> before, Set<String> subjects, List<Finding> found) {
        return sql.fenced(token, connection -> {
            if (!ReconcileTable.lock(connection, ref).equals(before)) {
                return false;
            }
            for (Finding finding : found) {
                note(connection, finding, before);
            }
            List<Break> breaks = found.stream().map(Finding::found).toList();
            BreakTable.closeAllBut(connection, Reconciliation.KINDS, subjects, breaks);
            return true;
        });
    }

    /** @param outcome in words, at most 100 characters */
    @Transactional(TxType.REQUIRES_NEW)
    void cured(FencingToken token, Break found, String outcome) {
        sql.write(token, connection -> BreakTable.note(connection, found, outcome));
    }

    private static void note(Connection connection, Finding finding, Optional<OurPayment> payment) throws SQLException {
        if (finding.cure() == Cure.NONE) {
            BreakTable.note(connection, finding.found());
            return;
        }
        BreakTable.note(connection, finding.found(), finding.cure().intention());
        if (finding.cure() == Cure.ASK && payment.isPresent()) {
            ReconcileTable.makeDue(connection, payment.get());
        }
    }
}
