package arcade.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.FencedOut;
import arcade.cluster.FencingToken;
import arcade.till.book.PaymentBook;
import arcade.till.lease.LeaseDesk;
import arcade.till.payment.Answer;
import arcade.till.payment.AskSchedule;
import arcade.till.payment.Outcome;
import arcade.till.payment.PaymentProcess;
import arcade.till.payment.Step;
import arcade.till.testing.ARow;
import arcade.till.testing.ATill;
import arcade.till.testing.HonestGateway;
import arcade.till.testing.TestTransactions;
import arcade.till.testing.TillRows;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database's clock, by which leases and payments count, is set to another time while a till is at work. */
class DatabaseClockJumpsIT {
    private static final long PRICE = 1_800;
    private static final Duration HOUR = Duration.ofHours(1);
    /** The schedule by which the gateway is asked is over after an hour. */
    private static final int QUESTIONS = AskSchedule.ASK_AFTER.size();

    private final TestTransactions database = new TestTransactions();
    private final HonestGateway gateway = new HonestGateway();
    private final ATill before = new ATill("node1", database, gateway);
    private long payment;

    @BeforeEach
    void aPaymentIsDueAndNobodyIsTheTill() throws SQLException {
        database.execute("UPDATE payment SET due_at = NULL WHERE due_at IS NOT NULL");
        nobodyIsTheTill();
        long store = ARow.store();
        payment = ARow.payment(database, store, ARow.order(database, store, PRICE), PRICE, "REQUESTED");
        database.execute("UPDATE payment SET due_at = UTC_TIMESTAMP(6) WHERE id = ?", payment);
    }

    @AfterEach
    void nobodyIsTheTill() throws SQLException {
        database.execute("UPDATE lease_beat SET expires_at = '2000-01-01' WHERE name = ?", LeaseDesk.LEASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT25H"})
    void setForwardTheLeaseIsTakenOverAndTheOldTillIsFencedOut(Duration jump) throws SQLException {
        FencingToken old = take(before, "node1:first").orElseThrow();
        List<Step> sent = book(before).begin(old, 1);
        ATill after = afterAJumpOf(jump);

        FencingToken successor = take(after, "node2:second").orElseThrow();

        assertThrows(FencedOut.class, () -> book(before).record(old, List.of(answered(sent.get(0)))));
        assertEquals(Optional.empty(), take(before, "node1:first"));
        converse(after, successor);
        assertEquals("CAPTURED", state());
        assertEquals(1, calls("AUTHORIZE"));
        assertEquals(1, calls("CAPTURE"));
    }

    @Test
    void setBackTheLeaseOfADeadTillIsEndedByItsSilenceAndItsPaymentsAreWoken() throws SQLException {
        FencingToken dead = take(before, "node1:first").orElseThrow();
        book(before).begin(dead, 1);
        ATill after = afterAJumpOf(HOUR.negated());
        LeaseDesk desk = after.bean(LeaseDesk.class);
        assertEquals(Optional.empty(), desk.take("node2:second"));

        desk.endSilent(desk.look());

        FencingToken successor = desk.take("node2:second").orElseThrow();
        assertEquals(1, book(after).wakeFromTheFuture(successor));
        converse(after, successor);
        assertEquals("CAPTURED", state());
        assertEquals(1, calls("AUTHORIZE"));
    }

    @Test
    void setForwardByADayNothingIsSentAgainAndAHumanIsCalled() throws SQLException {
        FencingToken token = take(before, "node1:first").orElseThrow();
        Step lost = book(before).begin(token, 1).get(0);
        book(before).record(token, List.of(outcome(lost, new Answer.Unknown("timeout"))));
        ATill after = afterAJumpOf(Duration.ofHours(25));
        FencingToken successor = take(after, "node1:again").orElseThrow();

        for (int i = 0; i < QUESTIONS; i++) {
            converse(after, successor);
            database.execute("UPDATE payment SET due_at = UTC_TIMESTAMP(6) WHERE id = ?", payment);
        }

        assertEquals("UNKNOWN_AUTHORIZATION", state());
        assertEquals(QUESTIONS, gateway.calls.size(), gateway.calls::toString);
        assertEquals(QUESTIONS, calls("ASK"));
        assertEquals(
                "UNRESOLVED open",
                new TillRows(database.source()).breaks(lost.payment().ref().value()));
    }

    private ATill afterAJumpOf(Duration jump) {
        return new ATill("node2", TestTransactions.offBy(jump), gateway);
    }

    private static Optional<FencingToken> take(ATill till, String owner) {
        return till.bean(LeaseDesk.class).take(owner);
    }

    private static PaymentBook book(ATill till) {
        return till.bean(PaymentBook.class);
    }

    /** Works off what is due, with all that follows from it. */
    private void converse(ATill till, FencingToken token) {
        List<Step> steps = book(till).begin(token, 1);
        assertTrue(!steps.isEmpty(), "nothing is due");
        while (!steps.isEmpty()) {
            steps = book(till).record(token, List.of(answered(steps.get(0))));
        }
    }

    private Outcome answered(Step step) {
        return outcome(step, gateway.perform(step.operation(), step.payment()));
    }

    private static Outcome outcome(Step step, Answer answer) {
        return new Outcome(step, answer, PaymentProcess.after(step.payment(), step.operation(), answer));
    }

    private long calls(String operation) {
        return gateway.calls.stream().filter(call -> call.startsWith(operation)).count();
    }

    private String state() {
        return new TillRows(database.source()).text("SELECT state FROM payment WHERE id = " + payment);
    }
}
