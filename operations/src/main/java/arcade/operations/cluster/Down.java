package arcade.operations.cluster;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Exit;
import arcade.operations.home.Home;
import arcade.operations.home.HomeOption;
import arcade.operations.home.Lock;
import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import arcade.operations.lab.Firewall;
import arcade.operations.lab.LabNetwork;
import arcade.operations.network.PacketFilter;
import arcade.operations.process.Folders;
import arcade.operations.process.Signals;
import arcade.operations.topology.TopologyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code arcade down}: stops everything politely, from the door inwards. */
@Command(name = "down", description = "Stops the cluster politely.", mixinStandardHelpOptions = true)
public final class Down implements Callable<Integer> {
    /** The onlooker, the door, then those who write, then what they write to; the replica last, so that it gets everything. */
    private static final List<Role> ORDER =
            List.of(Role.ADMIN, Role.ROUTER, Role.NODE, Role.GATEWAY, Role.RETIRED, Role.DATABASE, Role.REPLICA);

    /** A node hands over its sessions; a database writes out its pages. Then SIGKILL, which both survive. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Mixin
    private HomeOption home;

    @Option(names = "--purge", description = "Also forget the data: orders, carts, catalogue, ledger, secrets, ports.")
    private boolean purge;

    @Override
    public Integer call() {
        Home folder = home.home();
        Lock.holding(folder, "down", () -> {
            Watchman.stop(folder);
            // First: a node that is cut off cannot hand over.
            folder.state().ifPresent(state -> new PacketFilter(folder, state).healAll());
            folder.state().ifPresent(state -> stopAll(new RunningCluster(folder, state)));
            folder.state().ifPresent(Down::takeNetworkAway);
            if (purge) {
                forget(folder);
            }
            return true;
        });
        return Exit.DONE;
    }

    private static void stopAll(RunningCluster cluster) {
        List<Machine> machines = cluster.state().machines().stream()
                .sorted(Comparator.comparing(machine -> ORDER.indexOf(machine.role())))
                .toList();
        for (Machine machine : machines) {
            if (machine.alive()) {
                Console.step("stopping " + machine.name());
                if (!Signals.stop(machine.process(), PATIENCE)) {
                    Console.line("note: " + machine.name() + " took longer than " + PATIENCE.toSeconds()
                            + " s and was killed; nothing acknowledged is lost");
                }
            }
            cluster.stopped(machine);
        }
    }

    /** Of a laboratory. A topology file that has gone takes the knowledge of its hosts along. */
    private static void takeNetworkAway(ClusterState state) {
        Path file = Path.of(state.topology());
        if (Files.exists(file) && TopologyFile.read(file).networks() != null) {
            new LabNetwork(TopologyFile.read(file)).remove();
            Firewall.remove();
        }
    }

    /** Everything but the lock that is held, and the unpacked binaries, which belong to no home. */
    private static void forget(Home home) {
        Optional<String> cluster = home.state().map(ClusterState::cluster);
        for (String name : List.of("cluster.json", "data", "secrets", "machines", "log", "run", "releases")) {
            Folders.remove(home.folder().resolve(name));
        }
        for (String name : List.of("demonstration.loading", "roll.json", "drop")) {
            Folders.remove(home.folder().resolve(name));
        }
        cluster.ifPresent(name -> Console.step("forgot " + name));
    }
}
