package arcade.operations.cluster;

import arcade.operations.home.HomeOption;
import arcade.operations.home.Project;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code arcade lab}: the same shop on separate machines made of network namespaces. The three words are {@code up}, {@code status}
 * and {@code down} on a topology with networks; every other command works on it as on any cluster.
 */
@Command(
        name = "lab",
        description = "The same shop on separate machines made of network namespaces (root).",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "up|status|down",
        subcommands = {LabCommand.LabUp.class, LabCommand.LabStatus.class, LabCommand.LabDown.class})
public final class LabCommand {
    private static final String TOPOLOGY = "topologies/lab.yaml";

    @Command(
            name = "up",
            description = "Makes the hosts and their networks, then starts the shop on them.",
            mixinStandardHelpOptions = true)
    static final class LabUp implements Callable<Integer> {
        @Mixin
        private HomeOption home;

        @Option(
                names = "--topology",
                paramLabel = "FILE",
                description = "One with networks (default: domain-config/topologies/lab.yaml).")
        private Path topology;

        @Option(
                names = "--no-console",
                negatable = true,
                description =
                        "Without Payara's admin console, or with it (default: as before, or as the topology says).")
        private Boolean withoutConsole;

        @Override
        public Integer call() {
            Path file = topology != null ? topology : Project.located().configuration(TOPOLOGY);
            return new Up(home, file, withoutConsole).call();
        }
    }

    @Command(name = "status", description = "As './arcade status'.", mixinStandardHelpOptions = true)
    static final class LabStatus implements Callable<Integer> {
        @Mixin
        private HomeOption home;

        @Option(names = "--json", description = "As one JSON object; docs/operations.md describes it.")
        private boolean json;

        @Override
        public Integer call() {
            return new Status(home, json).call();
        }
    }

    @Command(
            name = "down",
            description = "Stops the shop and takes the hosts and networks away.",
            mixinStandardHelpOptions = true)
    static final class LabDown implements Callable<Integer> {
        @Mixin
        private HomeOption home;

        @Option(names = "--purge", description = "Also forget the data.")
        private boolean purge;

        @Override
        public Integer call() {
            return new Down(home, purge).call();
        }
    }
}
