package arcade.operations.replication;

import arcade.operations.database.DatabaseServer;
import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.home.Role;
import arcade.operations.host.Site;
import arcade.operations.process.ProcessMark;
import arcade.operations.process.Signals;
import arcade.operations.process.Waiting;
import arcade.operations.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Brings the replica to where it follows the primary, and the primary to where it waits for it. A replica that never followed is
 * filled with a copy first; a retired primary only when that is asked for, because what it holds beyond the copy is given up.
 */
public final class ReplicaStart {
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(40);
    /** Until a replica that was away has caught up. */
    private static final Duration IN_SYNC_WITHIN = Duration.ofMinutes(30);

    private static final Duration STEP = Duration.ofSeconds(5);

    private final Home home;
    private final Project project;
    private final Topology topology;
    private final int connections;

    /** @param connections what all nodes together may open at one database */
    public ReplicaStart(Home home, Project project, Topology topology, int connections) {
        this.home = home;
        this.project = project;
        this.topology = topology;
        this.connections = connections;
    }

    /**
     * Does nothing where the topology has no replica. The primary runs.
     *
     * @param anew throw away what replica or retired primary hold, and fill them from the primary
     */
    public void run(boolean anew) {
        ClusterState state = home.cluster();
        if (state.retired().isPresent() && !anew) {
            Console.line("note: " + state.retired().get().name() + " was replaced as the primary and is retired;"
                    + " './arcade up --reprovision' fills it anew, as the replica");
            return;
        }
        state.retired().ifPresent(machine -> change(machine.as(Role.REPLICA)));
        if (home.cluster().replica().isPresent()) {
            run(home.cluster().database(), home.cluster().replica().get().name(), anew);
        }
    }

    private void run(Machine primary, String name, boolean anew) {
        if (anew) {
            forget(machine(name));
        }
        boolean empty = !site(name).exists(server(name).data());
        ready(name);
        try (DatabasePeer leader = DatabasePeer.of(home, primary)) {
            Witness.installTable(leader);
            if (empty) {
                fill(leader, name);
            } else if (!joined(leader, name)) {
                // It has data and follows nobody: half filled by a command that was killed, or it led before that.
                forget(machine(name));
                ready(name);
                fill(leader, name);
            }
            try (DatabasePeer replica = DatabasePeer.of(home, machine(name))) {
                awaitSync(leader, replica);
            }
        }
    }

    private void ready(String name) {
        if (!machine(name).alive()) {
            Console.step("starting " + name);
            ProcessMark process = server(name).start(topology, connections);
            change(machine(name).startedAs(process, ""));
        }
        server(name).awaitReady(machine(name).process());
    }

    /** Whether it follows: already, or again. */
    private boolean joined(DatabasePeer leader, String name) {
        try (DatabasePeer replica = DatabasePeer.of(home, machine(name))) {
            if (replica.following().isEmpty()) {
                return false;
            }
            Following now = replica.following().get();
            if (!now.receiving() || !now.applying()) {
                replica.followAgain(leader.machine());
            }
            return true;
        }
    }

    private void fill(DatabasePeer leader, String name) {
        Console.step("filling " + name + " from " + leader.machine().name());
        try (DatabasePeer replica = DatabasePeer.of(home, machine(name))) {
            replica.run("RESET MASTER");
            new Copy(home, server(name), leader.machine(), machine(name)).run(Copy.bytes(leader));
            replica.prepareToLead();
            replica.follow(leader.machine(), false);
        }
    }

    private void awaitSync(DatabasePeer leader, DatabasePeer replica) {
        long end = System.nanoTime() + IN_SYNC_WITHIN.toNanos();
        while (!replica.has(leader.position(), STEP)) {
            Following now = replica.following()
                    .orElseThrow(() -> new Failure("the replica follows nobody", "run './arcade up' again"));
            if (!now.problem().isEmpty() || System.nanoTime() > end) {
                throw Failure.degraded(
                        replica.machine().name() + " does not follow "
                                + leader.machine().name() + ": "
                                + (now.problem().isEmpty() ? "it is too slow" : now.problem()),
                        "'./arcade up --reprovision' fills it anew; the shop sells meanwhile");
            }
            Console.step(
                    replica.machine().name() + " catches up: it has " + now.applied() + " of " + leader.position());
        }
        leader.waitForReplica(true);
        if (!Waiting.until(STEP, leader::inSync)) {
            throw Failure.degraded(
                    leader.machine().name() + " does not wait for "
                            + replica.machine().name(),
                    "read " + home.log(replica.machine().name()) + " for 'semi-sync', then run './arcade up' again");
        }
        Console.step(replica.machine().name() + " follows " + leader.machine().name() + " and is in sync");
    }

    /** Its data are moved aside, once: who must look at what a lost primary had can. */
    private void forget(Machine machine) {
        if (machine.alive()) {
            Signals.stop(machine.process(), STOPPED_WITHIN);
            change(machine.stopped());
        }
        Path data = server(machine.name()).data();
        Site site = site(machine.name());
        if (site.exists(data)) {
            Path aside = data.resolveSibling(data.getFileName() + ".before");
            String old = site.there(aside).toString();
            site.shell("rm -rf " + old + " && mv " + site.there(data) + " " + old, "move " + data + " aside");
            Console.step("what " + machine.name() + " held is kept in " + old);
        }
    }

    private Site site(String name) {
        return new Site(home, project, machine(name));
    }

    private Machine machine(String name) {
        return home.cluster().machine(name);
    }

    private DatabaseServer server(String name) {
        return new DatabaseServer(home, project, machine(name));
    }

    private void change(Machine machine) {
        home.change(state -> state.with(machine));
    }
}
