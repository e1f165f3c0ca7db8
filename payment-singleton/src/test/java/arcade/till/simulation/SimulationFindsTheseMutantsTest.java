package arcade.till.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulation that finds nothing proves nothing by itself: here it has something to find. */
class SimulationFindsTheseMutantsTest {
    private static final long MOST_SCHEDULES = 4_000;

    @ParameterizedTest
    @EnumSource(SimulatedBug.class)
    void isFound(SimulatedBug bug) {
        Optional<SimulationVerdict> guilty = LongStream.rangeClosed(1, MOST_SCHEDULES)
                .mapToObj(seed -> Simulation.run(seed, SimulatedBugs.only(bug)))
                .filter(SimulationVerdict::isGuilty)
                .findFirst();

        assertTrue(guilty.isPresent(), () -> bug + " is not found in " + MOST_SCHEDULES + " schedules");
        SimulationVerdict first = guilty.orElseThrow();
        System.out.println(bug + " is found by schedule " + first.seed() + ": "
                + first.promise().orElseThrow());
    }
}
