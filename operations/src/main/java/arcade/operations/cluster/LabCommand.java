package arcade.operations.cluster;

import arcade.operations.home.Project;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;

/**
 * {@code arcade lab}: the same shop on separate machines made of network namespaces. Its words are {@code up}, {@code status} and
 * {@code down} themselves, on a topology with networks; every other command works on it as on any cluster.
 */
@Command(
        name = "lab",
        description = "The same shop on separate machines made of network namespaces (root).",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "up|status|down",
        subcommands = {LabCommand.LabUp.class, Status.class, Down.class})
public final class LabCommand {

    @Command(
            name = "up",
            description = "Makes the hosts and their networks, then starts the shop on them, or what is missing.",
            mixinStandardHelpOptions = true)
    static final class LabUp extends Up {
        @Override
        Optional<Path> file() {
            return super.file().or(() -> Optional.of(Project.located().configuration("topologies/lab.yaml")));
        }
    }
}
