package arcade.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import arcade.ordering.Settlement;
import arcade.payment.PaymentsCaptured;
import arcade.payment.PaymentsCaptured.Captured;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.till.testing.ARow;
import arcade.till.testing.TestTransactions;
import arcade.till.testing.Workbench;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store's order numbers are 1, 2, 3 … in the order of the captures, whatever is rolled back. */
class OrderNumbersIT {
    private static final long PRICE = 1_800;

    private final TestTransactions database = new TestTransactions();
    private final Workbench till = new Workbench(database, Settlement.class);
    private final long store = ARow.store();

    private static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @BeforeEach
    void otherStoresSell() throws SQLException {
        ARow.order(database, ARow.store(), PRICE);
    }

    @Test
    void aCaptureThatIsRolledBackLeavesNoGap() throws Exception {
        Token first = ARow.order(database, store, PRICE);
        Token second = ARow.order(database, store, PRICE);

        assertThrows(PowerCut.class, () -> captureAndFail(first));
        capture(second);
        assertThrows(PowerCut.class, () -> captureAndFail(first));
        capture(first);

        assertEquals(List.of(1L), numberOf(second));
        assertEquals(List.of(2L), numberOf(first));
    }

    @Test
    void manyCapturesAtOnceOfWhichSomeFailShareNoNumber() throws Exception {
        // The counter's first row: made by several at once, the database lets one of them begin anew.
        capture(ARow.order(database, store, PRICE));
        ExecutorService machines = Executors.newFixedThreadPool(4);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Token order = ARow.order(database, store, PRICE);
            boolean fails = i % 3 == 0;
            running.add(machines.submit(() -> fails ? captureAndFailQuietly(order) : capture(order)));
        }
        for (Future<?> each : running) {
            each.get();
        }
        machines.shutdown();

        List<Long> numbers = database.numbers(
                "SELECT number FROM shop_order WHERE store_id = ? AND number IS NOT NULL ORDER BY number", store);
        assertEquals(LongStream.rangeClosed(1, 17).boxed().toList(), numbers);
    }

    private Void capture(Token order) throws Exception {
        return database.run(connection -> {
            till.fire(captured(order));
            return null;
        });
    }

    private Void captureAndFail(Token order) throws Exception {
        return database.run(connection -> {
            till.fire(captured(order));
            throw new PowerCut();
        });
    }

    private Void captureAndFailQuietly(Token order) {
        assertThrows(PowerCut.class, () -> captureAndFail(order));
        return null;
    }

    private PaymentsCaptured captured(Token order) {
        return new PaymentsCaptured(List.of(new Captured(Token.random(), order, store, Money.of(PRICE, "EUR"))));
    }

    private List<Long> numberOf(Token order) throws SQLException {
        return database.numbers("SELECT number FROM shop_order WHERE ref = ?", order.value());
    }
}
