package arcade.till.reconcile;

import arcade.cluster.FencingToken;
import arcade.cluster.Leases;
import arcade.till.book.BreakTable;
import arcade.till.book.DatabaseFails;
import arcade.till.book.Subject;
import arcade.till.payment.Break;
import arcade.till.reconcile.Finding.Cure;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
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
import javax.sql.DataSource;

/**
 * The transactions of the reconciliation. What writes passes the lease's fence first.
 *
 * <p>Hazard: no call to the gateway may happen in here.
 */
@ApplicationScoped
public class ReconcileBook {
    @Resource(lookup = "jdbc/arcade-till")
    private DataSource database;

    /** By the database's clock. */
    Instant now() {
        return read(ReconcileTable::now);
    }

    Optional<OurPayment> find(String ref) {
        return read(connection -> ReconcileTable.find(connection, ref));
    }

    Map<String, OurPayment> ofRefs(Collection<String> refs) {
        return read(connection -> ReconcileTable.ofRefs(connection, refs));
    }

    List<OurPayment> ended(Instant from, Instant to, int limit) {
        return read(connection -> ReconcileTable.ended(connection, from, to, limit));
    }

    List<OurPayment> openSince(Instant before, int limit) {
        return read(connection -> ReconcileTable.openSince(connection, before, limit));
    }

    List<Subject> openBreaks(int limit) {
        return read(connection -> BreakTable.open(connection, Reconciliation.KINDS, limit));
    }

    Optional<Instant> sweptUntil(String sweep) {
        return read(connection -> SweepTable.until(connection, sweep));
    }

    @Transactional(TxType.REQUIRES_NEW)
    void swept(FencingToken token, String sweep, Instant until) {
        fenced(token, connection -> {
            SweepTable.reached(connection, sweep, until);
            return null;
        });
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
        return fenced(token, connection -> {
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
        fenced(token, connection -> {
            BreakTable.note(connection, found, outcome);
            return null;
        });
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

    private <T> T read(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseFails(e);
        }
    }

    /** One fenced piece of work on a connection of the caller's transaction. */
    private <T> T fenced(FencingToken token, Work<T> work) {
        return read(connection -> {
            Leases.fence(connection, token);
            return work.on(connection);
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
