package arcade.till.simulation;

import arcade.cluster.FencingToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A transaction as the database's server has it: what it wrote, what it locked, and what its first plain read saw. */
final class SimulatedTransaction {
    private static final long NOT_READ = -1;

    /** Null: a node that does not compete for the till, and that does not fail. */
    final SimulatedMachine client;

    /** The client's, when the transaction began. */
    final int boot;

    final FencingToken token;
    final Map<Long, SimulatedPayment> written = new LinkedHashMap<>();
    final List<Runnable> onCommit = new ArrayList<>();
    private final List<SimulatedLock> locks = new ArrayList<>();
    private long snapshotOfEpoch = NOT_READ;
    boolean isOpen = true;
    /** A statement of it is being carried out. */
    boolean isBusy;
    /** Its connection is gone: what it still carries out has nobody to answer to. */
    boolean isAbandoned;

    long lastActive;

    SimulatedTransaction(SimulatedMachine client, FencingToken token) {
        this.client = client;
        this.boot = client == null ? 0 : client.boot();
        this.token = token;
    }

    void holds(SimulatedLock lock) {
        if (!locks.contains(lock)) {
            locks.add(lock);
        }
    }

    /** Releases what it holds; whoever waits for it goes on. */
    void end() {
        isOpen = false;
        List<SimulatedLock> held = List.copyOf(locks);
        locks.clear();
        held.forEach(lock -> lock.release(this));
    }

    /** A read without a lock sees the time of the transaction's first such read. */
    long plainEpoch(long committed) {
        snapshotOfEpoch = snapshotOfEpoch == NOT_READ ? committed : snapshotOfEpoch;
        return snapshotOfEpoch;
    }
}
