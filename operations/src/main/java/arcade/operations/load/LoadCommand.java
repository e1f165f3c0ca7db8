package arcade.operations.load;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Console;
import arcade.operations.home.Exit;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.HomeOption;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./arcade load}: exit 0 when the run was made, whatever it measured; 1 when it could not be. */
@Command(
        name = "load",
        description = "Simulated shoppers, through the router of this machine; measures and counts.",
        mixinStandardHelpOptions = true)
public final class LoadCommand implements Callable<Integer> {
    private static final int MOST_REST_MILLIS = 60_000;

    @Mixin
    private HomeOption home;

    @Option(names = "--shoppers", paramLabel = "N", defaultValue = "8", description = "How many at once.")
    private int shoppers;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "10", description = "How long.")
    private int seconds;

    @Option(names = "--warmup", paramLabel = "S", defaultValue = "0", description = "Before it, not counted.")
    private int warmup;

    @Option(
            names = "--mix",
            paramLabel = "MIX",
            defaultValue = "mixed",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). CATEGORY and SESSIONS go to one node; "
                    + "TAKEOVER kills the till's node again and again; PAYMENTS has no shoppers.")
    private Mix mix;

    @Option(names = "--store", paramLabel = "S", defaultValue = "arcade", description = "The store's code.")
    private String store;

    @Option(names = "--category", paramLabel = "HANDLE", description = "For CATEGORY (default: the first).")
    private String category;

    @Option(
            names = "--node",
            paramLabel = "NODE",
            description = "For CATEGORY and SESSIONS (default: the first that lives).")
    private String node;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many takeovers, or how many SESSIONS.")
    private int rounds;

    @Option(names = "--payments", paramLabel = "N", defaultValue = "6000", description = "For PAYMENTS: how many.")
    private int payments;

    @Option(
            names = "--gateway-millis",
            paramLabel = "MS",
            defaultValue = "500",
            description = "For PAYMENTS: how long the sandbox takes for a call.")
    private int gatewayMillis;

    @Option(
            names = "--records",
            paramLabel = "FILE",
            description = "Write what clients were told, for 'audit --records'.")
    private Path records;

    @Option(
            names = "--rest",
            paramLabel = "MS",
            defaultValue = "0",
            description = "How long a shopper rests after each journey (default: ${DEFAULT-VALUE}).")
    private int rest;

    @Option(
            names = "--while",
            paramLabel = "FILE",
            description = "End earlier, when this file has gone; for shoppers beside another command.")
    private Path presence;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        LoadPlan.require("--rest", rest, 0, MOST_REST_MILLIS);
        LoadPlan plan = new LoadPlan(shoppers, seconds, warmup, rounds);
        try (Recorder recorder = new Recorder(records)) {
            switch (mix) {
                case CATEGORY -> category(plan);
                case TAKEOVER -> takeover(plan, recorder);
                case SESSIONS -> sessions(plan);
                case PAYMENTS -> payments();
                case MIXED, API, PAGES, BROWSE, CARTS -> shop(plan, recorder);
            }
        }
        return Exit.DONE;
    }

    private void shop(LoadPlan plan, Recorder recorder) throws InterruptedException {
        Home at = home.home();
        Shoppers crowd = new Shoppers(target(at.cluster(), at.cluster().door()));
        Goods goods = Goods.of(crowd.browser());
        run(
                plan,
                crowd,
                () -> at.cluster().machines(),
                () -> new Unhurried(mix.journeys(crowd::browser, goods, recorder), rest));
    }

    private void category(LoadPlan plan) throws InterruptedException {
        ClusterState cluster = home.home().cluster();
        Machine measured = measured(cluster);
        Shoppers crowd = new Shoppers(target(cluster, measured));
        String handle = category != null ? category : Goods.of(crowd.browser()).firstCategory();
        run(plan, crowd, () -> List.of(measured), () -> new CategoryVisit(crowd.browser(), "/c/" + handle));
    }

    private void takeover(LoadPlan plan, Recorder recorder) throws InterruptedException {
        Home at = home.home();
        Shoppers crowd = new Shoppers(target(at.cluster(), at.cluster().door()));
        Goods goods = Goods.of(crowd.browser());
        TakeoverReport report = new Takeover(at, Project.located(), crowd, goods, recorder, json).run(plan.rounds());
        print(report.json(), report.lines());
    }

    private void sessions(LoadPlan plan) throws InterruptedException {
        Home at = home.home();
        Machine measured = measured(at.cluster());
        SessionsReport report =
                new Sessions(at, measured, new Shoppers(target(at.cluster(), measured)), json).run(plan.rounds());
        print(report.json(), report.lines());
    }

    private void payments() throws InterruptedException {
        CapturesReport report = new Captures(home.home(), json).run(new CapturesPlan(payments, gatewayMillis));
        print(report.json(), report.lines());
    }

    private void run(LoadPlan plan, Shoppers crowd, Supplier<List<Machine>> measured, Supplier<Journey> journeys)
            throws InterruptedException {
        CpuMeter cpu = new CpuMeter(measured);
        Duration counted = new Crowd(crowd.tally(), cpu, json, () -> presence == null || Files.exists(presence))
                .run(plan, journeys);
        LoadReport report = LoadReport.of(mix, plan, counted, crowd.tally().get(), cpu.millis());
        print(report.json(), report.lines());
    }

    private Machine measured(ClusterState cluster) {
        return (node != null ? Stream.of(cluster.machine(node)) : cluster.nodes().stream())
                .filter(Machine::alive)
                .findFirst()
                .orElseThrow(() -> new Failure("no such node is running", "run './arcade up'"));
    }

    /** The shop's name at a machine of this cluster: its door, or a node. */
    private Target target(ClusterState cluster, Machine machine) {
        return Target.of(cluster, machine, store);
    }

    private void print(String object, List<String> lines) {
        if (json) {
            Console.line(object);
        } else {
            lines.forEach(Console::line);
        }
    }
}
