package arcade.till.simulation;

import arcade.till.gateway.Gateway;
import arcade.till.lease.Tenure;
import arcade.till.payment.Change;
import arcade.till.payment.PaymentProcess;
import java.util.Optional;

/**
 * The payment's rules, lived through by several tills, a database and a gateway that fail by seed, in one thread and in virtual
 * time. Real are the rules ({@link PaymentProcess}, {@link Change}), the client ({@link Gateway} with its requests and answers)
 * and {@link Tenure}; the machines, the network, the database and the gateway are models. See docs/simulation.md.
 */
final class Simulation {
    private Simulation() {}

    /** Runs one schedule; one that breaks a promise is run again with its trace. */
    static SimulationVerdict run(long seed, SimulatedBugs bugs) {
        SimulatedWorld world = new SimulatedWorld(seed, bugs, false);
        Optional<String> broken = broken(world);
        String trace = broken.isPresent() ? trace(seed, bugs) : "";
        return new SimulationVerdict(seed, broken, trace, world.faults.injected());
    }

    private static String trace(long seed, SimulatedBugs bugs) {
        SimulatedWorld world = new SimulatedWorld(seed, bugs, true);
        String again = broken(world).orElse("nothing: the seed does not give the same run again");
        return "seed " + seed + " breaks " + again + "\n" + world.trace.text();
    }

    /** The promise that was broken. Whatever else is thrown is a broken rule too: the code under test threw it. */
    private static Optional<String> broken(SimulatedWorld world) {
        try {
            world.run();
            return Optional.empty();
        } catch (SimulatedViolation e) {
            return Optional.of(e.getMessage());
        } catch (RuntimeException e) {
            StackTraceElement at = e.getStackTrace()[0];
            return Optional.of(e + " at " + at);
        }
    }
}
