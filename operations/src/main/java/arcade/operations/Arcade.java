package arcade.operations;

import arcade.operations.audit.AuditCommand;
import arcade.operations.catalogue.ImportCommand;
import arcade.operations.cluster.CutCommand;
import arcade.operations.cluster.Down;
import arcade.operations.cluster.HealCommand;
import arcade.operations.cluster.Kill;
import arcade.operations.cluster.LabCommand;
import arcade.operations.cluster.Pause;
import arcade.operations.cluster.Status;
import arcade.operations.cluster.Up;
import arcade.operations.doctor.Doctor;
import arcade.operations.drop.WatchCommand;
import arcade.operations.home.Exit;
import arcade.operations.home.Failure;
import arcade.operations.load.LoadCommand;
import arcade.operations.prove.ProveCommand;
import arcade.operations.release.DeployCommand;
import arcade.operations.release.RestartCommand;
import arcade.operations.release.RollbackCommand;
import arcade.operations.replication.FailoverCommand;
import arcade.operations.tests.TestCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code arcade} command. A new subcommand is a picocli class, named in {@code subcommands}. */
@Command(
        name = "arcade",
        description = "Runs the shop: a cluster of nodes behind one router, with one till.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Arcade.Version.class,
        subcommands = {
            Up.class,
            Status.class,
            Down.class,
            DeployCommand.class,
            RollbackCommand.class,
            RestartCommand.class,
            WatchCommand.class,
            Kill.class,
            Pause.class,
            FailoverCommand.class,
            CutCommand.class,
            HealCommand.class,
            LabCommand.class,
            ImportCommand.class,
            AuditCommand.class,
            LoadCommand.class,
            ProveCommand.class,
            Doctor.class,
            TestCommand.class
        })
public final class Arcade implements Runnable {
    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command, ready to parse; errors are printed as cause and cure. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Arcade());
        line.setExecutionExceptionHandler((problem, command, parsed) -> report(problem, command));
        line.setParameterExceptionHandler((problem, arguments) -> reportUsage(problem));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int reportUsage(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        command.getErr().println("error: " + problem.getMessage());
        command.getErr().println("  cure: see '" + command.getCommandSpec().qualifiedName() + " --help'");
        return Exit.USAGE;
    }

    private static int report(Exception problem, CommandLine command) throws Exception {
        if (problem instanceof ParameterException usage) {
            return reportUsage(usage);
        }
        if (!(problem instanceof Failure failure)) {
            throw problem;
        }
        if (System.getenv("ARCADE_TRACE") != null) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().println("error: " + failure.getMessage());
        command.getErr().println("  cure: " + failure.cure());
        return failure.exitCode();
    }

    /** The version the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Arcade.class.getPackage().getImplementationVersion();
            return new String[] {"arcade " + (version != null ? version : "(not built as a jar)")};
        }
    }
}
