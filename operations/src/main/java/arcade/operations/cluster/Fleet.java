package arcade.operations.cluster;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.host.Site;
import arcade.operations.node.Readiness;
import arcade.operations.node.Release;
import arcade.operations.node.ShopNode;
import arcade.operations.process.ProcessMark;
import arcade.operations.process.Waiting;
import arcade.operations.replication.ReplicaStart;
import arcade.operations.topology.Topology;
import arcade.operations.topology.TopologyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The nodes of a running cluster, one by one, for whoever breaks them on purpose: {@code up} would look at everything. For
 * several threads; the caller holds the cluster's lock.
 */
public final class Fleet {
    /** What a killed process had open may hold its port for TIME_WAIT, a minute. */
    private static final Duration PORTS_WITHIN = Duration.ofSeconds(70);

    private final Home home;
    private final Project project;
    private final Topology topology;
    private final RunningCluster cluster;

    /** @throws Failure when no cluster runs, or its release has gone */
    public Fleet(Home home, Project project) {
        ClusterState state = home.cluster();
        this.home = home;
        this.project = project;
        this.topology = TopologyFile.read(Path.of(state.topology()));
        this.cluster = new RunningCluster(home, state);
        release();
    }

    public List<Machine> nodes() {
        return cluster.state().nodes();
    }

    /** As it was started last. */
    public Machine machine(String name) {
        return cluster.machine(name);
    }

    public ClusterState state() {
        return cluster.state();
    }

    /** The recorded one. @throws Failure when it has gone */
    public Release release() {
        String name = cluster.state().release();
        return Release.recorded(name, home)
                .orElseThrow(() -> new Failure("the release that runs has gone: " + name, "run './arcade up'"));
    }

    /** Copies a release to the node's host, unless it is there. @throws Failure when there is no room for it */
    public void bring(String name, Release to) {
        new ShopNode(home, project, cluster.machine(name)).bring(to);
    }

    /** Starts a node that does not run, on the release that runs; it is ready later. */
    public Machine start(String name) {
        return start(name, release());
    }

    /** Starts a node that does not run, on this release; it is ready later. */
    public Machine start(String name, Release chosen) {
        Machine machine = cluster.machine(name);
        awaitPorts(machine);
        ProcessMark process = new ShopNode(home, project, machine).start(cluster.state(), chosen, topology);
        cluster.started(machine, process, chosen.name());
        return cluster.machine(name);
    }

    /** From now on a node that is started gets this release. */
    public void onRelease(Release chosen) {
        cluster.release(chosen.name());
    }

    /** A killed process gives up its ports only when the last of its threads has gone, some time after it is called dead. */
    private void awaitPorts(Machine machine) {
        Site site = new Site(home, project, machine);
        Waiting.until(PORTS_WITHIN, () -> machine.ports().values().stream().allMatch(site::isFree));
    }

    /** Throws away what the replica, or a retired primary, holds, and fills it from the primary; returns once it is in sync. */
    public void fillReplica() {
        new ReplicaStart(home, project, topology, NodeStart.connections(topology)).run(true);
    }

    /** @throws Failure when it ends or is not ready in time */
    public void awaitReady(String name) {
        Machine machine = cluster.machine(name);
        new ShopNode(home, project, machine).awaitReady(machine.process());
    }

    /** Keeps what a node has printed since its start, which its next start would put aside; @return where, for a person */
    public Path keepLog(String name) {
        Machine machine = cluster.machine(name);
        Path kept = home.log(name + "-" + machine.release());
        try {
            Files.writeString(kept, new Site(home, project, machine).read(home.log(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + kept, e);
        }
        return kept;
    }

    /** Whether it may have shoppers now. */
    public boolean ready(String name) {
        Machine machine = cluster.machine(name);
        return machine.alive() && new Readiness(machine).ready();
    }
}
