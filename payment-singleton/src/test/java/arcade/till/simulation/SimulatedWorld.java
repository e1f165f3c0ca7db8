package arcade.till.simulation;

import arcade.till.payment.PaymentRow;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One schedule: the tills, the database, the gateway, the shoppers and what goes wrong, all from one seed. */
final class SimulatedWorld {
    static final int STOCK = 100;
    private static final int MOST_ORDERS = 3;
    private static final long LONGEST_STOP = 50 * SimulatedTime.MINUTE;
    private static final long LONGEST_RESTART = 2 * SimulatedTime.MINUTE;
    /** One schedule in so many has a night in which the gateway forgets keys. */
    private static final int NIGHTS = 200;

    private static final long LONGEST_DARK = 10 * SimulatedTime.MINUTE;
    private static final long SHORTEST_NIGHT = 22 * SimulatedTime.HOUR;
    private static final long LONGEST_NIGHT = 26 * SimulatedTime.HOUR;
    private static final long LEAST_LEAP = 5 * SimulatedTime.SECOND;
    private static final long BEFORE_EVENT = 2 * SimulatedTime.SECOND;
    /** An unknown outcome is asked about within the hour; what the question teaches may first have to be asked again. */
    private static final long REST = 125 * SimulatedTime.MINUTE;
    /** A hosted page lives for a day. */
    private static final long LAST = 50 * SimulatedTime.HOUR;

    final SimulatedTime time = new SimulatedTime();
    final SimulatedBugs bugs;
    final SimulatedFaults faults;
    final SimulationTrace trace;
    final SimulatedLaw law;
    final SimulatedGateway gateway;
    final SimulatedDatabase database;
    private final List<SimulatedTill> tills = new ArrayList<>();
    private final List<SimulatedShopper> shoppers = new ArrayList<>();
    private long passedOver;
    private long numbers;
    private long darkFrom = Long.MAX_VALUE;
    private long darkUntil;
    private long disturbedUntil;

    SimulatedWorld(long seed, SimulatedBugs bugs, boolean traced) {
        this.bugs = bugs;
        faults = new SimulatedFaults(new SplittableRandom(seed));
        trace = new SimulationTrace(traced, time);
        SimulatedTables tables = new SimulatedTables();
        tables.onHand = STOCK;
        law = new SimulatedLaw(tables);
        gateway = new SimulatedGateway(time, law, trace);
        database = new SimulatedDatabase(time, faults, trace, law, tables);
    }

    void run() {
        long faulty = faults.anyScale(5 * SimulatedTime.SECOND, 10 * SimulatedTime.MINUTE);
        setUp(faulty);
        long until = Math.max(faulty, darkUntil);
        disturbedUntil = until;
        time.at(faulty, faults::quiet);
        time.at(until, this::comesToRest);
        int steps = 0;
        while (time.step(disturbedUntil + LAST)) {
            passOverQuietTime();
            if (++steps % 64 == 0 && isOver(until)) {
                break;
            }
        }
        law.atTheEnd(gateway);
    }

    private void setUp(long faulty) {
        int many = 2 + faults.below(2);
        for (int i = 1; i <= many; i++) {
            SimulatedTill till = new SimulatedTill(this, "till" + i);
            tills.add(till);
            time.at(faults.between(1, SimulatedTime.SECOND), till::start);
            maybeStop(till, faulty);
        }
        int orders = 1 + faults.below(MOST_ORDERS);
        long ordered = 0;
        for (int i = 1; i <= orders; i++) {
            SimulatedShopper shopper = new SimulatedShopper(this, i);
            shoppers.add(shopper);
            ordered = faults.between(1, faulty);
            time.at(ordered, shopper::order);
        }
        maybeFallDark(ordered, faulty);
    }

    /** The gateway cannot be reached, from any time on, or from when an order's first calls are under way. */
    private void maybeFallDark(long ordered, long faulty) {
        boolean underWay = faults.oneIn(2);
        long from = underWay ? ordered + faults.between(1, SimulatedTime.SECOND) : faults.between(1, faulty);
        if (faults.oneIn(bugs.has(SimulatedBug.SENT_AGAIN_AFTER_A_DAY) ? 2 : NIGHTS)) {
            darkFrom = from;
            darkUntil = from + faults.between(SHORTEST_NIGHT, LONGEST_NIGHT);
        } else if (faults.oneIn(4)) {
            darkFrom = from;
            darkUntil = from + faults.anyScale(5 * SimulatedTime.SECOND, LONGEST_DARK);
        }
    }

    /** Somebody stops a node, politely or not, at any time. */
    private void maybeStop(SimulatedTill till, long faulty) {
        if (faults.oneIn(4)) {
            time.at(faults.between(1, faulty), () -> {
                if (till.machine.isUp()) {
                    time.on(till.machine, 0, till::stop);
                }
            });
        }
        if (faults.oneIn(4)) {
            time.at(faults.between(1, faulty), () -> halt(till, faults.oneIn(3), "any time"));
        }
    }

    private void comesToRest() {
        trace.say("world", "nothing goes wrong any more");
        time.at(disturbedUntil - time.now() + REST, () -> law.atRest(time.now(), gateway));
    }

    private boolean isOver(long until) {
        return time.now() > until
                && time.now() > disturbedUntil + 5 * SimulatedTime.MINUTE
                && database.tables.areAllOver()
                && shoppers.stream().allMatch(SimulatedShopper::hasOrdered)
                && database.isIdle();
    }

    /** Whether nothing comes through to the gateway now. */
    boolean isDark() {
        return time.now() >= darkFrom && time.now() < darkUntil;
    }

    void halt(SimulatedTill till, boolean clockToo, String where) {
        if (!till.machine.isUp()) {
            return;
        }
        long micros = faults.anyScale(50 * SimulatedTime.MILLI, LONGEST_STOP);
        trace.say(
                till.machine.name(), "is %s for %.3f s at %s", clockToo ? "suspended" : "stopped", micros / 1e6, where);
        till.machine.stop(time.now(), micros, clockToo);
        database.fallsSilent(till.machine);
        disturbed(till.machine.stoppedUntil());
        time.at(till.machine.stoppedUntil() - time.now(), () -> trace.say(till.machine.name(), "goes on"));
    }

    void kill(SimulatedTill till, boolean withItsMachine) {
        till.machine.die();
        if (withItsMachine) {
            database.fallsSilent(till.machine);
        } else {
            database.connectionsClosed(till.machine);
        }
        long restart = faults.anyScale(500 * SimulatedTime.MILLI, LONGEST_RESTART);
        disturbed(time.now() + restart);
        time.at(restart, till::start);
    }

    private void disturbed(long until) {
        disturbedUntil = Math.max(disturbedUntil, until);
    }

    /** Beats and looks of which nothing can come are not played: the lease and its holder are moved on with the time. */
    private void passOverQuietTime() {
        long next = Math.min(time.nextEvent(), database.tables.nextDue());
        long quiet = next - BEFORE_EVENT - time.now();
        if (quiet < LEAST_LEAP || next == Long.MAX_VALUE || !database.isIdle()) {
            return;
        }
        for (SimulatedTill till : tills) {
            boolean steady = till.machine.isUp() && !till.machine.isStopped(time.now()) && till.mayAct();
            if (steady && database.tables.leaseExpires > time.now()) {
                time.moveTicks(quiet);
                passedOver += quiet;
                database.tables.leaseExpires += quiet;
                till.passOver(quiet);
                return;
            }
        }
    }

    long passedOver() {
        return passedOver;
    }

    long nextNumber() {
        return ++numbers;
    }

    PaymentRow row(SimulatedPayment payment) {
        SimulatedPayment read = payment.copy();
        if (bugs.has(SimulatedBug.SENT_AGAIN_AFTER_A_DAY)) {
            read.createdAt = time.now();
        }
        if (bugs.has(SimulatedBug.SECOND_INTENT) && payment.state == arcade.payment.PaymentState.DECLINED) {
            read.intent = null;
        }
        return read.row(time.now());
    }

    boolean freesStock(arcade.payment.PaymentState state) {
        return switch (state) {
            case ABANDONED, CAPTURE_FAILED, VOIDED, EXPIRED -> true;
            case REQUESTED,
                    AUTHORIZING,
                    REQUIRES_ACTION,
                    AUTHORIZED,
                    DECLINED,
                    UNKNOWN_AUTHORIZATION,
                    CAPTURING,
                    CAPTURED,
                    UNKNOWN_CAPTURE,
                    VOIDING,
                    UNKNOWN_VOID -> false;
        };
    }
}
