package arcade.operations.cluster;

import arcade.operations.home.Console;
import arcade.operations.home.Exit;
import arcade.operations.home.Failure;
import arcade.operations.home.HomeOption;
import arcade.operations.home.Machine;
import arcade.operations.process.Signals;
import arcade.operations.process.Waiting;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arcade pause}: a process stands still and then goes on as if no time had passed, the way a zombie does. */
@Command(
        name = "pause",
        description = "Stops a machine's process for a while (SIGSTOP, then SIGCONT); returns when it goes on.",
        mixinStandardHelpOptions = true)
public final class Pause implements Callable<Integer> {
    private static final int LONGEST_SECONDS = 3600;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "NODE|till|db|gateway|router", description = "What to pause.")
    private String target;

    @Option(names = "--seconds", paramLabel = "S", required = true, description = "How long.")
    private int seconds;

    @Option(names = "--yes", description = "Also on a topology marked production.")
    private boolean yes;

    @Override
    public Integer call() {
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw Failure.usage("--seconds is " + seconds, "give a number from 1 to " + LONGEST_SECONDS);
        }
        Machine machine = Target.of(target, home.home(), yes);
        // Ctrl-C must not leave it standing still for ever.
        Thread resume = new Thread(() -> Signals.resume(machine.process()), "resume");
        Runtime.getRuntime().addShutdownHook(resume);
        Console.line(
                "paused " + machine.name() + " (process " + machine.process().pid() + ") for " + seconds + " s");
        Signals.pause(machine.process());
        Waiting.until(Duration.ofSeconds(seconds), () -> !machine.alive());
        Signals.resume(machine.process());
        Runtime.getRuntime().removeShutdownHook(resume);
        Console.line(machine.alive() ? machine.name() + " goes on" : machine.name() + " has ended meanwhile");
        return Exit.DONE;
    }
}
