package arcade.operations.release;

import arcade.operations.home.Console;
import arcade.operations.home.Exit;
import arcade.operations.home.Home;
import arcade.operations.home.HomeOption;
import arcade.operations.home.Lock;
import arcade.operations.home.Project;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code arcade restart}: every node anew, or one, on the release it has. */
@Command(
        name = "restart",
        description = "Restarts the nodes one after the other while shoppers shop, or one of them.",
        mixinStandardHelpOptions = true)
public final class RestartCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Parameters(arity = "0..1", paramLabel = "NODE", description = "Only this one (default: every node).")
    private String node;

    @Override
    public Integer call() {
        Home at = home.home();
        Rollout.Done done = Lock.holding(
                at, "restart", () -> new Rollout(at, Project.located()).restart(Optional.ofNullable(node)));
        Console.line("restarted "
                + String.join(", ", done.times().stream().map(NodeTimes::node).toList()));
        return Exit.DONE;
    }
}
