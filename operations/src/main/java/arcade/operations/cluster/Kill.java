package arcade.operations.cluster;

import arcade.operations.home.Console;
import arcade.operations.home.Exit;
import arcade.operations.home.HomeOption;
import arcade.operations.home.Machine;
import arcade.operations.process.Signals;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code arcade kill}: ends a process at once, as a crash would. {@code up} brings it back. */
@Command(name = "kill", description = "Ends a machine's process at once (kill -9).", mixinStandardHelpOptions = true)
public final class Kill implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "NODE|till|db|gateway|router", description = "What to kill.")
    private String target;

    @Option(names = "--yes", description = "Also on a topology marked production.")
    private boolean yes;

    @Override
    public Integer call() {
        Machine machine = Target.of(target, home.home(), yes);
        Signals.kill(machine.process());
        Console.line(
                "killed " + machine.name() + " (process " + machine.process().pid() + ")");
        return Exit.DONE;
    }
}
