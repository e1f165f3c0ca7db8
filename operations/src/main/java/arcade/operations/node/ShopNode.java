package arcade.operations.node;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.host.Site;
import arcade.operations.network.NodeGroup;
import arcade.operations.process.Niceness;
import arcade.operations.process.ProcessMark;
import arcade.operations.process.Reach;
import arcade.operations.process.Waiting;
import arcade.operations.topology.Topology;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A node's process: started with the release, its own folder and the settings of {@code domain-config}. */
public final class ShopNode {
    /** On a quiet machine five to ten seconds; the bound is for a busy one. */
    public static final Duration READY_WITHIN = Duration.ofSeconds(300);

    /** Each look is a request that a starting node answers with code it runs for the first time. */
    private static final Duration READY_POLL = Duration.ofMillis(250);

    /** What one node may open to the database. */
    public static final int CONNECTIONS =
            NodeSettings.SHOP_CONNECTIONS + NodeSettings.TILL_CONNECTIONS + NodeSettings.REPORT_CONNECTIONS;

    /** Two arenas of native memory in place of eight a core: 50 MB less resident after the compiler's first rush. */
    private static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private static final int CONNECT_MILLIS = 500;

    private final Home home;
    private final Project project;
    private final Machine machine;
    private final Site site;

    public ShopNode(Home home, Project project, Machine machine) {
        this.home = home;
        this.project = project;
        this.machine = machine;
        this.site = new Site(home, project, machine);
    }

    /** Unpacks the server if no node did so before: worth doing while something else is being started. */
    public static void prepare(Project project) {
        Runtime.exploded(project);
    }

    /** Brings everything it needs to its host and starts it there; {@link #awaitReady} tells when it serves. */
    public ProcessMark start(ClusterState cluster, Release release, Topology topology) {
        for (String purpose : List.of("http", "grid")) {
            site.requireFree(machine.port(purpose), machine.name(), "stop that process");
        }
        Runtime runtime = Runtime.exploded(project);
        Path folder = home.path("machines", machine.name(), "payara").getParent();
        NodeSettings settings = new NodeSettings(home, project, topology, cluster, machine, folder);
        settings.write();
        bring(release);
        site.bringOnce(runtime.folder());
        site.bring(home.secrets().nodeFolder());
        site.bring(folder);
        // A root folder remembers what was deployed and refuses to deploy it again: each start gets a new one.
        Path root = folder.resolve("payara");
        runtime.layOut(site, root);

        List<String> command = new ArrayList<>(NodeGroup.command(machine));
        command.add(site.reach().java());
        command.addAll(settings.jvmOptions());
        command.add("-Xmx" + topology.nodeHeapMegabytes() + "m");
        command.addAll(classDataOptions(runtime));
        command.addAll(settings.applicationKeys(release, site));
        command.addAll(runtime.command(site));
        command.addAll(List.of(
                "--rootdir",
                site.there(root).toString(),
                "--deploy",
                site.there(release.application()).toString()));
        command.addAll(settings.payaraArguments(site));
        ProcessMark process = site.launch(machine.name(), command, ENVIRONMENT, folder);
        Niceness.giveWay(process);
        return process;
    }

    /** Copies a release to its host, unless it is there: worth doing before the node is taken out. */
    public void bring(Release release) {
        site.bringOnce(release.folder());
    }

    /** Whether the first node on this host must still be asked for what it has loaded. */
    public boolean classDataMissing() {
        return !site.exists(Runtime.exploded(project).classData());
    }

    /** Returns when it has opened its grid port: it is then a member, or the first one. */
    public void awaitMembership(ProcessMark process) {
        Waiting.until(READY_WITHIN, () -> !process.alive() || listensOnGrid());
        if (!process.alive()) {
            throw endedAtStart();
        }
    }

    /** @throws Failure with what it says is missing, when it is not ready in time or ends */
    public void awaitReady(ProcessMark process) {
        Readiness readiness = new Readiness(machine);
        StartLog log = new StartLog(() -> site.read(home.log(machine.name())));
        boolean ready = Waiting.until(
                READY_WITHIN,
                READY_POLL,
                () -> !process.alive() || readiness.ready() || log.deploymentFailed(readiness));
        if (!process.alive()) {
            throw endedAtStart();
        }
        if (log.deploymentFailed(readiness)) {
            throw new Failure(
                    machine.name() + " cannot run the release: " + log.reason().orElse("no cause is printed"),
                    "read " + site.log());
        }
        if (!ready) {
            throw new Failure(
                    machine.name() + " is not ready after " + READY_WITHIN.toSeconds() + " s: " + readiness.answer(),
                    "read " + site.log());
        }
        Niceness.takeTurns(process);
    }

    /**
     * Keeps the classes that this running node has loaded, so that the next node starts in about half the time. The node
     * stands still meanwhile (seconds): only for one that serves nobody yet. Returns false when Java cannot.
     */
    public boolean keepClassData(ProcessMark process) {
        Path archive = Runtime.exploded(project).classData();
        Path draft = archive.resolveSibling("classes-" + process.pid() + ".draft");
        String asked = Reach.quoted(List.of(
                Path.of(site.reach().java()).resolveSibling("jcmd").toString(),
                Long.toString(process.pid()),
                "VM.cds",
                "dynamic_dump",
                site.there(draft).toString()));
        String moved = Reach.quoted(
                List.of(site.there(draft).toString(), site.there(archive).toString()));
        return site.exists(archive)
                || site.reach().shell(asked + " && mv " + moved).succeeded();
    }

    private Failure endedAtStart() {
        return new Failure(machine.name() + " ended while it started", "read " + site.log());
    }

    private boolean listensOnGrid() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(machine.address(), machine.port("grid")), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> classDataOptions(Runtime runtime) {
        return site.exists(runtime.classData())
                ? List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + site.there(runtime.classData()))
                : List.of("-XX:+RecordDynamicDumpInfo");
    }
}
