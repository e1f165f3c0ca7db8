package arcade.till.simulation;

import arcade.cluster.FencingToken;
import arcade.till.failpoint.Failpoint;
import arcade.till.simulation.SimulatedDatabase.Wish;
import java.util.List;

/** The first statement of each transaction of the till, as {@code Leases.fence} makes it; or as the deliberate bugs make it. */
final class SimulatedFence {
    private final SimulatedWorld world;
    private final SimulatedTables tables;
    private final SimulatedTill till;

    SimulatedFence(SimulatedWorld world, SimulatedTill till) {
        this.world = world;
        this.tables = world.database.tables;
        this.till = till;
    }

    void pass(SimulatedTransaction transaction, Runnable passed, Runnable fenced, Runnable failed) {
        if (world.bugs.has(SimulatedBug.NO_FENCE)) {
            passed.run();
            return;
        }
        boolean plain = world.bugs.has(SimulatedBug.PLAIN_READ_OF_THE_EPOCH);
        boolean[] passes = {false};
        FencingToken token = transaction.token;
        world.database.send(
                transaction,
                () -> plain ? List.of() : List.of(new Wish(tables.leaseLock, false)),
                () -> passes[0] = token.epoch() == (plain ? transaction.plainEpoch(tables.epoch) : tables.epoch)
                        && (plain || token.owner().equals(tables.owner)),
                () -> {
                    if (passes[0]) {
                        till.at(Failpoint.INTENTION_WRITTEN, passed);
                    } else {
                        world.database.rollback(transaction);
                        world.trace.say(till.machine.name(), "fenced out, epoch %d is over", token.epoch());
                        fenced.run();
                    }
                },
                failed);
    }
}
