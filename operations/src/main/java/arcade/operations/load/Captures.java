package arcade.operations.load;

import arcade.operations.catalogue.ProofStore;
import arcade.operations.cluster.TillLease;
import arcade.operations.database.Access;
import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Orders that no shopper placed, all at once, and a gateway that takes its time: how many the till captures in a second when
 * nothing but itself holds it up. They are written in one transaction, whose commit is the beginning.
 */
final class Captures {
    private static final long LOOK_MILLIS = 500;
    private static final long LONGEST_NANOS = 900_000_000_000L;
    private static final Set<String> OVER =
            Set.of("CAPTURED", "CAPTURE_FAILED", "VOIDED", "EXPIRED", "ABANDONED", "DECLINED");
    private static final Set<String> IN_FLIGHT = Set.of("AUTHORIZING", "CAPTURING");

    private final Home home;
    private final boolean quiet;
    private final List<Long> inFlight = new ArrayList<>();

    Captures(Home home, boolean quiet) {
        this.home = home;
        this.quiet = quiet;
    }

    CapturesReport run(CapturesPlan plan) throws InterruptedException {
        requireForTests();
        Machine till = till();
        new ProofStore(home).stock(StubOrders.articles());
        try (Connection connection = Access.of(home).asRoot();
                SlowGateway gateway = new SlowGateway(home.cluster().gateway(), plan.gatewayMillis())) {
            connection.setAutoCommit(false);
            StubOrders orders = new StubOrders(connection);
            orders.write(plan.payments());
            StubLog log = new StubLog(connection, orders);
            CpuMeter cpu = new CpuMeter(() -> home.cluster().machines());
            cpu.begin();
            Cores cores = new Cores();
            log.begin();
            connection.commit();
            connection.setAutoCommit(true);
            Map<String, Long> states = await(log, cpu, plan.payments());
            cpu.look();
            states.remove("CAPTURED");
            return CapturesReport.of(
                    plan,
                    new CapturesReport.Seen(
                            log.paidMicros(),
                            states,
                            gateway.calls(),
                            inFlight,
                            cpu.millis(),
                            cores.busy(),
                            log.numbers()),
                    till.name());
        } catch (SQLException e) {
            throw new Failure("the database: " + e.getMessage(), "see './arcade status' and the database's log", e);
        }
    }

    private void requireForTests() {
        if (home.cluster().production()) {
            throw Failure.usage("this topology is marked production", "invent payments on another one");
        }
        for (Machine machine : List.of(home.cluster().database(), home.cluster().gateway())) {
            if (!Target.onThisMachine(machine)) {
                throw new Failure(
                        machine.name() + " is at " + machine.address() + ", not on this machine",
                        "measure a cluster that runs on one machine");
            }
        }
    }

    private void requireGateway() {
        if (!home.cluster().gateway().alive()) {
            throw new Failure(
                    "the payment sandbox has ended", "read " + home.log("gateway") + "; './arcade up' brings it back");
        }
    }

    private Machine till() {
        return TillLease.read(home)
                .filter(TillLease::alive)
                .flatMap(lease -> home.cluster().find(lease.holder()))
                .filter(Machine::alive)
                .orElseThrow(() -> new Failure("no node is the till", "see './arcade status', or run './arcade up'"));
    }

    private Map<String, Long> await(StubLog log, CpuMeter cpu, int payments) throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            Map<String, Long> states = log.states();
            long over = count(states, OVER);
            if (over == payments || System.nanoTime() - begun > LONGEST_NANOS) {
                return states;
            }
            requireGateway();
            inFlight.add(count(states, IN_FLIGHT));
            cpu.look();
            progress(over, payments);
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private void progress(long over, int payments) {
        // Once in five seconds.
        if (!quiet && inFlight.size() % 10 == 0) {
            Console.step(String.format(
                    Locale.ROOT, "%d of %d, %d in flight", over, payments, inFlight.get(inFlight.size() - 1)));
        }
    }

    private static long count(Map<String, Long> states, Set<String> which) {
        return states.entrySet().stream()
                .filter(state -> which.contains(state.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
