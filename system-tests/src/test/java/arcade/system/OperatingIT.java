package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Cluster;
import arcade.system.harness.Machine;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Outcome;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The command line, as an operator or a program uses it. */
@OnTheCluster
@Order(5)
class OperatingIT {

    @Test
    void statusHasItsDocumentedShape(Cluster cluster) {
        JsonObject status = cluster.status();

        Map<String, Integer> roles = new TreeMap<>();
        for (JsonElement each : status.getAsJsonArray("machines")) {
            JsonObject machine = each.getAsJsonObject();
            assertTrue(
                    machine.keySet().containsAll(Set.of("name", "role", "address", "state", "release", "pid")),
                    machine::toString);
            assertEquals("ready", machine.get("state").getAsString(), machine::toString);
            assertTrue(ProcessHandle.of(machine.get("pid").getAsLong()).isPresent(), machine::toString);
            roles.merge(machine.get("role").getAsString(), 1, Integer::sum);
        }
        JsonObject till = status.getAsJsonObject("till");
        assertEquals(Map.of("router", 1, "node", 3, "database", 1, "gateway", 1), roles);
        assertEquals(cluster.till().orElseThrow().name(), till.get("holder").getAsString());
        assertEquals(cluster.database().epoch(), till.get("epoch").getAsLong());
        assertTrue(Instant.parse(till.get("since").getAsString()).isBefore(Instant.now()), till::toString);
    }

    @Test
    void upTwiceIsUpOnce(Cluster cluster) {
        Map<String, Machine> before = byName(cluster);

        Outcome outcome = cluster.up().expect(0);

        assertEquals(before, byName(cluster), "something was started again");
        String last = outcome.out().strip().lines().reduce((one, next) -> next).orElse("");
        assertEquals("ready: " + cluster.shop("arcade"), last.replaceFirst("/$", ""));
    }

    @Test
    void aPortThatIsTakenIsToldWithItsHolder(Cluster cluster) {
        Path second = cluster.home().resolveSibling("second");
        String port = Integer.toString(cluster.routerPort());

        Outcome outcome = cluster.elsewhere(second, "up", "--router-port", port);
        Outcome down = cluster.elsewhere(second, "down", "--purge");

        outcome.expect(1);
        down.expect(0);
        assertTrue(outcome.err().contains("port " + port), outcome::toString);
        assertTrue(outcome.err().contains("haproxy"), () -> "who holds it? " + outcome);
        assertTrue(outcome.err().contains("--router-port"), () -> "what to do? " + outcome);
        assertEquals(List.of(), cluster.processesOf(second));
    }

    @Test
    void whatCannotBeDoneIsExplained(Cluster cluster) {
        Outcome unknown = cluster.arcade("kill", "node9").expect(2);
        Outcome word = cluster.arcade("frobnicate").expect(2);
        Outcome empty = cluster.elsewhere(cluster.home().resolveSibling("empty"), "audit")
                .expect(1);

        assertTrue(unknown.err().contains("node9") && unknown.err().contains("node1"), unknown::toString);
        assertTrue(word.err().contains("frobnicate"), word::toString);
        assertTrue(empty.err().contains("cure:"), empty::toString);
        for (Outcome outcome : List.of(unknown, word, empty)) {
            assertFalse((outcome.out() + outcome.err()).contains("\tat "), () -> "a stack trace: " + outcome);
        }
    }

    @Test
    void theDoctorFindsNothing(Cluster cluster) {
        cluster.arcade("doctor").expect(0);
    }

    @Test
    void someShoppersAreServedWithoutAnError(Cluster cluster) {
        Outcome outcome = cluster.arcade("load", "--shoppers", "4", "--seconds", "5", "--json")
                .expect(0);

        JsonObject report =
                com.google.gson.JsonParser.parseString(outcome.out()).getAsJsonObject();
        assertEquals(0, report.get("carts_lost").getAsInt(), outcome::toString);
        assertTrue(report.get("checkouts").getAsInt() > 0, outcome::toString);
        assertTrue(report.get("cpu_ms_per_checkout").getAsDouble() > 0, outcome::toString);
        assertTrue(
                report.getAsJsonObject("errors").entrySet().stream()
                        .allMatch(kind -> kind.getValue().getAsInt() == 0),
                outcome::toString);
    }

    private static Map<String, Machine> byName(Cluster cluster) {
        return cluster.machines().stream().collect(Collectors.toMap(Machine::name, Function.identity()));
    }
}
