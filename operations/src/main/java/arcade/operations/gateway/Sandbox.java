package arcade.operations.gateway;

import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.host.Site;
import arcade.operations.process.ProcessMark;
import arcade.operations.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The card gateway for development. Its ledger is in {@code data/gateway}; it reads it back when it starts again. */
public final class Sandbox {
    private static final Duration READY_WITHIN = Duration.ofSeconds(30);
    private static final int CONNECT_MILLIS = 500;

    /**
     * What the shop cannot know by itself: that a shopper has paid, or never will, and what was done in the gateway's dashboard or by
     * a bank. What each of the till's own captures causes is not among it: that would double the traffic.
     */
    private static final String EVENTS = String.join(
            ",",
            "checkout.session.completed",
            "checkout.session.expired",
            "payment_intent.canceled",
            "charge.refunded",
            "refund.failed",
            "charge.dispute.created");

    private final Home home;
    private final Project project;
    private final Machine machine;
    private final Site site;

    public Sandbox(Home home, Project project, Machine machine) {
        this.home = home;
        this.project = project;
        this.machine = machine;
        this.site = new Site(home, project, machine);
    }

    /** @param webhooks where it reports events to: the router's public address */
    public ProcessMark start(String webhooks) {
        for (String purpose : List.of("http", "control", "smtp")) {
            site.requireFree(machine.port(purpose), "the gateway", "stop that process");
        }
        Path ledger = home.path("data", "gateway", "ledger.jsonl");
        Path program = copyOfProgram();
        site.bring(program);
        site.makeFolder(ledger.getParent());
        List<String> command = List.of(
                site.reach().java(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xss512k",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-jar",
                site.there(program).toString(),
                "--bind",
                machine.address(),
                "--port",
                Integer.toString(machine.port("http")),
                "--control-port",
                Integer.toString(machine.port("control")),
                "--mail-port",
                Integer.toString(machine.port("smtp")),
                "--ledger",
                site.there(ledger).toString(),
                "--key",
                home.secrets().gatewayKey(),
                "--webhook-secret",
                home.secrets().webhookSecret(),
                "--webhook-url",
                webhooks,
                "--webhook-events",
                EVENTS);
        return site.launch("the gateway", command, Map.of(), ledger.getParent());
    }

    /** @throws Failure when it ends or does not listen in time */
    public void awaitReady(ProcessMark process) {
        boolean ready = Waiting.until(READY_WITHIN, () -> !process.alive() || listens());
        if (!ready || !process.alive()) {
            throw new Failure("the payment sandbox did not start", "read " + site.log());
        }
    }

    /** The next build replaces the jar; a running process must keep the one it was started with. */
    private Path copyOfProgram() {
        Path copy = home.path("machines", machine.name(), "payment-sandbox.jar");
        try {
            return Files.copy(project.part("payment-sandbox.jar"), copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + copy, e);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(machine.address(), machine.port("http")), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
