package arcade.operations.replication;

import arcade.operations.home.Console;
import arcade.operations.home.Exit;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.HomeOption;
import arcade.operations.home.Lock;
import arcade.operations.home.Project;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code arcade failover}: the replica becomes the primary. */
@Command(
        name = "failover",
        description =
                "Makes the replica the primary: by agreement while the primary lives, by promotion when it is dead.",
        mixinStandardHelpOptions = true)
public final class FailoverCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Option(
            names = "--promote",
            description = "Kill the primary, even if it lives, and promote the replica; the old one is retired.")
    private boolean promote;

    @Option(
            names = "--accept-loss",
            description = "Promote also when it cannot be shown that the replica has everything acknowledged.")
    private boolean acceptLoss;

    @Override
    public Integer call() {
        Home at = home.home();
        at.cluster();
        Lock.holding(at, "failover", () -> {
            Failover failover = new Failover(at, Project.located());
            if (!promote && failover.primaryAnswers()) {
                if (acceptLoss) {
                    throw Failure.usage("the primary lives: nothing need be lost", "leave --accept-loss out");
                }
                failover.switchOver();
            } else {
                failover.promote(acceptLoss);
            }
            return true;
        });
        Console.line("'./arcade status' shows who leads");
        return Exit.DONE;
    }
}
