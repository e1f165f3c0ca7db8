package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import arcade.system.harness.Audit;
import arcade.system.harness.Cluster;
import arcade.system.harness.Command;
import arcade.system.harness.LabHost;
import arcade.system.harness.Machine;
import arcade.system.harness.Outcome;
import arcade.system.harness.Waiting;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The shop on machines of their own: who can reach what, who may join, and what a cut cable does. */
@Order(150)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LabIT {
    private static final Cluster LAB = Cluster.called("lab");
    private static final LabHost CLIENT = new LabHost("arcade-client");
    private static final LabHost STRANGER = new LabHost("arcade-stranger");
    private static final LabHost NODE3 = new LabHost("arcade-node3");
    private static final String STRANGERS_ADDRESS = "10.77.0.99";
    /** What somebody sees who is not let in: he gives up, or founds a grid of his own. */
    private static final Set<String> ALONE = Set.of("refused", "members: 1");

    private static final Duration JOIN_WITHIN = Duration.ofSeconds(60);

    @BeforeAll
    static void makeTheLaboratory() {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may make network namespaces");
        LAB.close();
        Outcome up = LAB.arcade(Duration.ofMinutes(8), "lab", "up", "--no-console");
        System.out.println(up.expect(0));
        shell("ip netns add arcade-stranger && ip link add ari-stranger type veth peer name eth0 netns arcade-stranger"
                + " && ip link set ari-stranger master arcade-in up && ip -n arcade-stranger link set eth0 up"
                + " && ip -n arcade-stranger link set lo up && ip -n arcade-stranger addr add " + STRANGERS_ADDRESS
                + "/24 dev eth0");
    }

    @AfterAll
    static void takeItAway() {
        new Command(Path.of("/")).run(List.of("ip", "netns", "delete", "arcade-stranger"));
        LAB.close();
    }

    @Test
    @Order(1)
    void everyMachineHasAnAddressOfItsOwnAndTheShopSells() {
        Set<String> addresses = new TreeSet<>();
        LAB.machines().forEach(machine -> addresses.add(machine.address()));
        assertEquals(LAB.machines().size(), addresses.size());

        JsonObject load = JsonParser.parseString(LAB.arcade("load", "--shoppers", "2", "--seconds", "8", "--json")
                        .expect(0)
                        .out())
                .getAsJsonObject();

        assertTrue(load.get("checkouts").getAsInt() > 0, load::toString);
        assertEquals("{}", load.get("errors").toString());
        Audit.of(LAB).expectClean();
    }

    @Test
    @Order(2)
    void fromThePublicSideOnlyTheRoutersTwoPortsAnswer() {
        Machine router = LAB.only("router");
        Machine gateway = LAB.only("gateway");

        assertEquals(
                Set.of(
                        "router " + router.port("http"),
                        "router " + router.port("https"),
                        // Another company's, out in the world.
                        "gateway " + gateway.port("http")),
                answering(CLIENT));
    }

    @Test
    @Order(3)
    void aStrangerOnThePrivateNetworkReachesNothing() {
        assertTrue(CLIENT.opens(LAB.only("router").address(), 80), "the probe itself works");

        assertEquals(Set.of(), answering(STRANGER));
    }

    @Test
    @Order(4)
    void aStrangerDoesNotJoinTheGridEvenWithItsName() throws IOException {
        String stranger = joining(STRANGER, STRANGERS_ADDRESS, gridName());

        assertTrue(ALONE.contains(stranger), stranger);
        assertEquals(Set.of(3), membersSeen());
    }

    @Test
    @Order(5)
    void nobodyJoinsTheGridWithoutItsNameEvenFromAMembersHost() throws IOException {
        String address = LAB.machine("node3").address();
        String publicName = recorded("cluster").getAsString();

        assertTrue(ALONE.contains(joining(NODE3, address, publicName)));
        assertEquals(
                "members: 4", joining(NODE3, address, gridName()), "whoever has both is let in: the test can see that");

        Waiting.until("the guest is gone", JOIN_WITHIN, () -> membersSeen().equals(Set.of(3)));
    }

    @Test
    @Order(6)
    void theGridsNameIsInNoCommandLine() throws IOException {
        String key = LAB.secret("grid.key");
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            assertFalse(processes.anyMatch(
                    process -> process.info().commandLine().orElse("").contains(key)));
        }
    }

    @Test
    @Order(7)
    void whoTakesAnothersAddressIsNotHeard() {
        String node2 = LAB.machine("node2").address();
        Machine node1 = LAB.machine("node1");
        shell("ip -n arcade-stranger addr add " + node2 + "/24 dev eth0");
        try {
            String script = "exec 3<>/dev/tcp/" + node1.address() + "/" + node1.port("grid");
            shell("ip -n arcade-stranger route replace " + node1.address() + " dev eth0 src " + node2);

            assertTrue(STRANGER.run(Duration.ofSeconds(10), List.of("timeout", "2", "bash", "-c", script))
                            .exit()
                    != 0);
            assertEquals(Set.of(3), membersSeen());
        } finally {
            shell("ip -n arcade-stranger addr del " + node2 + "/24 dev eth0");
        }
    }

    @Test
    @Order(8)
    void aCutCableIsOneWayOrBothAndHeals() {
        LabHost node1 = new LabHost("arcade-node1");
        Machine node2 = LAB.machine("node2");
        assertTrue(node1.opens(node2.address(), node2.port("grid")));

        LAB.arcade("cut", "node1", "node2", "--way", "in").expect(0);
        assertFalse(node1.opens(node2.address(), node2.port("grid")), "no answer comes back");
        LAB.arcade("heal", "node1").expect(0);
        assertTrue(node1.opens(node2.address(), node2.port("grid")));

        LAB.arcade("cut", "router", "node1").expect(0);
        try {
            Waiting.until("the router gives node1 up", () -> LAB.usableNodes() == 2);
            assertTrue(CLIENT.opens(LAB.only("router").address(), 80));
        } finally {
            LAB.arcade("heal").expect(0);
        }
        Waiting.until("the router has node1 back", () -> LAB.usableNodes() == 3);
    }

    @Test
    @Order(9)
    void aTillWithoutItsDatabaseIsReplaced() {
        long epoch = LAB.database().epoch();

        LAB.arcade("cut", "till", "database").expect(0);
        try {
            Waiting.until("another till", () -> LAB.database().epoch() > epoch);
        } finally {
            LAB.arcade("heal").expect(0);
        }
        Waiting.until("every node serves", Duration.ofSeconds(60), () -> LAB.usableNodes() == 3);
        Waiting.until("one grid", JOIN_WITHIN, () -> membersSeen().equals(Set.of(3)));
        Audit.of(LAB).expectClean();
    }

    @Test
    @Order(10)
    void downLeavesNeitherProcessNorNetwork() {
        LAB.arcade("lab", "down").expect(0);

        assertEquals(List.of(), LAB.processesOf(LAB.home()));
        assertFalse(Files.exists(Path.of("/sys/class/net/arcade-in")));
        assertFalse(Files.exists(Path.of("/run/netns/arcade-node1")));
        assertFalse(shell("nft list tables").contains("arcade_switch"));
    }

    /** Every port of every machine that answers whoever sits at this host. */
    private static Set<String> answering(LabHost host) {
        Set<String> answering = new TreeSet<>();
        for (Machine machine : LAB.machines()) {
            machine.ports().values().stream()
                    .filter(port -> host.opens(machine.address(), port))
                    .forEach(port -> answering.add(machine.name() + " " + port));
        }
        return answering;
    }

    private static Set<Integer> membersSeen() {
        Set<Integer> members = new TreeSet<>();
        LAB.status().getAsJsonArray("machines").forEach(each -> {
            JsonObject machine = each.getAsJsonObject();
            if (machine.get("role").getAsString().equals("node")) {
                members.add(
                        machine.get("gridMembers").isJsonNull()
                                ? 0
                                : machine.get("gridMembers").getAsInt());
            }
        });
        return members;
    }

    private static String joining(LabHost host, String address, String name) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.net.preferIPv4Stack=true",
                "-cp",
                hazelcast().toString(),
                Path.of("src/test/resources/stranger/Stranger.java")
                        .toAbsolutePath()
                        .toString(),
                name,
                address));
        LAB.nodes().forEach(node -> command.add(node.address() + ":" + node.port("grid")));
        return host.run(JOIN_WITHIN, command)
                .out()
                .lines()
                .filter(line -> line.startsWith("members: "))
                .findFirst()
                .orElse("refused");
    }

    /** The very version that the nodes run. */
    private static Path hazelcast() throws IOException {
        try (Stream<Path> files = Files.walk(LAB.project().resolve(".arcade/cache"), 3)) {
            return files.filter(file -> file.endsWith("runtime/hazelcast.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String gridName() throws IOException {
        return recorded("cluster").getAsString() + "-" + LAB.secret("grid.key");
    }

    private static com.google.gson.JsonElement recorded(String key) throws IOException {
        return JsonParser.parseString(Files.readString(LAB.home().resolve("cluster.json")))
                .getAsJsonObject()
                .get(key);
    }

    private static String shell(String script) {
        return new Command(Path.of("/"))
                .run(List.of("sh", "-c", script))
                .expect(0)
                .out();
    }
}
