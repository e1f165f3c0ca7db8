package arcade.till.simulation;

import arcade.cluster.FencingToken;
import arcade.cluster.Leases;
import arcade.till.lease.LeaseDesk;
import arcade.till.simulation.SimulatedDatabase.Wish;
import java.util.List;
import java.util.function.Consumer;

/** The lease's transactions, as {@link Leases} makes them: by the database's clock alone. */
final class SimulatedLease {
    private static final long LIVES = Leases.SECONDS * SimulatedTime.SECOND;

    private final SimulatedWorld world;
    private final SimulatedMachine machine;
    private final SimulatedTables tables;

    SimulatedLease(SimulatedWorld world, SimulatedMachine machine) {
        this.world = world;
        this.machine = machine;
        this.tables = world.database.tables;
    }

    void beat(FencingToken token, Consumer<Boolean> answered, Runnable failed) {
        SimulatedTransaction transaction = world.database.begin(machine, null);
        boolean[] renewed = {false};
        world.database.send(
                transaction,
                () -> List.of(new Wish(tables.beatLock, true)),
                () -> {
                    renewed[0] = tables.epoch == token.epoch();
                    if (renewed[0]) {
                        expireAt(transaction, world.time.now() + LIVES);
                    }
                },
                () -> world.database.commit(transaction, () -> answered.accept(renewed[0]), failed),
                failed);
    }

    /** @param over called in any case */
    void release(FencingToken token, Runnable over) {
        SimulatedTransaction transaction = world.database.begin(machine, null);
        world.database.send(
                transaction,
                () -> List.of(new Wish(tables.beatLock, true)),
                () -> {
                    if (tables.epoch == token.epoch()) {
                        expireAt(transaction, world.time.now());
                    }
                },
                () -> world.database.commit(transaction, over, over),
                over);
    }

    void take(Consumer<FencingToken> taken, Runnable refused) {
        SimulatedTransaction transaction = world.database.begin(machine, null);
        boolean[] free = {false};
        long[] epoch = {0};
        world.database.send(
                transaction,
                () -> List.of(new Wish(tables.leaseLock, true), new Wish(tables.beatLock, true)),
                () -> {
                    free[0] = tables.leaseExpires <= world.time.now();
                    epoch[0] = tables.epoch + 1;
                },
                () -> {
                    if (free[0]) {
                        raise(transaction, epoch[0], taken, refused);
                    } else {
                        world.database.rollback(transaction);
                        refused.run();
                    }
                },
                refused);
    }

    private void raise(SimulatedTransaction transaction, long epoch, Consumer<FencingToken> taken, Runnable failed) {
        FencingToken token = new FencingToken(LeaseDesk.LEASE, epoch, machine.name() + ":" + machine.boot());
        world.database.send(
                transaction,
                List::of,
                () -> {
                    expireAt(transaction, world.time.now() + LIVES);
                    transaction.onCommit.add(() -> {
                        tables.epoch = epoch;
                        tables.owner = token.owner();
                        world.trace.say("database", "epoch %d belongs to %s", epoch, token.owner());
                    });
                },
                () -> world.database.commit(transaction, () -> taken.accept(token), failed),
                failed);
    }

    private void expireAt(SimulatedTransaction transaction, long at) {
        long passedOver = world.passedOver();
        transaction.onCommit.add(() -> tables.leaseExpires = at + world.passedOver() - passedOver);
    }
}
