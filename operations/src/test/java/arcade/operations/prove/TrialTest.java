package arcade.operations.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TrialTest {
    private final Trial trial = new Trial("2", "crash of the till");

    @Test
    void nothingInThreeHundredTrialsIsLessThanOneInAHundred() {
        trial.trials(300, "crashes");

        assertEquals("holds", trial.verdict());
        assertEquals("0 in 300 crashes: < 0.010 (95 %)", trial.bound());
    }

    @Test
    void aMishapOfTheProofIsNeitherAViolationNorAProof() {
        trial.trials(300, "crashes");
        trial.mishap("a node did not start");

        assertEquals("not proved", trial.verdict());
        assertEquals(0, trial.violations().size());
    }

    @Test
    void aMishapHidesNoViolation() {
        trial.trials(300, "crashes");
        trial.mishap("a node did not start");
        trial.violation("charged twice");

        assertEquals("BROKEN", trial.verdict());
    }

    @Test
    void nothingTriedIsNothingProved() {
        assertEquals("not proved", trial.verdict());
    }

    @Test
    void aTimeThatWasMissedIsNoViolation() {
        trial.trials(300, "crashes");
        trial.aim("takeover, p99", 7.1, 7, "s");

        assertEquals("MISSED", trial.verdict());
    }
}
