package arcade.operations.catalogue;

import arcade.operations.home.Console;
import arcade.operations.home.HomeOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./arcade import products FILE.csv --store S}: exit 0 all went in, 1 nothing did, 3 some rows were refused. */
@Command(
        name = "products",
        description = "Reads a product CSV in Shopify's format, with the pictures beside it that it names.",
        mixinStandardHelpOptions = true)
public final class ImportProductsCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "FILE.csv", description = "The product file.")
    private Path file;

    @Option(names = "--store", paramLabel = "S", required = true, description = "The store's code, e.g. arcade.")
    private String store;

    @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws InterruptedException {
        ProductFile products = ProductFile.at(file);
        ImportReport report =
                ShopImporter.ofReadyNode(home.home()).products(store, products, dryRun, new Progress(store));
        report.lines().forEach(Console::line);
        return report.exitCode();
    }
}
