package arcade.till.simulation;

import java.util.Optional;

/**
 * What came of one schedule.
 *
 * @param promise the promise that was broken; empty if none was
 * @param trace who did what at which virtual time, if one was
 * @param injected how often each {@link SimulatedFault} happened, by its ordinal
 */
record SimulationVerdict(long seed, Optional<String> promise, String trace, int[] injected) {
    boolean isGuilty() {
        return promise.isPresent();
    }
}
