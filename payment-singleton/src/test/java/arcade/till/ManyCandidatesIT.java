package arcade.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.cluster.FencingToken;
import arcade.cluster.Leases;
import arcade.till.testing.TestTransactions;
import arcade.till.testing.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Candidates that all see at the same moment that the lease has run out. */
class ManyCandidatesIT {
    private static final int CANDIDATES = 4;
    private static final int ROUNDS = 50;

    private final TestTransactions database = new TestTransactions();
    private final Leases leases = new Workbench(database).bean(Leases.class);
    private final String lease = "test-" + UUID.randomUUID().toString().substring(0, 20);

    @Test
    void oneOfThemTakesTheLeaseAndNobodyTakesItFromHim() throws Exception {
        database.execute("INSERT INTO lease (name, epoch) VALUES (?, 0)", lease);
        database.execute("INSERT INTO lease_beat (name, epoch, expires_at) VALUES (?, 0, '2000-01-01')", lease);
        CyclicBarrier together = new CyclicBarrier(CANDIDATES);
        ExecutorService machines = Executors.newFixedThreadPool(CANDIDATES);
        for (int round = 1; round <= ROUNDS; round++) {
            database.execute("UPDATE lease_beat SET expires_at = UTC_TIMESTAMP(6) WHERE name = ?", lease);
            List<Future<Optional<FencingToken>>> all = new ArrayList<>();
            for (int i = 0; i < CANDIDATES; i++) {
                String owner = "node" + i + ":boot";
                all.add(machines.submit(() -> {
                    together.await();
                    return database.run(connection -> leases.take(lease, owner));
                }));
            }
            int taken = 0;
            for (Future<Optional<FencingToken>> each : all) {
                taken += each.get().isPresent() ? 1 : 0;
            }
            assertEquals(1, taken, "candidates who took the lease in round " + round);
        }
        machines.shutdown();

        assertEquals(List.of((long) ROUNDS), database.numbers("SELECT epoch FROM lease WHERE name = ?", lease));
    }
}
