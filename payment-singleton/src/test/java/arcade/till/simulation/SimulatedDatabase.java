package arcade.till.simulation;

import arcade.cluster.FencingToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The database's server: statements that come over a wire, take locks, wait for them 2 s at most, and answer or do not. It refuses,
 * hangs, restarts, and loses the answer to a COMMIT which it made or did not make. A transaction that is left alone for 5 s is
 * rolled back. What the tables hold is in {@link SimulatedTables}.
 */
final class SimulatedDatabase {
    private static final long LOCK_WAIT = 2 * SimulatedTime.SECOND;
    private static final long SOCKET_TIMEOUT = 3 * SimulatedTime.SECOND;
    private static final long IDLE = 5 * SimulatedTime.SECOND;

    private final SimulatedTime time;
    private final SimulatedFaults faults;
    private final SimulationTrace trace;
    private final SimulatedLaw law;
    final SimulatedTables tables;
    private final List<SimulatedTransaction> open = new ArrayList<>();
    private long downUntil;

    SimulatedDatabase(
            SimulatedTime time,
            SimulatedFaults faults,
            SimulationTrace trace,
            SimulatedLaw law,
            SimulatedTables tables) {
        this.time = time;
        this.faults = faults;
        this.trace = trace;
        this.law = law;
        this.tables = tables;
    }

    /** @param client null: a node that does not fail */
    SimulatedTransaction begin(SimulatedMachine client, FencingToken token) {
        SimulatedTransaction transaction = new SimulatedTransaction(client, token);
        transaction.lastActive = time.now();
        open.add(transaction);
        return transaction;
    }

    boolean isIdle() {
        return open.isEmpty();
    }

    /** A lock that a statement needs before it is carried out. */
    record Wish(SimulatedLock lock, boolean alone) {}

    /** Sends a statement: the body is carried out by the server, then the client hears {@code ok}, or it hears {@code failed}. */
    void send(
            SimulatedTransaction transaction, Supplier<List<Wish>> locks, Runnable body, Runnable ok, Runnable failed) {
        maybeRestart();
        Reply reply = new Reply(transaction, ok, failed);
        if (time.now() < downUntil || faults.happens(SimulatedFault.DATABASE_REFUSES)) {
            rollback(transaction);
            reply.failed("the database refuses");
            return;
        }
        long stall = 0;
        if (faults.happens(SimulatedFault.DATABASE_HANGS)) {
            stall = faults.between(SimulatedTime.SECOND, 9 * SimulatedTime.SECOND);
            reply.stalled(stall);
        }
        time.at(latency() + stall, () -> {
            if (!transaction.isOpen) {
                reply.failed("the connection is gone");
                return;
            }
            transaction.isBusy = true;
            lock(transaction, locks.get(), 0, reply, () -> {
                body.run();
                rest(transaction);
                reply.ok();
            });
        });
    }

    void commit(SimulatedTransaction transaction, Runnable ok, Runnable failed) {
        maybeRestart();
        Reply reply = new Reply(transaction, ok, failed);
        if (time.now() < downUntil) {
            rollback(transaction);
            reply.failed("the database refuses");
            return;
        }
        if (faults.happens(SimulatedFault.COMMIT_LOST)) {
            time.at(latency(), () -> rollback(transaction));
            reply.failed("COMMIT did not arrive");
            return;
        }
        boolean silent = faults.happens(SimulatedFault.COMMIT_MADE_ANSWER_LOST);
        long stall = 0;
        if (faults.happens(SimulatedFault.COMMIT_HANGS)) {
            stall = faults.between(SimulatedTime.SECOND, 15 * SimulatedTime.SECOND);
            reply.stalled(stall);
        }
        transaction.isBusy = transaction.isOpen;
        time.at(latency() + stall, () -> {
            if (!transaction.isOpen) {
                reply.failed("the connection is gone before COMMIT");
                return;
            }
            carryOut(transaction);
            if (silent) {
                reply.failed("the answer to COMMIT is lost");
            } else {
                reply.ok();
            }
        });
    }

    private void carryOut(SimulatedTransaction transaction) {
        law.mayCommit(transaction, tables);
        tables.put(transaction.written.values());
        transaction.onCommit.forEach(Runnable::run);
        end(transaction);
    }

    void rollback(SimulatedTransaction transaction) {
        if (transaction.isOpen) {
            end(transaction);
        }
    }

    private void end(SimulatedTransaction transaction) {
        open.remove(transaction);
        transaction.end();
    }

    private void lock(SimulatedTransaction transaction, List<Wish> wishes, int from, Reply reply, Runnable granted) {
        for (int i = from; i < wishes.size(); i++) {
            Wish wish = wishes.get(i);
            if (!wish.lock().tryTake(transaction, wish.alone())) {
                int next = i + 1;
                wish.lock().await(transaction, wish.alone(), () -> lock(transaction, wishes, next, reply, granted));
                time.at(LOCK_WAIT, () -> {
                    if (wish.lock().giveUp(transaction)) {
                        rest(transaction);
                        reply.failed("lock wait timeout");
                    }
                });
                return;
            }
        }
        if (transaction.isOpen) {
            granted.run();
        } else {
            transaction.end();
            reply.failed("the connection is gone");
        }
    }

    /** A statement is over; where nobody waits for its answer any more, so is the transaction, at once or soon. */
    private void rest(SimulatedTransaction transaction) {
        transaction.isBusy = false;
        transaction.lastActive = time.now();
        if (transaction.isAbandoned) {
            rollback(transaction);
        } else if (isAlone(transaction)) {
            endIfIdle(transaction);
        }
    }

    /** Nobody will say anything on its connection, for now or for ever. */
    private boolean isAlone(SimulatedTransaction transaction) {
        SimulatedMachine client = transaction.client;
        return client != null && (client.isStopped(time.now()) || client.boot() != transaction.boot);
    }

    private void endIfIdle(SimulatedTransaction transaction) {
        time.at(IDLE, () -> {
            if (transaction.isOpen && !transaction.isBusy && time.now() - transaction.lastActive >= IDLE) {
                trace.say("database", "rolls back what was left alone");
                rollback(transaction);
            } else if (transaction.isOpen && isAlone(transaction)) {
                endIfIdle(transaction);
            }
        });
    }

    /** A machine does not speak any more: stopped, or without power. Its transactions stay until they were idle too long. */
    void fallsSilent(SimulatedMachine machine) {
        of(machine).forEach(this::endIfIdle);
    }

    /** A process died: its machine closes its connections. */
    void connectionsClosed(SimulatedMachine machine) {
        for (SimulatedTransaction transaction : of(machine)) {
            transaction.isAbandoned = true;
            if (!transaction.isBusy) {
                rollback(transaction);
            }
        }
    }

    private List<SimulatedTransaction> of(SimulatedMachine machine) {
        return open.stream().filter(each -> each.client == machine).toList();
    }

    private void maybeRestart() {
        if (faults.happens(SimulatedFault.DATABASE_RESTARTS)) {
            downUntil = time.now() + faults.anyScale(100 * SimulatedTime.MILLI, 20 * SimulatedTime.SECOND);
            trace.say("database", "restarts, up again at %.3f", downUntil / 1e6);
            List.copyOf(open).forEach(this::rollback);
        }
    }

    private long latency() {
        return faults.between(50, 2_000);
    }

    /** The one answer that a client hears to a statement, when it hears one at all. */
    private final class Reply {
        private final SimulatedTransaction transaction;
        private Optional<Runnable> ok;
        private final Runnable failed;

        Reply(SimulatedTransaction transaction, Runnable ok, Runnable failed) {
            this.transaction = transaction;
            this.ok = Optional.of(ok);
            this.failed = failed;
        }

        void ok() {
            deliver(
                    latency(),
                    () -> ok.ifPresent(heard -> {
                        ok = Optional.empty();
                        heard.run();
                    }));
        }

        void failed(String why) {
            deliver(latency(), () -> giveUp(why));
        }

        /** The client waits for its socket's timeout, no longer. */
        void stalled(long micros) {
            if (micros >= SOCKET_TIMEOUT) {
                deliver(SOCKET_TIMEOUT, () -> {
                    transaction.isAbandoned = true;
                    giveUp("no answer in time");
                });
            }
        }

        private void giveUp(String why) {
            if (ok.isPresent()) {
                ok = Optional.empty();
                String name = transaction.client == null ? "web" : transaction.client.name();
                trace.say(name, "database fails: %s", why);
                if (!transaction.isBusy) {
                    rollback(transaction);
                }
                failed.run();
            }
        }

        private void deliver(long delay, Runnable what) {
            if (transaction.client == null) {
                time.at(delay, what);
            } else {
                time.on(transaction.client, delay, what);
            }
        }
    }
}
