package arcade.operations.catalogue;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./arcade import …}. */
@Command(
        name = "import",
        description = "Brings something into the shop.",
        synopsisSubcommandLabel = "WHAT",
        mixinStandardHelpOptions = true,
        subcommands = {ImportProductsCommand.class})
public final class ImportCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what to import is missing: products");
    }
}
