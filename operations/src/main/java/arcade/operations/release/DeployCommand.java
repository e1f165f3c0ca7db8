package arcade.operations.release;

import arcade.operations.home.Console;
import arcade.operations.home.Exit;
import arcade.operations.home.Home;
import arcade.operations.home.HomeOption;
import arcade.operations.home.Lock;
import arcade.operations.home.Project;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code arcade deploy}: another release, node by node, while shoppers shop. */
@Command(
        name = "deploy",
        description = "Brings another release, node by node, while shoppers shop; a bad one goes back by itself.",
        mixinStandardHelpOptions = true)
public final class DeployCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "FILE.ear", description = "The release, such as ear/target/arcade.ear.")
    private Path file;

    @Override
    public Integer call() {
        Home at = home.home();
        Path ear = file.toAbsolutePath().normalize();
        Rollout.Done done =
                Lock.holding(at, "deploy " + ear.getFileName(), () -> new Rollout(at, Project.located()).deploy(ear));
        Console.line(
                done.times().isEmpty()
                        ? "every node runs " + done.release() + " already"
                        : "deployed " + done.release() + "; './arcade rollback' goes back");
        return Exit.DONE;
    }
}
