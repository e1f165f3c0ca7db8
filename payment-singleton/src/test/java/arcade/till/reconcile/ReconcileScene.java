package arcade.till.reconcile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.FencingToken;
import arcade.shared.Token;
import arcade.till.lease.LeaseDesk;
import arcade.till.lease.Shift;
import arcade.till.lease.Tenure;
import arcade.till.testing.FakeGateway;
import arcade.till.testing.TillRows;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** A till that has just taken over, with nothing on its books yet, and its gateway. */
final class ReconcileScene {
    final FakeGateway gateway = new FakeGateway();
    final TillRows rows;
    private final ReconcileBook book;
    private final FencingToken token;
    private Optional<Tenure> tenure;

    ReconcileScene(DataSource database, LeaseDesk lease, ReconcileBook book) {
        this.book = book;
        this.rows = new TillRows(database);
        rows.execute("UPDATE lease_beat SET expires_at = '2000-01-01'");
        rows.execute("UPDATE payment SET due_at = NULL, changed_at = '2000-01-01'");
        rows.execute("UPDATE payment_break SET closed_at = UTC_TIMESTAMP(6) WHERE closed_at IS NULL");
        token = lease.take("node1:first").orElseThrow();
        mayAct();
    }

    FencingToken token() {
        return token;
    }

    void mayAct() {
        tenure = Optional.of(new Tenure(token, System.nanoTime()));
    }

    void tooOldToAct() {
        tenure = Optional.of(new Tenure(token, System.nanoTime() - Tenure.ACT_NANOS));
    }

    Reconciler reconciler() {
        Shift shift = new Shift(() -> tenure, lost -> {});
        return new Reconciler(book, gateway.books(), OrphanCapture.ATTACH_OR_REFUND, shift);
    }

    ReconcileRound rounds() {
        return new ReconcileRound(book, gateway.books(), reconciler());
    }

    /** A round over the last two hours. */
    void round() {
        round(rounds());
    }

    void round(ReconcileRound rounds) {
        rows.execute("UPDATE reconcile_sweep SET checked_until = UTC_TIMESTAMP(6) - INTERVAL 2 HOUR");
        rows.execute("UPDATE reconcile_sweep SET checked_until = UTC_TIMESTAMP(6) - INTERVAL 26 HOUR"
                + " WHERE name = 'settled'");
        mayAct();
        assertTrue(rounds.run(false), "the round came to no end");
    }

    /** An intent whose metadata names a payment as ours; answers that payment. */
    String theirs(String id, String status, String payment, int age) {
        Map<String, String> ours =
                Map.of("payment", payment, "order", Token.random().value(), "store", "arcade");
        gateway.has(id, status, ours, secondsAgo(age));
        return payment;
    }

    String state(String payment) {
        return rows.text("SELECT state FROM payment WHERE ref = '" + payment + "'");
    }

    static long secondsAgo(int age) {
        return System.currentTimeMillis() / 1_000 - age;
    }
}
