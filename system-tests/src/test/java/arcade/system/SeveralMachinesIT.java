package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import arcade.system.harness.Audit;
import arcade.system.harness.Cluster;
import arcade.system.harness.Machine;
import arcade.system.harness.Outcome;
import arcade.system.harness.SshHost;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Machines that are reached by ssh, and machines that do one thing only. */
@Order(160)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralMachinesIT {
    private static final Cluster CLUSTER = Cluster.called("several");
    private static final Duration UP_WITHIN = Duration.ofMinutes(8);

    @TempDir
    private static Path folder;

    private static SshHost other;

    @BeforeAll
    static void switchTheOtherMachineOn() {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may make network namespaces");
        CLUSTER.close();
        other = new SshHost(folder);
    }

    @AfterAll
    static void switchItOff() {
        if (other != null) {
            CLUSTER.close();
            other.close();
        }
    }

    @Test
    @Order(1)
    void theSmallestShopHasItsDatabaseOnAnotherMachineAndNoRouter() throws IOException {
        up(smallest()).expect(0);

        assertEquals(
                List.of("node1 " + SshHost.OURS, "database " + SshHost.THEIRS, "gateway " + SshHost.OURS),
                CLUSTER.machines().stream()
                        .map(machine -> machine.name() + " " + machine.address())
                        .toList());
        assertTrue(Files.isDirectory(other.files().resolve("data/database/arcade")), "its tables lie there");
        assertFalse(Files.exists(CLUSTER.home().resolve("data/database")), "and not here");
        sells();
    }

    @Test
    @Order(2)
    void aHostThatIsNotReachedIsNamedAndNothingIsChanged() throws IOException {
        String before = Files.readString(CLUSTER.home().resolve("cluster.json"));
        other.leave();
        try {
            JsonObject status = JsonParser.parseString(
                            CLUSTER.arcade("status", "--json").expect(3).out())
                    .getAsJsonObject();
            assertEquals("unreachable", states(status).get("database"));

            Outcome up = CLUSTER.arcade("up").expect(1);
            assertTrue(up.err().contains("the host root@" + SshHost.THEIRS + " is not reached by ssh"), up::toString);
            assertEquals(before, Files.readString(CLUSTER.home().resolve("cluster.json")));
        } finally {
            other.listen();
        }
        CLUSTER.arcade("status").expect(0);
    }

    @Test
    @Order(3)
    void aProcessIsKilledAndStartedThere() {
        long first = CLUSTER.machine("database").process().pid();

        CLUSTER.arcade("kill", "db").expect(0);
        CLUSTER.arcade("up").expect(0);

        assertTrue(CLUSTER.machine("database").process().pid() != first);
        sells();
        CLUSTER.arcade("down", "--purge").expect(0);
        assertEquals(List.of(), CLUSTER.processesOf(other.files()));
    }

    @Test
    @Order(4)
    @EnabledIfSystemProperty(
            named = "arcade.long",
            matches = "true",
            disabledReason = "two minutes; -Darcade.long=true runs it")
    void theTillOnAMachineOfItsOwnChargesWhatAnotherMachineSells() throws IOException {
        up(checkoutAndTill()).expect(0);

        assertEquals("till1", CLUSTER.till().map(Machine::name).orElseThrow());
        assertTrue(
                Files.isDirectory(other.files().resolve("releases").resolve(release())),
                "the release was brought there");
        assertTrue(Files.size(other.files().resolve("log/till1.log")) > 0);
        sells();

        CLUSTER.arcade("kill", "till").expect(0);
        CLUSTER.arcade("up").expect(0);
        assertEquals("till1", CLUSTER.till().map(Machine::name).orElseThrow(), "nobody else may be it");
        sells();

        CLUSTER.arcade("down", "--purge").expect(0);
        assertEquals(List.of(), CLUSTER.processesOf(other.files()));
    }

    private static void sells() {
        JsonObject load = JsonParser.parseString(
                        CLUSTER.arcade("load", "--shoppers", "2", "--seconds", "6", "--mix", "api", "--json")
                                .expect(0)
                                .out())
                .getAsJsonObject();
        assertTrue(load.get("checkouts").getAsInt() > 0, load::toString);
        assertEquals("{}", load.get("errors").toString());
        Audit.of(CLUSTER).expectClean();
    }

    private static Outcome up(String topology) throws IOException {
        Path file = Files.writeString(folder.resolve("topology.yaml"), topology);
        return CLUSTER.arcade(UP_WITHIN, "up", "--topology", file.toString());
    }

    /** The one in the repository, with these two machines' addresses and a gateway that takes no real money. */
    private static String smallest() throws IOException {
        return shipped("two-machines.yaml")
                .replace("production: true", "production: false")
                .replaceFirst("\\{address: 192.0.2.10, reach: local}", "{address: " + SshHost.OURS + ", reach: local}")
                .replaceFirst("\\{address: 192.0.2.20, [^}]*}", other.description())
                .replaceFirst("gateway: \\{[^}]*}", "gateway: {host: shop}")
                .replace("heap: 384", "heap: 192");
    }

    /** The one in the repository, on two machines: who serves shoppers here, who is the till there. */
    private static String checkoutAndTill() throws IOException {
        return shipped("checkout-and-till.yaml")
                .replaceFirst(
                        "here: \\{address: 127.0.0.1, reach: local}",
                        "here: {address: " + SshHost.OURS + ", reach: local}\n  there: " + other.description())
                .replace("name: till1, host: here", "name: till1, host: there")
                .replaceFirst("(?m)^  - \\{name: checkout2.*\\n", "")
                .replace("port: 8080", "port: 8888");
    }

    private static String shipped(String name) throws IOException {
        return Files.readString(
                CLUSTER.project().resolve("domain-config/topologies").resolve(name));
    }

    private static String release() throws IOException {
        return JsonParser.parseString(Files.readString(CLUSTER.home().resolve("cluster.json")))
                .getAsJsonObject()
                .get("release")
                .getAsString();
    }

    private static Map<String, String> states(JsonObject status) {
        return status.getAsJsonArray("machines").asList().stream()
                .map(machine -> machine.getAsJsonObject())
                .collect(Collectors.toMap(
                        machine -> machine.get("name").getAsString(),
                        machine -> machine.get("state").getAsString()));
    }
}
