package arcade.operations.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.router.RouterControl.Traffic;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErrorRateOfARolledNodeTest {
    private static final Map<String, Traffic> BEFORE =
            Map.of("node1", traffic(1000, 40, 90), "node2", traffic(5000, 2, 90), "node3", traffic(4000, 1, 90));

    private final ErrorWatch watch = ErrorWatch.since(BEFORE, "node1");

    @Test
    void whatWasBeforeDoesNotCount() {
        assertEquals(Optional.empty(), watch.verdict(BEFORE));
    }

    @Test
    void moreErrorsThanTheOthersEndTheRoll() {
        Optional<String> verdict = watch.verdict(
                Map.of("node1", traffic(1200, 48, 90), "node2", traffic(5200, 2, 90), "node3", traffic(4200, 2, 90)));

        assertTrue(verdict.orElseThrow().contains("node1 had 8 errors in 200 requests"), verdict::toString);
        assertTrue(verdict.orElseThrow().contains("1 in 400"), verdict::toString);
    }

    @Test
    void whenAllAreAlikeItIsNotTheRelease() {
        assertEquals(
                Optional.empty(),
                watch.verdict(Map.of(
                        "node1",
                        traffic(1200, 60, 90),
                        "node2",
                        traffic(5200, 22, 90),
                        "node3",
                        traffic(4200, 21, 90))));
    }

    @Test
    void twoErrorsAreNoProof() {
        assertEquals(
                Optional.empty(),
                watch.verdict(Map.of(
                        "node1", traffic(1010, 42, 90), "node2", traffic(5200, 2, 90), "node3", traffic(4200, 1, 90))));
    }

    @Test
    void pagesThatAreGoneAreErrorsToo() {
        Optional<String> verdict = watch.verdict(
                Map.of("node1", traffic(1200, 40, 105), "node2", traffic(5200, 2, 91), "node3", traffic(4200, 1, 91)));

        assertTrue(verdict.orElseThrow().contains("15 answers that refuse"), verdict::toString);
    }

    private static Traffic traffic(long requests, long errors, long refusals) {
        return new Traffic(requests, errors, refusals, 0, "UP");
    }
}
