package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import arcade.system.harness.Audit;
import arcade.system.harness.Cluster;
import arcade.system.harness.Machine;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Outcome;
import arcade.system.harness.Waiting;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The till's node is cut off from the database: another takes over, and the old one comes back as one of many. */
@OnTheCluster
@Order(80)
class CutOffIT {
    private static final Duration PASSED_ON_WITHIN = Duration.ofSeconds(15);
    private static final Duration WHOLE_WITHIN = Duration.ofSeconds(60);

    @Test
    void aTillWithoutItsDatabaseIsReplacedAndComesBack(Cluster cluster) {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may cut connections");
        cluster.whole();
        Machine till = cluster.till().orElseThrow();
        long epoch = cluster.database().epoch();

        Outcome cut = cluster.arcade("cut", "till", "database");
        assumeTrue(!cut.err().contains("packet filter cannot be used"), cut::toString);
        cut.expect(0);
        try {
            Waiting.until(
                    "another till", PASSED_ON_WITHIN, () -> cluster.database().epoch() > epoch);

            JsonArray cuts = statusOf(cluster, 3).getAsJsonArray("cuts");
            assertEquals(1, cuts.size(), cuts::toString);
            assertEquals(
                    "{\"node\":\"" + till.name() + "\",\"side\":\"database\",\"way\":\"both\"}",
                    cuts.get(0).toString());
        } finally {
            cluster.arcade("heal", till.name()).expect(0);
        }

        Waiting.until(
                "whole again",
                WHOLE_WITHIN,
                () -> cluster.usableNodes() == cluster.nodes().size());
        Set<Integer> members = new TreeSet<>();
        JsonObject status = statusOf(cluster, 0);
        status.getAsJsonArray("machines").forEach(each -> {
            JsonObject machine = each.getAsJsonObject();
            if (machine.get("role").getAsString().equals("node")) {
                members.add(machine.get("gridMembers").getAsInt());
            }
        });
        assertEquals(Set.of(cluster.nodes().size()), members);
        assertEquals(0, status.getAsJsonArray("cuts").size());
        assertTrue(cluster.arcade("heal").expect(0).out().contains("nothing was cut"));
        Audit.of(cluster).expectClean();
    }

    private static JsonObject statusOf(Cluster cluster, int exit) {
        return com.google.gson.JsonParser.parseString(
                        cluster.arcade("status", "--json").expect(exit).out())
                .getAsJsonObject();
    }
}
