package arcade.operations.cluster;

import arcade.operations.database.DatabaseServer;
import arcade.operations.database.Migrations;
import arcade.operations.gateway.Sandbox;
import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.lab.Firewall;
import arcade.operations.lab.LabNetwork;
import arcade.operations.node.Release;
import arcade.operations.node.ReleaseHistory;
import arcade.operations.node.ShopNode;
import arcade.operations.process.ProcessMark;
import arcade.operations.process.Signals;
import arcade.operations.replication.PrimaryStart;
import arcade.operations.replication.ReplicaStart;
import arcade.operations.router.Router;
import arcade.operations.topology.Topology;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings a cluster to the state its topology describes. What runs already is left alone, so running it twice is running
 * it once, and after a crash it starts only what is missing.
 */
final class Start {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Home home;
    private final Project project;
    private final Topology topology;
    private final boolean reprovision;

    /** @param reprovision fill the replica, or a retired primary, anew */
    Start(Home home, Project project, Topology topology, boolean reprovision) {
        this.home = home;
        this.project = project;
        this.topology = topology;
        this.reprovision = reprovision;
    }

    ClusterState run() {
        if (topology.gatewayUrl() != null) {
            home.secrets().requireGatewayKeys();
        }
        Optional<ClusterState> recorded = home.state();
        Layout layout = new Layout(topology, recorded);
        ClusterState wanted =
                layout.machines(recorded.map(ClusterState::release).orElse(""));
        layout.surplus(wanted).stream()
                .filter(Machine::alive)
                .forEach(machine -> Signals.stop(machine.process(), PATIENCE));
        RunningCluster cluster = new RunningCluster(home, wanted);
        if (topology.networks() != null) {
            new LabNetwork(topology).make();
            new Firewall(home, topology, wanted).load();
        }
        try (Parallel steps = new Parallel()) {
            startParts(cluster, steps);
        }
        new ShopOpening(home, project, cluster.state(), topology).complete();
        new Watchman(home, project).start();
        return cluster.state();
    }

    private void startParts(RunningCluster cluster, Parallel steps) {
        Optional<Machine> router = cluster.state().find("router");
        router.filter(machine -> !machine.alive()).ifPresent(machine -> new Router(home, project, machine).prepare());
        Parallel.Step<Machine> database = steps.begin(() -> database(cluster));
        Parallel.Step<Release> release = steps.begin(() -> release(cluster.state()));
        Optional<Parallel.Step<Machine>> gateway =
                cluster.state().find("gateway").map(machine -> steps.begin(() -> gateway(cluster)));
        steps.begin(() -> {
            ShopNode.prepare(project);
            return true;
        });
        Release chosen = release.await();
        cluster.release(chosen.name());
        Machine ready = database.await();
        migrate(ready, chosen);
        gateway.ifPresent(Parallel.Step::await);
        Parallel.Step<Boolean> replica = steps.begin(this::replica);
        Optional<Parallel.Step<Machine>> door = router.map(machine -> steps.begin(() -> router(cluster)));
        new NodeStart(home, project, topology, chosen).all(cluster);
        door.ifPresent(Parallel.Step::await);
        new InterruptedRoll(home).letIn();
        replica.await();
    }

    /** The shop opens without it; it is waited for all the same. */
    private boolean replica() {
        new ReplicaStart(home, project, topology, NodeStart.connections(topology)).run(reprovision);
        return true;
    }

    private Machine database(RunningCluster cluster) {
        Machine machine = cluster.state().database();
        DatabaseServer server = new DatabaseServer(home, project, machine);
        if (!machine.alive()) {
            Console.step("starting " + machine.name());
            cluster.started(machine, server.start(topology, NodeStart.connections(topology)));
        }
        server.awaitReady(cluster.machine(machine.name()).process());
        new PrimaryStart(home).run(machine);
        return machine;
    }

    private void migrate(Machine database, Release release) {
        int applied = new Migrations(database, home.secrets(), release.migrations()).apply();
        if (applied > 0) {
            Console.step("migrated the schema: " + applied + " scripts");
        }
    }

    private Machine gateway(RunningCluster cluster) {
        Machine machine = cluster.machine("gateway");
        Sandbox sandbox = new Sandbox(home, project, machine);
        if (!machine.alive()) {
            Console.step("starting the payment sandbox");
            cluster.started(machine, sandbox.start(cluster.state().door().url() + "/webhooks/gateway"));
        }
        sandbox.awaitReady(cluster.machine("gateway").process());
        return machine;
    }

    private Machine router(RunningCluster cluster) {
        Machine machine = cluster.machine("router");
        Router router = new Router(home, project, machine);
        if (machine.alive() && !router.matches(cluster.state())) {
            Console.step("restarting the router: its nodes changed");
            Signals.stop(machine.process(), PATIENCE);
        }
        if (!machine.alive()) {
            Console.step("starting the router");
            ProcessMark process = router.start(cluster.state());
            cluster.started(machine, process);
        }
        router.awaitReady(cluster.machine("router").process());
        return machine;
    }

    /**
     * Nodes that run keep their release, and a node that joins them gets the recorded one; a release that was deployed stays; else the
     * one just built.
     */
    private Release release(ClusterState state) {
        Release built = Release.of(project.part("arcade.ear"), home);
        Optional<Release> decided = state.liveNodes().isEmpty()
                ? new ReleaseHistory(home).chosen()
                : Release.recorded(state.release(), home);
        decided.filter(release -> !release.equals(built))
                .ifPresent(release -> Console.line("note: the nodes run " + release.name() + "; './arcade deploy "
                        + project.part("arcade.ear") + "' brings " + built.name()));
        return decided.orElse(built);
    }
}
