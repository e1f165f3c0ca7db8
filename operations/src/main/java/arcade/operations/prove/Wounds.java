package arcade.operations.prove;

import arcade.operations.gateway.GatewayFaults;
import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.network.PacketFilter;
import arcade.operations.node.Failpoints;
import arcade.operations.process.Signals;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a proof may leave behind in a cluster, and how it goes away again: processes that stand still, rules that cut nodes off,
 * faults of the gateway, armed nodes. Healing twice is healing once.
 */
final class Wounds {
    private final Home home;

    Wounds(Home home) {
        this.home = home;
    }

    /** At once, in no more than seconds; nodes that are down stay down, and armed ones that run are told by the return value. */
    List<String> bandage() {
        List<Machine> machines = home.state().map(state -> state.machines()).orElse(List.of());
        machines.stream().filter(Machine::alive).forEach(machine -> Signals.resume(machine.process()));
        removeCuts();
        home.state().ifPresent(state -> clearFaults(state.gateway()));
        Failpoints failpoints = new Failpoints(home);
        List<String> armed = machines.stream()
                .map(Machine::name)
                .filter(name -> failpoints.of(name).isPresent())
                .toList();
        failpoints.clear();
        return armed;
    }

    private void removeCuts() {
        try {
            home.state().ifPresent(state -> new PacketFilter(home, state).healAll());
        } catch (Failure e) {
            Console.line("note: " + e.getMessage());
        }
    }

    private static void clearFaults(Machine gateway) {
        if (!gateway.alive()) {
            return;
        }
        try {
            new GatewayFaults(gateway).clear();
        } catch (Failure e) {
            Console.line("note: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Starts a process that waits until this one has ended, in whatever way, and then heals: {@code kill -9} of a proof must not
     * leave a node standing still for ever. To be ended by {@link Process#destroy} when all is well.
     */
    Process guard() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String script = "while kill -0 \"$1\" 2>/dev/null; do sleep 1; done; shift; exec \"$@\"";
        ProcessBuilder guard = new ProcessBuilder(List.of(
                        "setsid",
                        "sh",
                        "-c",
                        script,
                        "guard",
                        Long.toString(ProcessHandle.current().pid()),
                        java,
                        "-Darcade.project=" + System.getProperty("arcade.project"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "arcade.operations.Arcade",
                        "prove",
                        "--heal",
                        "--home",
                        home.folder().toString()))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(home.path("log", "heal.log").toFile());
        try {
            return guard.start();
        } catch (IOException e) {
            throw new Failure(
                    "cannot start what heals the cluster if this proof dies: " + e, "see './arcade doctor'", e);
        }
    }
}
