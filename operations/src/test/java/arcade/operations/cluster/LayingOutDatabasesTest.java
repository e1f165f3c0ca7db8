package arcade.operations.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Failure;
import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import arcade.operations.topology.Topology;
import arcade.operations.topology.TopologyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who leads was decided by the last failover; the topology says where the databases are. */
class LayingOutDatabasesTest {
    @TempDir
    Path folder;

    @Test
    void atFirstTheDatabaseLeadsAndTheReplicaFollows() throws IOException {
        ClusterState first = machines("old", "new", Optional.empty());

        assertEquals(List.of("database DATABASE 127.0.0.1", "database2 REPLICA 127.0.0.2"), told(first));
    }

    @Test
    void afterAFailoverTheRolesStayAsTheyAre() throws IOException {
        ClusterState failedOver = switched(machines("old", "new", Optional.empty()));

        ClusterState again = machines("old", "new", Optional.of(failedOver));

        assertEquals(failedOver, again);
        assertEquals("database2", again.database().name());
    }

    @Test
    void aDatabaseMovesByFollowingThenLeadingThenBeingTheOnlyOne() throws IOException {
        ClusterState switched = switched(machines("old", "new", Optional.empty()));

        ClusterState moved = machines("new", null, Optional.of(switched));

        assertEquals(List.of("database2 DATABASE 127.0.0.2"), told(moved));
        assertEquals(switched.database(), moved.database());
    }

    @Test
    void theNextReplicaGetsTheNameThatIsFree() throws IOException {
        ClusterState moved = machines("new", null, Optional.of(switched(machines("old", "new", Optional.empty()))));

        ClusterState next = machines("new", "third", Optional.of(moved));

        assertEquals(List.of("database2 DATABASE 127.0.0.2", "database REPLICA 127.0.0.3"), told(next));
    }

    @Test
    void aTopologyWithoutThePrimaryIsRefusedWhileAnotherOnlyFollows() throws IOException {
        ClusterState first = machines("old", "new", Optional.empty());

        Failure refused = assertThrows(Failure.class, () -> machines("new", null, Optional.of(first)));

        assertTrue(refused.cure().contains("./arcade failover"), refused.cure());
    }

    private ClusterState machines(String database, String replica, Optional<ClusterState> recorded) throws IOException {
        Path file = Files.writeString(folder.resolve("t.yaml"), """
                hosts:
                  here: {address: 127.0.0.1, reach: local}
                  old: {address: 127.0.0.1, reach: local}
                  new: {address: 127.0.0.2, reach: local}
                  third: {address: 127.0.0.3, reach: local}
                operator: {host: here}
                router: {host: here, port: 0}
                database: {host: %s}
                %s
                gateway: {host: here}
                nodes:
                  - {name: node1, host: here, roles: [storefront, till]}
                """.formatted(
                        database, replica == null ? "" : "replica: {host: " + replica + "}"));
        Topology topology = TopologyFile.read(file);
        return new Layout(topology, recorded).machines("r");
    }

    private static ClusterState switched(ClusterState state) {
        Machine old = state.database();
        Machine next = state.replica().orElseThrow();
        return state.with(old.as(Role.REPLICA)).with(next.as(Role.DATABASE));
    }

    private static List<String> told(ClusterState state) {
        return state.databases().stream()
                .map(machine -> machine.name() + " " + machine.role() + " " + machine.address())
                .toList();
    }
}
