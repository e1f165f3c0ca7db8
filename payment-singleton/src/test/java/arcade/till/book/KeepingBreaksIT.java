package arcade.till.book;

import static arcade.till.payment.BreakKind.ORPHAN_CAPTURE;
import static arcade.till.payment.BreakKind.REFUND_DIFFERS;
import static arcade.till.payment.BreakKind.UNRESOLVED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.shared.Token;
import arcade.till.payment.Break;
import arcade.till.payment.BreakKind;
import arcade.till.reconcile.Reconciliation;
import arcade.till.testing.TestTransactions;
import arcade.till.testing.TillRows;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One row for a kind and a subject for ever. On the real database, without a server. */
class KeepingBreaksIT {
    private final TestTransactions database = new TestTransactions();
    private final TillRows rows = new TillRows(database.source());
    private final String payment = Token.random().value();

    @Test
    void seenAgainItIsTouchedAndKeepsItsCureAndItsAge() throws Exception {
        note(ORPHAN_CAPTURE, "first", "REFUNDING");
        age();
        note(ORPHAN_CAPTURE, "second");

        assertEquals("ORPHAN_CAPTURE REFUNDING open", rows.breaks(payment));
        assertEquals("second", text("detail"));
        assertEquals("1", text("found_at < UTC_TIMESTAMP(6) - INTERVAL 1 HOUR"));
        assertEquals("1", text("seen_at > UTC_TIMESTAMP(6) - INTERVAL 1 HOUR"));
    }

    @Test
    void foundAgainAfterItWasClosedItIsOpenCountsFromThenAndHasNoCureYet() throws Exception {
        note(ORPHAN_CAPTURE, "first", "REFUNDED");
        age();
        close(ORPHAN_CAPTURE);
        assertEquals("ORPHAN_CAPTURE REFUNDED closed", rows.breaks(payment));

        note(ORPHAN_CAPTURE, "second");

        assertEquals("ORPHAN_CAPTURE open", rows.breaks(payment));
        assertEquals("1", text("found_at > UTC_TIMESTAMP(6) - INTERVAL 1 HOUR"));
    }

    @Test
    void closingAgainKeepsTheTimeOfTheFirst() throws Exception {
        note(ORPHAN_CAPTURE, "first");
        close(ORPHAN_CAPTURE);
        rows.execute("UPDATE payment_break SET closed_at = '2026-01-01' WHERE subject = '" + payment + "'");

        close(ORPHAN_CAPTURE);

        assertEquals("1", text("closed_at = '2026-01-01'"));
    }

    @Test
    void aLookClosesOnlyItsKindsAndWhatItDidNotFind() throws Exception {
        note(ORPHAN_CAPTURE, "gone");
        note(REFUND_DIFFERS, "still there");
        note(UNRESOLVED, "of another");
        Break still = new Break(REFUND_DIFFERS, payment, payment, null, "still there");

        database.run(connection -> {
            BreakTable.closeAllBut(connection, Reconciliation.KINDS, Set.of(payment), List.of(still));
            return null;
        });

        assertEquals("ORPHAN_CAPTURE closed + REFUND_DIFFERS open + UNRESOLVED open", rows.breaks(payment));
    }

    @Test
    void aLongStoryIsCutOff() throws Exception {
        note(ORPHAN_CAPTURE, "x".repeat(3_000));

        assertEquals("500", text("LENGTH(detail)"));
    }

    private void note(BreakKind kind, String detail) throws Exception {
        database.run(connection -> {
            BreakTable.note(connection, new Break(kind, payment, payment, "pi_1", detail));
            return null;
        });
    }

    private void note(BreakKind kind, String detail, String cure) throws Exception {
        database.run(connection -> {
            BreakTable.note(connection, new Break(kind, payment, payment, "pi_1", detail), cure);
            return null;
        });
    }

    private void close(BreakKind kind) throws Exception {
        database.run(connection -> {
            BreakTable.close(connection, kind, payment);
            return null;
        });
    }

    private void age() {
        rows.execute("UPDATE payment_break SET found_at = '2026-01-01', seen_at = '2026-01-01' WHERE subject = '"
                + payment + "'");
    }

    private String text(String column) {
        return rows.text("SELECT " + column + " FROM payment_break WHERE subject = '" + payment + "'");
    }
}
