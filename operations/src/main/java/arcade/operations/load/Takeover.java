package arcade.operations.load;

import arcade.operations.cluster.TillLease;
import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.process.Signals;
import arcade.operations.process.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Each round: a purchase to see that all is well, kill -9 of the till's node, purchases until one is captured, and the
 * node is brought back by {@code up}. The seconds count from the kill to the moment the client knows of the capture.
 */
final class Takeover {
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final long BREATH_MILLIS = 100;
    private static final double NANOS = 1e9;
    private static final double HUNDRED = 100.0;

    private final Home home;
    private final Project project;
    private final Shoppers shoppers;
    private final Goods goods;
    private final Recorder recorder;
    private final boolean quiet;

    Takeover(Home home, Project project, Shoppers shoppers, Goods goods, Recorder recorder, boolean quiet) {
        this.home = home;
        this.project = project;
        this.shoppers = shoppers;
        this.goods = goods;
        this.recorder = recorder;
        this.quiet = quiet;
    }

    TakeoverReport run(int rounds) throws InterruptedException {
        if (home.cluster().production()) {
            throw Failure.usage("this topology is marked production", "measure a takeover on another one");
        }
        List<TakeoverReport.Round> results = new ArrayList<>();
        Random random = new Random(rounds);
        for (int round = 1; round <= rounds; round++) {
            buy(random);
            TakeoverReport.Round result = round(random);
            results.add(result);
            if (!quiet) {
                Console.step("round " + round + " of " + rounds + ": " + result.killed() + " killed, captured after "
                        + String.format(Locale.ROOT, "%.2f", result.seconds()) + " s");
            }
            up();
        }
        return TakeoverReport.of(results, shoppers.tally().get());
    }

    private TakeoverReport.Round round(Random random) throws InterruptedException {
        Machine till = till();
        long errorsBefore = shoppers.tally().get().errorCount();
        long killed = System.nanoTime();
        Signals.kill(till.process());
        buy(random);
        double seconds = Math.round((System.nanoTime() - killed) / NANOS * HUNDRED) / HUNDRED;
        return new TakeoverReport.Round(
                till.name(), seconds, shoppers.tally().get().errorCount() - errorsBefore);
    }

    private Machine till() {
        return TillLease.read(home)
                .filter(TillLease::alive)
                .flatMap(lease -> home.cluster().find(lease.holder()))
                .filter(Machine::alive)
                .orElseThrow(() -> new Failure(
                        "no node is the till", "see './arcade status', and './arcade up' for nodes that are down"));
    }

    /** Until a payment is captured. Each try is a new shopper, as after an error page. */
    private void buy(Random random) throws InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE_NANOS) {
            ApiPurchase purchase = new ApiPurchase(shoppers.browser(), goods, recorder);
            try {
                if (purchase.buy(goods.sku(random), 1).isPresent()) {
                    return;
                }
            } catch (NoAnswer e) {
                TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
            }
        }
        throw new Failure(
                "no payment was captured within " + PATIENCE_NANOS / (long) NANOS + " s: "
                        + shoppers.tally().get().errors(),
                "see './arcade status' and the nodes' logs; './arcade up' brings the killed node back");
    }

    /** Brings the killed node back, as an operator would. */
    private void up() {
        String launcher = project.root().resolve("arcade").toString();
        Tool up = Tool.run(launcher, "up", "--home", home.folder().toString());
        if (!up.succeeded()) {
            throw new Failure(
                    "the killed node did not come back: " + up.output().strip(), "run './arcade up'");
        }
    }
}
