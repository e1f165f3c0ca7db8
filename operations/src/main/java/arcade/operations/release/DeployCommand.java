package arcade.operations.release;

import arcade.operations.home.Console;
import arcade.operations.home.Exit;
import arcade.operations.home.Home;
import arcade.operations.home.HomeOption;
import arcade.operations.home.Lock;
import arcade.operations.home.Project;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(names = "--wait", description = "Wait while another command changes the cluster, in place of an error.")
    private boolean wait;

    @Override
    public Integer call() {
        Home at = home.home();
        Path ear = file.toAbsolutePath().normalize();
        String name = "deploy " + ear.getFileName();
        Supplier<Rollout.Done> work = () -> new Rollout(at, Project.located()).deploy(ear);
        Rollout.Done done = wait ? Lock.holdingInTurn(at, name, work) : Lock.holding(at, name, work);
        Console.line(
                done.times().isEmpty()
                        ? "every node runs " + done.release() + " already"
                        : "deployed " + done.release() + "; './arcade rollback' goes back");
        return Exit.DONE;
    }
}
