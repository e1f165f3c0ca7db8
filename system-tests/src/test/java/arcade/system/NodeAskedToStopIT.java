package arcade.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Cluster;
import arcade.system.harness.Crowd;
import arcade.system.harness.Machine;
import arcade.system.harness.OnTheCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A machine is switched off as machines are: its node gets SIGTERM, and nobody has told the router before. */
@OnTheCluster
@Order(840)
class NodeAskedToStopIT {
    private static final long LOOK_ROUND_SECONDS = 4;

    @Test
    void noShopperNotices(Cluster cluster) throws Exception {
        cluster.whole();
        // The till: it has the most to hand over.
        Machine till = cluster.till().orElseThrow();
        try (Crowd buying = new Crowd(cluster, "pages", 2);
                // In haste: much of what they send may not be sent again by the router.
                Crowd keeping = new Crowd(cluster, "carts", 6, Duration.ZERO)) {
            TimeUnit.SECONDS.sleep(LOOK_ROUND_SECONDS);
            till.askToStop();
            buying.expectUnharmed();
            keeping.expectUnharmed();
        }
        cluster.up().expect(0);
        assertTrue(log(cluster, till).contains(" requests in flight"), "the node went without its way out");
    }

    /** Of the start before. */
    private static String log(Cluster cluster, Machine node) throws IOException {
        Path log = cluster.home().resolve("log").resolve(node.name() + ".log.1");
        return Files.readString(log);
    }
}
