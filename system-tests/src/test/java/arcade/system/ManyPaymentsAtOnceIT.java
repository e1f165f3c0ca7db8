package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Audit;
import arcade.system.harness.Cluster;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Outcome;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** More payments at once than the till has lines, at a slow gateway. */
@OnTheCluster
@Order(35)
class ManyPaymentsAtOnceIT {
    private static final int PAYMENTS = 400;
    private static final int CALLS_OF_EACH = 3;

    @Test
    void allAreCapturedAndTheirNumbersHaveNoGap(Cluster cluster) {
        Outcome outcome = cluster.arcade(
                        "load",
                        "--mix",
                        "payments",
                        "--payments",
                        Integer.toString(PAYMENTS),
                        "--gateway-millis",
                        "100",
                        "--json")
                .expect(0);

        JsonObject report = JsonParser.parseString(outcome.out()).getAsJsonObject();
        assertEquals(PAYMENTS, report.get("captured").getAsInt(), outcome::toString);
        assertTrue(report.get("gap_free").getAsBoolean(), outcome::toString);
        assertTrue(report.get("last_number").getAsInt() >= PAYMENTS, outcome::toString);
        assertTrue(report.get("gateway_calls").getAsInt() >= CALLS_OF_EACH * PAYMENTS, outcome::toString);
        Audit.of(cluster).expectClean();
        assertTrue(
                cluster.gateway().faults().getAsJsonArray("rules").isEmpty(), "the gateway is slow after the run, too");
    }

    @Test
    void moreThanTheBoundIsRefused(Cluster cluster) {
        Outcome outcome = cluster.arcade("load", "--mix", "payments", "--payments", "1000000")
                .expect(2);

        assertTrue(outcome.err().contains("--payments 1000000"), outcome::toString);
    }
}
