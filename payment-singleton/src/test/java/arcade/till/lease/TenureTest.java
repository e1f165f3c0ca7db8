package arcade.till.lease;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.FencingToken;
import arcade.cluster.Leases;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TenureTest {
    private final Tenure tenure = new Tenure(new FencingToken("payments", 4, "node1:ab"), 1_000);

    @Test
    void endsByTheMonotonicClockBeforeTheLeaseCanBeTaken() {
        long lease = TimeUnit.SECONDS.toNanos(Leases.SECONDS);

        assertTrue(tenure.mayAct(1_000 + Tenure.ACT_NANOS - 1));
        assertFalse(tenure.mayAct(1_000 + Tenure.ACT_NANOS));
        assertTrue(Tenure.ACT_NANOS < lease);
    }

    @Test
    void aGoodBeatGivesItNewTime() {
        assertTrue(tenure.renewed(Tenure.ACT_NANOS).mayAct(2 * Tenure.ACT_NANOS - 1));
    }
}
