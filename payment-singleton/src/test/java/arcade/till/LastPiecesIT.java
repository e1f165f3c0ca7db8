package arcade.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.shared.Sku;
import arcade.stock.Stock;
import arcade.store.Store;
import arcade.till.testing.ARow;
import arcade.till.testing.TestTransactions;
import arcade.till.testing.Workbench;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many buyers of few pieces, each in a transaction of its own. */
class LastPiecesIT {
    private static final Sku MUG = new Sku("MUG");
    private static final int PIECES = 30;
    private static final int BUYERS = 8;

    private final TestTransactions database = new TestTransactions();
    private final Stock stock = new Workbench(database).bean(Stock.class);
    private final long storeId = ARow.store();

    @BeforeEach
    void fewPieces() throws SQLException {
        database.execute(
                "INSERT INTO stock (store_id, sku, initial, on_hand) VALUES (?, 'MUG', ?, ?)", storeId, PIECES, PIECES);
    }

    @Test
    void areSoldOnceEach() throws Exception {
        Store store = store();
        CountDownLatch ready = new CountDownLatch(BUYERS);
        ExecutorService buyers = Executors.newFixedThreadPool(BUYERS);
        List<Future<Integer>> running = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            running.add(buyers.submit(() -> {
                ready.countDown();
                ready.await();
                int bought = 0;
                for (int wish = 0; wish < PIECES / 2; wish++) {
                    bought += buyOne(store);
                }
                return bought;
            }));
        }
        int bought = 0;
        for (Future<Integer> each : running) {
            bought += each.get();
        }
        buyers.shutdown();

        assertEquals(PIECES, bought, "pieces promised to buyers");
        assertEquals(List.of(0L), database.numbers("SELECT on_hand FROM stock WHERE store_id = ?", storeId));
        assertEquals(
                List.of((long) PIECES), database.numbers("SELECT reserved FROM stock WHERE store_id = ?", storeId));
    }

    private int buyOne(Store store) throws Exception {
        return database.run(connection ->
                stock.reserve(store, new TreeMap<>(Map.of(MUG, 1))).isEmpty() ? 1 : 0);
    }

    private Store store() throws ReflectiveOperationException {
        Constructor<Store> constructor = Store.class.getDeclaredConstructor();
        constructor.setAccessible(true);
        Store store = constructor.newInstance();
        Field id = Store.class.getDeclaredField("id");
        id.setAccessible(true);
        id.set(store, storeId);
        return store;
    }
}
