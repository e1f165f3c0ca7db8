package arcade.operations.load;

import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Visitors who put something into a cart at one node and leave: each is a session that lives on. */
final class Sessions {
    private static final int PROGRESS_EVERY = 100;
    private static final int KILOBYTES_PER_MEGABYTE = 1024;

    private final Home home;
    private final Machine node;
    private final Shoppers shoppers;
    private final boolean quiet;

    Sessions(Home home, Machine node, Shoppers shoppers, boolean quiet) {
        this.home = home;
        this.node = node;
        this.shoppers = shoppers;
        this.quiet = quiet;
    }

    SessionsReport run(int visitors) throws InterruptedException {
        Goods goods = Goods.of(shoppers.browser());
        Random random = new Random(visitors);
        for (int visitor = 1; visitor <= visitors; visitor++) {
            visit(goods.sku(random), goods);
            if (!quiet && visitor % PROGRESS_EVERY == 0) {
                Console.step(visitor + " of " + visitors + " visitors");
            }
        }
        NodeStatus status = NodeStatus.of(home, node)
                .orElseThrow(() -> new Failure(node.name() + " does not answer", "see './arcade status'"));
        return new SessionsReport(
                "sessions", node.name(), status.sessions(), residentMegabytes(node), status.heapBytes() >> 20);
    }

    private void visit(String sku, Goods goods) throws InterruptedException {
        Browser browser = shoppers.browser();
        try {
            Reply product = browser.get("/p/" + goods.handleOf(sku) + "?variant=" + Call.encoded(sku));
            Form form = Form.to(product, "/cart/add").orElseThrow(() -> browser.mishap("no_add_form"));
            browser.submit(form.fill("quantity", "1"));
        } catch (NoAnswer e) {
            throw new Failure(
                    "a visitor got no cart: " + e.getMessage(),
                    "see './arcade status' and the log of " + node.name(),
                    e);
        }
    }

    /** As the kernel counts them in {@code /proc/PID/status}. */
    private static long residentMegabytes(Machine node) {
        Path status = Path.of("/proc", Long.toString(node.process().pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES_PER_MEGABYTE)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new Failure("cannot read " + status + ": " + e, "measure on the machine the node runs on", e);
        }
    }
}
