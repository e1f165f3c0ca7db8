package arcade.operations.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import arcade.operations.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CuttingANodeOffTest {
    private static final ClusterState CLUSTER = new ClusterState(
            "arcade-0a1b",
            "t.yaml",
            false,
            "",
            List.of(
                    node("node1", 21001),
                    node("node2", 21002),
                    node("node3", 21003),
                    machine("database", Role.DATABASE, Map.of("sql", 24000)),
                    machine("gateway", Role.GATEWAY, Map.of("http", 25000, "control", 25001))));

    private final PortRules rules = new PortRules(CLUSTER);
    private final FilterTable table = rules.table(CLUSTER);

    @TempDir
    private Path folder;

    @Test
    void whatANodeOpensIsMarkedWithItsGroup() {
        String text = table.script(rules.chains(List.of()));

        assertTrue(
                text.contains("meta skgid 21002 tcp dport { 21001, 21002, 21003, 24000, 25000 } ct mark set 21002"),
                text);
    }

    @Test
    void onlyWhatTheNodeSendsToTheDatabaseIsLost() {
        assertEquals(
                List.of("ct mark { 21001 } tcp dport { 24000 } counter drop comment \"node1 database out\""),
                lost(new Cut("node1", Side.DATABASE, Way.OUT)));
    }

    @Test
    void onlyWhatTheGatewayAnswersIsLost() {
        assertEquals(
                List.of("ct mark { 21002 } tcp sport { 25000 } counter drop comment \"node2 gateway in\""),
                lost(new Cut("node2", Side.GATEWAY, Way.IN)));
    }

    @Test
    void inTheGridTheOthersMayHaveOpenedTheConnection() {
        assertEquals(
                List.of(
                        "ct mark { 21002 } tcp dport { 21001, 21003 } counter drop comment \"node2 grid out\"",
                        "ct mark { 21001, 21003 } tcp sport { 21002 } counter drop comment \"node2 grid out\""),
                lost(new Cut("node2", Side.GRID, Way.OUT)));
        assertEquals(
                List.of(
                        "ct mark { 21002 } tcp sport { 21001, 21003 } counter drop comment \"node2 grid in\"",
                        "ct mark { 21001, 21003 } tcp dport { 21002 } counter drop comment \"node2 grid in\""),
                lost(new Cut("node2", Side.GRID, Way.IN)));
    }

    /** Or it would tell one half what it hears from the other. */
    @Test
    void theAdminConsoleIsLostWithTheGrid() {
        List<Machine> machines = new ArrayList<>(CLUSTER.machines());
        machines.add(machine("admin", Role.ADMIN, Map.of("console", 26000, "grid", 21009)));
        ClusterState watched = new ClusterState("arcade-0a1b", "t.yaml", false, "", List.copyOf(machines));

        String text = table.script(new PortRules(watched).chains(List.of(new Cut("node2", Side.GRID, Way.OUT))));

        assertTrue(text.contains("ct mark { 21002 } tcp dport { 21001, 21003, 21009 } counter drop"), text);
        assertTrue(text.contains("ct mark { 21001, 21003, 21009 } tcp sport { 21002 } counter drop"), text);
        assertTrue(text.contains("meta skgid 21009 tcp dport"), text);
    }

    @Test
    void bothWaysAreBoth() {
        assertEquals(4, lost(new Cut("node2", Side.GRID, Way.BOTH)).size());
        assertEquals(2, lost(new Cut("node2", Side.DATABASE, Way.BOTH)).size());
    }

    @Test
    void theFilterTakesThemAllAndTellsThemAgain() throws IOException {
        List<Cut> all = new ArrayList<>();
        for (Side side : Side.values()) {
            for (Way way : Way.values()) {
                all.add(new Cut("node" + (1 + way.ordinal()), side, way));
            }
        }
        Path script = Files.writeString(folder.resolve("cuts.nft"), table.script(rules.chains(all)));
        assumeTrue(mayFilter(), "no packet filter can be used here");

        // In a network of its own: whatever this machine filters stays as it is.
        Tool listed = Tool.run(
                "unshare",
                "-n",
                "sh",
                "-c",
                "nft -f " + script + " && nft -f " + script + " && nft list table inet " + table.name());

        assertTrue(listed.succeeded(), listed::output);
        assertEquals(all, Cut.listed(listed.output()));
        assertEquals(0, all.get(0).lost(listed.output()));
    }

    @Test
    void whatWasLostIsSummedOverTheRulesOfACut() {
        String listed = "ct mark 7 tcp dport 1 counter packets 12 bytes 9 drop comment \"node1 grid both\"\n"
                + "ct mark 7 tcp sport 1 counter packets 30 bytes 9 drop comment \"node1 grid both\"\n"
                + "ct mark 7 tcp sport 2 counter packets 500 bytes 9 drop comment \"node1 gateway in\"\n";

        assertEquals(42, new Cut("node1", Side.GRID, Way.BOTH).lost(listed));
        assertEquals(
                List.of(new Cut("node1", Side.GRID, Way.BOTH), new Cut("node1", Side.GATEWAY, Way.IN)),
                Cut.listed(listed));
    }

    @Test
    void nothingIsCutWhereNothingWasCut() {
        assertEquals(List.of(), new PacketFilter(new Home(folder), CLUSTER).cuts());
    }

    private List<String> lost(Cut cut) {
        return table.script(rules.chains(List.of(cut)))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("ct mark"))
                .toList();
    }

    private static boolean mayFilter() {
        return Stream.of(Tool.find("nft"), Tool.find("unshare")).allMatch(java.util.Optional::isPresent)
                && Tool.run("unshare", "-n", "nft", "list", "tables").succeeded();
    }

    private static Machine node(String name, int grid) {
        return machine(name, Role.NODE, Map.of("http", 30000, "grid", grid));
    }

    private static Machine machine(String name, Role role, Map<String, Integer> ports) {
        return new Machine(name, role, "here", "127.0.0.1", ports, List.of(), null, "");
    }
}
