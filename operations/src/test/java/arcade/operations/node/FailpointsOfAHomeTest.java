package arcade.operations.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.home.Role;
import arcade.operations.host.Site;
import arcade.operations.topology.Topology;
import arcade.operations.topology.TopologyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailpointsOfAHomeTest {
    private static final Machine NODE =
            new Machine("node1", Role.NODE, "here", "127.0.0.1", Map.of("http", 1, "grid", 2), List.of(), null, "");
    private static final Machine GATEWAY = new Machine(
            "gateway",
            Role.GATEWAY,
            "here",
            "127.0.0.1",
            Map.of("http", 3, "control", 4, "smtp", 5),
            List.of(),
            null,
            "");

    private static final Topology TOPOLOGY =
            TopologyFile.read(Path.of("../domain-config/topologies/single-machine.yaml"));

    @TempDir
    private Path folder;

    private Home home;
    private Failpoints failpoints;

    @BeforeEach
    void aHomeWithAnArmedNode() {
        home = new Home(folder);
        failpoints = new Failpoints(home);
        failpoints.arm("node1", "captured-unrecorded:0.05");
        failpoints.arm("node2", "lease-taken:1");
    }

    @Test
    void aNodeIsStartedWithItsOwn() {
        assertTrue(keys(false).contains("-Darcade.failpoint=captured-unrecorded:0.05"));
        assertEquals(Optional.empty(), failpoints.of("node3"));
    }

    @Test
    void productionNeverReadsThem() {
        assertTrue(keys(true).stream().noneMatch(key -> key.startsWith("-Darcade.failpoint")));
        assertTrue(keys(true).contains("-Darcade.production=true"));
    }

    @Test
    void disarmingOneLeavesTheOthers() {
        failpoints.disarm("node1");

        assertEquals(Optional.empty(), failpoints.of("node1"));
        assertEquals(Optional.of("lease-taken:1"), failpoints.of("node2"));
        failpoints.clear();
        assertFalse(Files.exists(folder.resolve("failpoints")));
    }

    private List<String> keys(boolean production) {
        ClusterState cluster = new ClusterState("c", "t", production, "r", List.of(NODE, GATEWAY));
        Project project = new Project(folder);
        return new NodeSettings(home, project, TOPOLOGY, cluster, NODE, folder)
                .applicationKeys(new Release("r", folder), new Site(home, project, NODE));
    }
}
