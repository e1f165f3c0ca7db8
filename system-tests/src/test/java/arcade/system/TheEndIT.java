package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.system.harness.Audit;
import arcade.system.harness.Cluster;
import arcade.system.harness.OnTheCluster;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** After all that was done to the cluster. */
@OnTheCluster
@Order(1000)
@TestMethodOrder(OrderAnnotation.class)
class TheEndIT {

    @Test
    @Order(1)
    void theAuditIsClean(Cluster cluster) {
        cluster.whole();

        Audit audit = Audit.of(cluster).expectClean();

        System.out.println(audit.outcome());
    }

    @Test
    @Order(2)
    void downLeavesNoProcess(Cluster cluster) {
        cluster.arcade("down").expect(0);

        assertEquals(List.of(), cluster.processesOf(cluster.home()));
    }
}
