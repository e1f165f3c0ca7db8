package arcade.operations.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import arcade.operations.topology.Topology;
import arcade.operations.topology.TopologyFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in where, as rules; that they hold is seen from outside, by the system tests. */
class PrivateNetworkTest {
    private static final Topology LAB = TopologyFile.read(Path.of("../domain-config/topologies/lab.yaml"));
    private static final ClusterState CLUSTER = new ClusterState(
            "arcade-0a1b",
            "lab.yaml",
            false,
            "",
            List.of(
                    machine("router", Role.ROUTER, "router", "10.78.0.10", Map.of("http", 80, "backoffice", 8090)),
                    machine("node1", Role.NODE, "node1", "10.77.0.11", Map.of("http", 8080, "grid", 5701)),
                    machine("node2", Role.NODE, "node2", "10.77.0.12", Map.of("http", 8080, "grid", 5701)),
                    machine("admin", Role.ADMIN, "admin", "10.77.0.31", Map.of("console", 4848, "grid", 5701)),
                    machine("database", Role.DATABASE, "db1", "10.77.0.21", Map.of("sql", 3306)),
                    machine(
                            "gateway",
                            Role.GATEWAY,
                            "gateway",
                            "10.78.0.20",
                            Map.of("http", 8080, "control", 8081, "smtp", 2525))));

    @TempDir
    private Path folder;

    @Test
    void aNodeLetsInTheRouterAndTheMembersOfItsGrid() {
        assertEquals(
                List.of(
                        "ip saddr { 10.77.0.10 } tcp dport 8080 accept",
                        "ip saddr { 10.77.0.11, 10.77.0.12, 10.77.0.31 } tcp dport 5701 accept"),
                doors("node1"));
    }

    @Test
    void theDatabaseLetsInTheNodesAndItsPeer() {
        assertEquals(List.of("ip saddr { 10.77.0.11, 10.77.0.12, 10.77.0.21 } tcp dport 3306 accept"), doors("db1"));
    }

    @Test
    void theConsoleIsTheOperatorsAlone() {
        assertTrue(
                doors("admin").stream().noneMatch(rule -> rule.contains("4848")),
                () -> doors("admin").toString());
    }

    @Test
    void theRoutersDoorIsOnThePublicSideAndNothingIsPassedOnInwards() {
        List<String> rules = rules("router");

        assertTrue(rules.contains("iifname outside tcp dport { 80 } accept"), rules::toString);
        assertTrue(rules.contains("iifname inside tcp dport 8090 accept"), rules::toString);
        assertTrue(rules.contains("type filter hook forward priority 0; policy drop;"), rules::toString);
    }

    @Test
    void aHostWithoutMachinesLetsInTheOperatorOnly() {
        assertEquals(List.of(), doors("staging"));
        assertTrue(rules("staging").contains("type filter hook input priority 0; policy drop;"));
    }

    private List<String> doors(String host) {
        return rules(host).stream().filter(rule -> rule.contains("tcp dport")).toList();
    }

    private List<String> rules(String host) {
        return new Firewall(new Home(folder), LAB, CLUSTER).rules(LAB.hosts().get(host));
    }

    private static Machine machine(String name, Role role, String host, String address, Map<String, Integer> ports) {
        return new Machine(name, role, host, address, ports, List.of(), null, "");
    }
}
