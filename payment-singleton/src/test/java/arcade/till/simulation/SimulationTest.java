package arcade.till.simulation;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Many schedules, each from its own seed. {@code -Darcade.simulation.schedules} says how many, {@code -Darcade.simulation.seed}
 * with which seed to begin; one failing seed alone is {@code schedules=1} with that seed.
 */
class SimulationTest {
    private static final int FEW = 20_000;

    @Test
    void noScheduleBreaksAPromise() {
        long first = Long.getLong("arcade.simulation.seed", 1);
        long many = Long.getLong("arcade.simulation.schedules", FEW);
        AtomicLongArray injected = new AtomicLongArray(SimulatedFault.values().length);
        long began = System.nanoTime();

        Optional<SimulationVerdict> guilty = LongStream.range(first, first + many)
                .parallel()
                .mapToObj(seed -> Simulation.run(seed, SimulatedBugs.NONE))
                .peek(verdict -> add(injected, verdict))
                .filter(SimulationVerdict::isGuilty)
                .findAny();

        System.out.println(report(many, System.nanoTime() - began, injected));
        assertFalse(guilty.isPresent(), () -> guilty.orElseThrow().trace());
    }

    private static void add(AtomicLongArray injected, SimulationVerdict verdict) {
        for (int i = 0; i < injected.length(); i++) {
            injected.addAndGet(i, verdict.injected()[i]);
        }
    }

    private static String report(long schedules, long nanos, AtomicLongArray injected) {
        StringBuilder text = new StringBuilder();
        text.append(schedules)
                .append(" schedules in ")
                .append(nanos / 1_000_000_000)
                .append(" s");
        for (SimulatedFault fault : SimulatedFault.values()) {
            text.append("\n  ").append(fault).append(' ').append(injected.get(fault.ordinal()));
        }
        return text.toString();
    }
}
