package arcade.operations.audit;

import arcade.operations.database.Access;
import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Exit;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.HomeOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./arcade audit}: exit 0 when every invariant holds, 1 when one is broken. */
@Command(
        name = "audit",
        description = "Holds the gateway's ledger against the shop's database and checks the invariants I1 to I12.",
        mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {
    private static final int LONGEST_SETTLE = 3600;

    @Mixin
    private HomeOption home;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--settle",
            paramLabel = "S",
            defaultValue = "60",
            description = "Wait at most S seconds for payments that are open now (default: ${DEFAULT-VALUE}).")
    private int settleSeconds;

    @Option(
            names = "--records",
            paramLabel = "FILE",
            description = "What clients were told, as 'load --records' wrote it; without it I4 is not checked.")
    private Path records;

    @Override
    public Integer call() throws InterruptedException {
        if (settleSeconds < 0 || settleSeconds > LONGEST_SETTLE) {
            throw Failure.usage("--settle " + settleSeconds, "give 0 to " + LONGEST_SETTLE + " seconds");
        }
        AuditReport report = AuditReport.of(evidence(home.home()));
        if (json) {
            Console.line(report.json());
        } else {
            report.lines().forEach(Console::line);
        }
        return report.clean() ? Exit.DONE : Exit.FAILED;
    }

    private Evidence evidence(Home at) throws InterruptedException {
        ClusterState cluster = at.cluster();
        try (ShopReader shop = new ShopReader(Access.of(at).asAuditor())) {
            return new Auditor(LedgerReader.of(cluster.gateway()), shop, Duration.ofSeconds(settleSeconds))
                    .gather(Optional.ofNullable(records));
        }
    }
}
