package arcade.till.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A row's lock: shared by many or held by one, granted in the order of asking. */
final class SimulatedLock {
    private final List<SimulatedTransaction> sharers = new ArrayList<>(2);
    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private SimulatedTransaction holder;

    /** Takes it if that needs no waiting. */
    boolean tryTake(SimulatedTransaction transaction, boolean alone) {
        if (!waiters.isEmpty() && holder != transaction && !sharers.contains(transaction)) {
            return false;
        }
        return grant(transaction, alone);
    }

    private boolean grant(SimulatedTransaction transaction, boolean alone) {
        if (holder == transaction) {
            return true;
        }
        boolean othersShare = sharers.stream().anyMatch(sharer -> sharer != transaction);
        if (holder != null || alone && othersShare) {
            return false;
        }
        if (alone) {
            holder = transaction;
        } else if (!sharers.contains(transaction)) {
            sharers.add(transaction);
        }
        transaction.holds(this);
        return true;
    }

    void await(SimulatedTransaction transaction, boolean alone, Runnable granted) {
        waiters.add(new Waiter(transaction, alone, granted));
    }

    /** Whether it was still waiting. */
    boolean giveUp(SimulatedTransaction transaction) {
        boolean waited = waiters.removeIf(waiter -> waiter.transaction == transaction);
        grantNext();
        return waited;
    }

    void release(SimulatedTransaction transaction) {
        sharers.remove(transaction);
        holder = holder == transaction ? null : holder;
        grantNext();
    }

    private void grantNext() {
        while (!waiters.isEmpty()) {
            Waiter next = waiters.peek();
            if (!grant(next.transaction, next.alone)) {
                return;
            }
            waiters.poll();
            next.granted.run();
        }
    }

    private record Waiter(SimulatedTransaction transaction, boolean alone, Runnable granted) {}
}
