package arcade.till.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.shared.Token;
import arcade.till.payment.Change;
import arcade.till.payment.PaymentProcess;
import arcade.till.payment.PaymentRow;
import arcade.till.testing.ARow;
import arcade.till.testing.TestTransactions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payments that are due, as the till reads them, and what is over, which never is. */
class WhatIsDueIT {
    private final TestTransactions database = new TestTransactions();
    private final long store = ARow.store();
    private Token order;

    @BeforeEach
    void anOrder() throws Exception {
        order = ARow.order(database, store, 1_800);
    }

    @Test
    void whoHasNoNameIsLookedForAroundItsLastCall() throws Exception {
        long payment = due("UNKNOWN_AUTHORIZATION");
        attempt(payment, "first", "2026-01-02 03:00:00");
        attempt(payment, "last", "2026-01-02 03:10:00.5");

        assertEquals(Instant.parse("2026-01-02T03:10:00.500Z"), locked(payment).sentAt());
    }

    @Test
    void whoWasNeverSentIsLookedForWhereItWasRequested() throws Exception {
        long payment = due("REQUESTED");
        database.execute("UPDATE payment SET created_at = '2026-01-02 02:00:00' WHERE id = ?", payment);

        assertEquals(Instant.parse("2026-01-02T02:00:00Z"), locked(payment).sentAt());
    }

    /** Its last commit was made, but nobody heard of it: it was put off though it was over. */
    @Test
    void whatIsOverIsBegunOnceMoreAndNeverAgain() throws Exception {
        long payment = due("ABANDONED");

        Change nothing = PaymentProcess.begin(locked(payment));
        List<Change> written = database.run(connection -> PaymentTable.update(connection, List.of(nothing)));

        assertEquals(List.of(nothing), written);
        assertEquals(List.of(), dueIds(payment));
        database.run(connection -> {
            DueTable.PAYMENTS.putOff(connection, payment);
            return null;
        });
        assertEquals(List.of(), dueIds(payment));
    }

    private long due(String state) throws Exception {
        long payment = ARow.payment(database, store, order, 1_800, state);
        database.execute("UPDATE payment SET due_at = UTC_TIMESTAMP(6) WHERE id = ?", payment);
        return payment;
    }

    private void attempt(long payment, String name, String at) throws Exception {
        database.execute(
                "INSERT INTO payment_attempt (id, payment_id, operation, idempotency_key, epoch, written_at)"
                        + " VALUES (?, ?, 'AUTHORIZE', ?, 1, ?)",
                name + payment % 1_000_000,
                payment,
                "confirm:" + name + payment,
                at);
    }

    private PaymentRow locked(long payment) throws Exception {
        return database.run(connection -> PaymentTable.lockOne(connection, payment))
                .get(0);
    }

    private List<Long> dueIds(long payment) throws Exception {
        return database.numbers("SELECT id FROM payment WHERE id = ? AND due_at IS NOT NULL", payment);
    }
}
