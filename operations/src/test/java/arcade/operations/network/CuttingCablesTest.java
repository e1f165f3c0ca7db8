package arcade.operations.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import arcade.operations.process.Tool;
import arcade.operations.topology.TopologyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cuts between machines with addresses of their own. */
class CuttingCablesTest {
    private static final Path LAB = Path.of("../domain-config/topologies/lab.yaml");
    private static final ClusterState CLUSTER = new ClusterState(
            "arcade-0a1b",
            LAB.toString(),
            false,
            "",
            List.of(
                    machine("router", Role.ROUTER, "10.78.0.10"),
                    machine("node1", Role.NODE, "10.77.0.11"),
                    machine("node2", Role.NODE, "10.77.0.12"),
                    new Machine("database", Role.DATABASE, "db1", "10.77.0.21", Map.of(), List.of(), null, ""),
                    new Machine("database2", Role.REPLICA, "db2", "10.77.0.22", Map.of(), List.of(), null, "")));

    private final LinkRules rules = new LinkRules(CLUSTER, TopologyFile.read(LAB));

    @TempDir
    private Path folder;

    @Test
    void whatANodeSendsToTheDatabasesIsLostOneWay() {
        assertEquals(
                List.of("ip saddr { 10.77.0.11 } ip daddr { 10.77.0.21, 10.77.0.22 } counter drop"
                        + " comment \"node1 database out\""),
                lost(new Cut("node1", Side.DATABASE, Way.OUT)));
    }

    @Test
    void ofTwoMachinesBothWaysAreTwoRulesAndTheRouterHasTwoAddresses() {
        assertEquals(
                List.of(
                        "ip saddr { 10.77.0.12 } ip daddr { 10.78.0.10, 10.77.0.10 } counter drop"
                                + " comment \"node2 router both\"",
                        "ip saddr { 10.78.0.10, 10.77.0.10 } ip daddr { 10.77.0.12 } counter drop"
                                + " comment \"node2 router both\""),
                lost(new Cut("node2", "router", Way.BOTH)));
    }

    @Test
    void fromTheGridMeansFromTheOtherMembers() {
        assertEquals(
                List.of("ip saddr { 10.77.0.12 } ip daddr { 10.77.0.11 } counter drop comment \"node1 grid in\""),
                lost(new Cut("node1", Side.GRID, Way.IN)));
    }

    @Test
    void theFilterTakesThemAndTellsThemAgain() throws IOException {
        List<Cut> cuts = List.of(new Cut("node1", "router", Way.BOTH), new Cut("node2", Side.DATABASE, Way.IN));
        Path script = Files.writeString(
                folder.resolve("cuts.nft"), new FilterTable("bridge", "cuts").script(rules.chains(cuts)));
        assumeTrue(Tool.run("sh", "-c", "unshare -n nft list tables").succeeded(), "no packet filter can be used here");

        Tool listed = Tool.run("unshare", "-n", "sh", "-c", "nft -f " + script + " && nft list table bridge cuts");

        assertTrue(listed.succeeded(), listed::output);
        assertEquals(cuts, Cut.listed(listed.output()));
    }

    private List<String> lost(Cut cut) {
        return rules.chains(List.of(cut)).stream()
                .filter(line -> line.contains(" drop "))
                .toList();
    }

    private static Machine machine(String name, Role role, String address) {
        return new Machine(name, role, name, address, Map.of(), List.of(), null, "");
    }
}
