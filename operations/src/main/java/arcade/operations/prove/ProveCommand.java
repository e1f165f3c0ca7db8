package arcade.operations.prove;

import arcade.operations.cluster.Fleet;
import arcade.operations.cluster.InterruptedRoll;
import arcade.operations.cluster.Up;
import arcade.operations.home.Console;
import arcade.operations.home.Exit;
import arcade.operations.home.Home;
import arcade.operations.home.HomeOption;
import arcade.operations.home.Lock;
import arcade.operations.home.Project;
import arcade.operations.node.Failpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./arcade prove}: exit 0 when every promise holds, 1 when one is broken or a target was missed, 3 when the proof itself
 * could not do what it had to.
 */
@Command(
        name = "prove",
        description =
                "Breaks the running cluster on purpose, while shoppers buy, and audits it: promises 1 to 9, and 10 where there is a replica.",
        mixinStandardHelpOptions = true)
public final class ProveCommand implements Callable<Integer> {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Mixin
    private HomeOption home;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "5",
            description =
                    "How long things are broken in all; healing and audits come on top (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "For all that is drawn by lot (default: any; it is printed).")
    private Long seed;

    @Option(
            names = "--promises",
            paramLabel = "1,2,…",
            defaultValue = "",
            description = "Only these, in this order: 1 to 10, handover (default: all but 8, 9 and 10).")
    private String promises;

    @Option(
            names = "--shoppers",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many at once (default: ${DEFAULT-VALUE}).")
    private int shoppers;

    @Option(
            names = "--topology",
            paramLabel = "lab|FILE",
            description =
                    "Start this one first, unless it runs, and leave it running (default: the cluster that runs).")
    private String topology;

    @Option(names = "--json", description = "Print one JSON object at the end in place of the table.")
    private boolean json;

    /** What a proof that died leaves to be done; started by its guard. */
    @Option(names = "--heal", hidden = true)
    private boolean heal;

    @Override
    public Integer call() {
        Home at = home.home();
        if (heal) {
            return Lock.holding(at, "prove --heal", () -> healed(at));
        }
        if (topology != null) {
            new Up(home, topologyFile()).call();
        }
        long chosen = seed != null ? seed : new Random().nextInt(1_000_000);
        ProvePlan plan = ProvePlan.of(chosen, minutes, shoppers, promises);
        Path folder = folder(at, chosen);
        Console.step("seed " + chosen + "; what is found goes to " + folder);
        Proof proof = Lock.holding(at, "prove", () -> guarded(at, plan, folder));
        ProofReport report = new ProofReport(proof);
        write(folder.resolve("proof.json"), report.json());
        write(folder.resolve("proof.txt"), String.join("\n", report.lines()) + "\n");
        write(folder.resolve("proof.html"), new ProofPage(proof).html());
        if (json) {
            Console.line(report.json());
        } else {
            Console.line("");
            report.lines().forEach(Console::line);
            Console.line("page: " + folder.resolve("proof.html"));
        }
        return proof.broken() || proof.missed() ? Exit.FAILED : proof.proved() ? Exit.DONE : Exit.DEGRADED;
    }

    private Path topologyFile() {
        return topology.endsWith(".yaml")
                ? Path.of(topology)
                : Project.located().configuration("topologies/" + topology + ".yaml");
    }

    private static Proof guarded(Home at, ProvePlan plan, Path folder) {
        Wounds wounds = new Wounds(at);
        Process guard = wounds.guard();
        // Ctrl-C: what hurts most goes at once, the guard brings nodes back.
        Thread bandage = new Thread(wounds::bandage, "heal");
        java.lang.Runtime.getRuntime().addShutdownHook(bandage);
        try {
            Proof proof = new Proving(at, plan, folder).run(Project.located());
            guard.destroy();
            java.lang.Runtime.getRuntime().removeShutdownHook(bandage);
            return proof;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new arcade.operations.home.Failure("interrupted", "run the proof again", e);
        }
    }

    private static int healed(Home at) {
        List<String> armed = new Wounds(at).bandage();
        Fleet fleet = new Fleet(at, Project.located());
        try (Nodes nodes = new Nodes(fleet, new Failpoints(at))) {
            for (String name : armed) {
                if (fleet.machine(name).alive()) {
                    nodes.stop(name);
                }
            }
            nodes.heal();
            new InterruptedRoll(at).letIn();
            Console.step("healed");
            return Exit.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.FAILED;
        }
    }

    private static Path folder(Home at, long seed) {
        String name = NAME.format(LocalDateTime.now(ZoneOffset.UTC)) + "-" + seed;
        Path folder = at.path("proofs", name, "x").getParent();
        write(folder.resolve("seed"), seed + "\n");
        return folder;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
