package arcade.operations.router;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.home.SocketPath;
import arcade.operations.host.Site;
import arcade.operations.process.Folders;
import arcade.operations.process.ProcessMark;
import arcade.operations.process.Template;
import arcade.operations.process.Tool;
import arcade.operations.process.Waiting;
import arcade.operations.topology.Topology;
import arcade.operations.topology.TopologyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The public door. Its configuration is made from {@code domain-config/haproxy/router.cfg} and checked before use. */
public final class Router {
    private static final Duration LISTENS_WITHIN = Duration.ofSeconds(10);
    /** The purpose of the port that staff comes in by. */
    public static final String BACKOFFICE = "backoffice";

    private static final int MOST_THREADS = 4;
    private static final int CONNECT_MILLIS = 500;
    private static final String CHECKED = "    server %1$s %2$s:%3$d check";
    /** Up, drained and down with its server of the pages. */
    private static final String TRACKED = "    server %1$s %2$s:%3$d track pages/%1$s";

    private final Home home;
    private final Project project;
    private final Machine machine;
    private final Site site;

    public Router(Home home, Project project, Machine machine) {
        this.home = home;
        this.project = project;
        this.machine = machine;
        this.site = new Site(home, project, machine);
    }

    /** Installs what is missing and says at once when the port is taken, before anything else is started. */
    public void prepare() {
        HaproxyPackage.program(site);
        machine.ports()
                .values()
                .forEach(
                        port -> site.requireFree(
                                port,
                                "the router",
                                "stop that process, or choose another with './arcade up --router-port PORT' (0: any free one)"));
    }

    /** True when a router started for this cluster would be configured like the one that was started last. */
    public boolean matches(ClusterState cluster) {
        Path settings = home.path("machines", machine.name(), "router.cfg");
        try {
            return Files.exists(settings)
                    && Files.readString(settings).equals(template().filled(values(cluster, states(settings))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + settings, e);
        }
    }

    public ProcessMark start(ClusterState cluster) {
        String program = HaproxyPackage.program(site);
        Path settings = write(cluster);
        Path folder = settings.getParent();
        if (!site.reach().sharesFiles()) {
            Folders.copy(project.configuration("haproxy/errors"), folder.resolve("errors"));
            site.bring(folder);
            site.makeFolder(SocketPath.in(home, "router").getParent());
        }
        Tool check =
                site.reach().run(program, "-c", "-q", "-f", site.there(settings).toString());
        if (!check.succeeded()) {
            throw new Failure(
                    "the router's configuration is wrong: " + check.output().strip(),
                    "repair " + project.configuration("haproxy/router.cfg"));
        }
        return site.launch(
                "the router", List.of(program, "-db", "-f", site.there(settings).toString()), Map.of(), folder);
    }

    /** @throws Failure when it ends or does not listen in time */
    public void awaitReady(ProcessMark process) {
        boolean ready = Waiting.until(LISTENS_WITHIN, () -> !process.alive() || listens());
        if (!ready || !process.alive()) {
            throw new Failure("the router did not start", "read " + site.log());
        }
    }

    Path write(ClusterState cluster) {
        Path settings = home.path("machines", machine.name(), "router.cfg");
        Path states = states(settings);
        if (!Files.exists(states)) {
            Template.writeOwnerOnly(states, "");
        }
        if (machine.ports().containsKey("https")) {
            Certificate.makeIn(settings.getParent());
        }
        template().fillInto(settings, values(cluster, states));
        return settings;
    }

    private Template template() {
        return new Template(project.configuration("haproxy/router.cfg"));
    }

    private static Path states(Path settings) {
        return settings.resolveSibling("server-states");
    }

    private Map<String, String> values(ClusterState cluster, Path states) {
        int threads = Math.min(MOST_THREADS, java.lang.Runtime.getRuntime().availableProcessors());
        return Map.ofEntries(
                Map.entry("threads", Integer.toString(threads)),
                Map.entry("socket", site.there(SocketPath.in(home, "router")).toString()),
                Map.entry("state-file", site.there(states).toString()),
                Map.entry("errors", errors(states).toString()),
                Map.entry("address", machine.address()),
                Map.entry("port", Integer.toString(machine.port("http"))),
                Map.entry("tls", tls(states)),
                Map.entry("limits", limits(cluster)),
                Map.entry("backoffice", backoffice(cluster, states)),
                Map.entry("page-servers", servers(cluster, "storefront", node -> CHECKED)),
                Map.entry("api-servers", servers(cluster, "storefront", node -> TRACKED)),
                Map.entry("backoffice-servers", servers(cluster, "backoffice", Router::tracking)));
    }

    /** The second door, when the topology has one. */
    private String tls(Path states) {
        return machine.ports().containsKey("https")
                ? "bind " + machine.address() + ":" + machine.port("https") + " ssl crt "
                        + site.there(states.resolveSibling(Certificate.FILE)) + " alpn h2,http/1.1"
                : "";
    }

    /** Staff's door: on the private side, where the router's host has one; encrypted, where shoppers may be. */
    private String backoffice(ClusterState cluster, Path states) {
        if (!machine.ports().containsKey(BACKOFFICE)) {
            return "";
        }
        String inside = topology(cluster).map(plan -> plan.router().inside()).orElse(null);
        String encrypted = machine.ports().containsKey("https")
                ? " ssl crt " + site.there(states.resolveSibling(Certificate.FILE)) + " alpn h2,http/1.1"
                : "";
        return "bind " + (inside == null ? machine.address() : inside) + ":" + machine.port(BACKOFFICE) + encrypted;
    }

    private static String limits(ClusterState cluster) {
        return topology(cluster)
                .map(Topology::limits)
                .map(limits ->
                        limit("sc_http_req_rate(0)", limits.requests()) + limit("sc_http_req_rate(1)", limits.forms()))
                .orElse("");
    }

    private static String limit(String counted, int most) {
        return most == 0 ? "" : "acl too_often " + counted + " gt " + most + "\n    ";
    }

    private static Optional<Topology> topology(ClusterState cluster) {
        Path file = Path.of(cluster.topology());
        return Files.exists(file) ? Optional.of(TopologyFile.read(file)) : Optional.empty();
    }

    private static String tracking(Machine node) {
        return node.roles().contains("storefront") ? TRACKED : CHECKED;
    }

    private Path errors(Path states) {
        return site.reach().sharesFiles()
                ? project.configuration("haproxy/errors")
                : site.there(states.resolveSibling("errors"));
    }

    private static String servers(ClusterState cluster, String role, Function<Machine, String> line) {
        return cluster.nodes().stream()
                .filter(node -> node.roles().contains(role))
                .map(node -> String.format(line.apply(node), node.name(), node.address(), node.port("http")))
                .collect(Collectors.joining("\n"));
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
