package arcade.operations.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Machine;
import arcade.operations.topology.Topology;
import arcade.operations.topology.TopologyFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayingOutMachinesTest {
    private final Topology topology = TopologyFile.read(Path.of("../domain-config/topologies/single-machine.yaml"))
            .withRouterPort(0);
    private final ClusterState first = new Layout(topology, Optional.empty()).machines("r");

    @Test
    void aSecondStartKeepsEveryPort() {
        ClusterState second = new Layout(topology, Optional.of(first)).machines("r");

        assertEquals(first, second);
    }

    @Test
    void aNewNodeGetsPortsAndTheOthersKeepTheirs() {
        ClusterState more = new Layout(topology.withNodes(4), Optional.of(first)).machines("r");

        assertEquals(first.machine("node2"), more.machine("node2"));
        assertNotEquals(first.machine("node3").ports(), more.machine("node4").ports());
    }

    @Test
    void aNodeThatIsNoLongerWantedIsSurplus() {
        Layout layout = new Layout(topology.withNodes(2), Optional.of(first));

        List<Machine> surplus = layout.surplus(layout.machines("r"));

        assertEquals(List.of("node3"), surplus.stream().map(Machine::name).toList());
    }

    @Test
    void aRouterAtAnotherPortReplacesTheOldOne() {
        int other = first.router().port("http") + 1;
        Layout layout = new Layout(topology.withRouterPort(other), Optional.of(first));

        ClusterState moved = layout.machines("r");

        assertEquals(other, moved.router().port("http"));
        assertEquals(List.of(first.router()), layout.surplus(moved));
    }

    @Test
    void theConsoleIsStoppedWhenItIsNotWantedAnyMore() {
        Layout layout = new Layout(topology.withoutConsole(), Optional.of(first));

        ClusterState without = layout.machines("r");

        assertEquals(Optional.empty(), without.find("admin"));
        assertEquals(List.of(first.machine("admin")), layout.surplus(without));
    }

    @Test
    void theConsoleIsInTheGridAndNoNode() {
        assertEquals(4, first.gridMembers().size());
        assertEquals(3, first.nodes().size());
    }

    @Test
    void staffsDoorIsADoorOfItsOwnThatStaysWhereItIs() {
        int door = first.router().port("backoffice");

        assertNotEquals(first.router().port("http"), door);
        assertEquals(
                door,
                new Layout(topology, Optional.of(first)).machines("r").router().port("backoffice"));
    }

    @Test
    void twoHomesNeverShareAGrid() {
        assertNotEquals(
                first.cluster(),
                new Layout(topology, Optional.empty()).machines("r").cluster());
    }

    @Test
    void machinesWithAddressesOfTheirOwnTakeTheUsualPortsAndNeverTwiceTheSame() {
        Topology lab = TopologyFile.read(Path.of("../domain-config/topologies/lab.yaml"));
        ClusterState machines = new Layout(lab, Optional.empty()).machines("r");

        assertEquals(
                Map.of("http", 8080, "grid", 5701), machines.machine("node2").ports());
        assertEquals(3306, machines.database().port("sql"));
        assertEquals(
                Map.of("http", 80, "https", 443, "backoffice", 8090),
                machines.router().ports());
        assertEquals(3, Set.copyOf(machines.gateway().ports().values()).size());
        assertEquals(machines, new Layout(lab, Optional.of(machines)).machines("r"));
    }

    @Test
    void aMachineOfAnOlderReleaseKeepsItsPortsAndGetsTheMissingOne() {
        Topology lab = TopologyFile.read(Path.of("../domain-config/topologies/lab.yaml"));
        ClusterState before = new Layout(lab, Optional.empty()).machines("r");
        Machine gateway = before.gateway();
        Machine older = new Machine(
                gateway.name(),
                gateway.role(),
                gateway.host(),
                gateway.address(),
                gateway.reach(),
                Map.of("http", 9400, "control", 9401),
                gateway.roles(),
                null,
                "");

        ClusterState after = new Layout(lab, Optional.of(before.with(older))).machines("r");

        assertEquals(
                Map.of("http", 9400, "control", 9401, "smtp", 2525),
                after.gateway().ports());
    }
}
