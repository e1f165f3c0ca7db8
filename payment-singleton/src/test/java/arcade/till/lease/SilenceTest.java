package arcade.till.lease;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.LeaseView;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private static final long SECOND = 1_000_000_000L;

    private final Silence silence = new Silence();

    @Test
    void aTillThatBeatsIsNeverSilent() {
        for (int second = 0; second < 60; second++) {
            assertFalse(silence.isTooLong(seen(7, "beat " + second), second * SECOND));
        }
    }

    @Test
    void aBeatThatStandsStillForLongerThanALeaseIsTooLong() {
        assertFalse(silence.isTooLong(seen(7, "12:00"), 0));
        assertFalse(silence.isTooLong(seen(7, "12:00"), 6 * SECOND));
        assertTrue(silence.isTooLong(seen(7, "12:00"), 6 * SECOND + 1));
        assertFalse(silence.isTooLong(seen(8, "12:00"), 7 * SECOND));
    }

    private static LeaseView seen(long epoch, String beat) {
        return new LeaseView(epoch, "node1:boot", Instant.EPOCH, beat, true);
    }
}
