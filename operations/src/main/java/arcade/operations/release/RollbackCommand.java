package arcade.operations.release;

import arcade.operations.home.Console;
import arcade.operations.home.Exit;
import arcade.operations.home.Home;
import arcade.operations.home.HomeOption;
import arcade.operations.home.Lock;
import arcade.operations.home.Project;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code arcade rollback}: the release before, the same way as a deploy. */
@Command(
        name = "rollback",
        description = "Goes back to the release before, node by node, or out of an interrupted deploy.",
        mixinStandardHelpOptions = true)
public final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Override
    public Integer call() {
        Home at = home.home();
        Rollout.Done done = Lock.holding(at, "rollback", () -> new Rollout(at, Project.located()).rollback());
        Console.line("back on " + done.release());
        return Exit.DONE;
    }
}
