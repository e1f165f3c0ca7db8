package arcade.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.FencingToken;
import arcade.cluster.LeaseView;
import arcade.till.payment.Answer;
import arcade.till.payment.Operation;
import arcade.till.payment.Step;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Clocks that are set back, a gateway that is silent, a shopper who changes his mind. */
class TillOnABadDayIT extends TillScene {
    @Test
    void aLeaseThatADatabaseClockSetBackKeepsAliveEndsUnlessItsHolderBeats() throws SQLException {
        FencingToken first = lease.take(FIRST).orElseThrow();
        execute("UPDATE lease_beat SET expires_at = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR");
        LeaseView silent = lease.look();
        lease.beat(first);

        lease.endSilent(silent);
        assertEquals(Optional.empty(), lease.take(SECOND));

        lease.endSilent(lease.look());
        assertTrue(lease.take(SECOND).isPresent());
    }

    @Test
    void whatADatabaseClockSetBackWouldDelayIsLookedAtNow() throws SQLException {
        FencingToken token = lease.take(FIRST).orElseThrow();
        long payment = aRequestedPayment();
        execute("UPDATE payment SET changed_at = changed_at + INTERVAL 1 HOUR, due_at = due_at + INTERVAL 1 HOUR"
                + " WHERE id = " + payment);
        assertEquals(List.of(), book.due(10));

        assertEquals(1, book.wakeFromTheFuture(token));

        assertEquals(List.of(payment), book.due(10));
    }

    @Test
    void whoGivesUpWhileHisCardIsAskedIsNotCharged() throws SQLException {
        FencingToken token = lease.take(FIRST).orElseThrow();
        long payment = aRequestedPayment();
        List<Step> asked = book.begin(token, 10);
        execute("UPDATE payment SET give_up_at = UTC_TIMESTAMP(6) WHERE id = " + payment);

        List<Step> next = book.record(token, authorized(asked));

        assertEquals(Operation.VOID, next.get(0).operation());
        assertEquals("VOIDING", text("SELECT state FROM payment WHERE id = " + payment));
        assertEquals("PLACED", orderState(payment));

        book.record(token, answered(next, new Answer.Closed("abandoned")));

        assertEquals("CANCELLED", orderState(payment));
    }

    @Test
    void aGatewayThatAnswersAgainIsAskedAboutEverythingUnknownAtOnce() throws SQLException {
        FencingToken token = lease.take(FIRST).orElseThrow();
        aRequestedPayment();
        book.record(token, answered(book.begin(token, 10), new Answer.Unknown("timeout")));
        assertEquals(List.of(), book.begin(token, 10));

        book.gatewayAnswers(token, false);
        assertEquals("1", text("SELECT COUNT(*) FROM gateway_circuit WHERE open_since IS NOT NULL"));
        book.gatewayAnswers(token, true);

        assertEquals("0", text("SELECT COUNT(*) FROM gateway_circuit WHERE open_since IS NOT NULL"));
        assertEquals(Operation.ASK, book.begin(token, 10).get(0).operation());
    }
}
