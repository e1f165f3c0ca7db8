package arcade.operations.node;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.ProcessMark;
import arcade.operations.home.Project;
import arcade.operations.network.NodeGroup;
import arcade.operations.process.Folders;
import arcade.operations.process.Launch;
import arcade.operations.process.Niceness;
import arcade.operations.process.Ports;
import arcade.operations.process.Tool;
import arcade.operations.process.Waiting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
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
    public static final int CONNECTIONS = NodeSettings.SHOP_CONNECTIONS + NodeSettings.TILL_CONNECTIONS;

    /** Two arenas of native memory in place of eight a core: 50 MB less resident after the compiler's first rush. */
    private static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private static final int CONNECT_MILLIS = 500;

    private final Home home;
    private final Project project;
    private final Machine machine;

    public ShopNode(Home home, Project project, Machine machine) {
        this.home = home;
        this.project = project;
        this.machine = machine;
    }

    /** Unpacks the server if no node did so before: worth doing while something else is being started. */
    public static void prepare(Project project) {
        Runtime.exploded(project);
    }

    /** @param heapMegabytes greatest heap */
    public ProcessMark start(ClusterState cluster, Release release, int heapMegabytes, boolean hostAware) {
        for (String purpose : List.of("http", "grid")) {
            Ports.requireFree(machine.address(), machine.port(purpose), machine.name(), "stop that process");
        }
        Runtime runtime = Runtime.exploded(project);
        Path folder = home.path("machines", machine.name(), "payara").getParent();
        // A root folder remembers what was deployed and refuses to deploy it again: each start gets a new one.
        Path root = folder.resolve("payara");
        Folders.remove(root);
        runtime.layOut(root);
        NodeSettings settings = new NodeSettings(home, project, cluster, machine, folder);
        settings.write(hostAware);

        List<String> command = new ArrayList<>(NodeGroup.command(machine));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings.jvmOptions());
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(classDataOptions(runtime));
        command.addAll(settings.applicationKeys(release));
        command.addAll(runtime.command());
        command.addAll(List.of(
                "--rootdir", root.toString(), "--deploy", release.application().toString()));
        command.addAll(settings.payaraArguments(hostAware));
        ProcessMark process =
                new Launch(machine.name(), command, ENVIRONMENT, folder, home.log(machine.name())).start();
        Niceness.giveWay(process);
        return process;
    }

    public static boolean classDataMissing(Project project) {
        return !Files.exists(Runtime.exploded(project).classData());
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
        StartLog log = new StartLog(home.log(machine.name()));
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
                    "read " + home.log(machine.name()));
        }
        if (!ready) {
            throw new Failure(
                    machine.name() + " is not ready after " + READY_WITHIN.toSeconds() + " s: " + readiness.answer(),
                    "read " + home.log(machine.name()));
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
        if (Files.exists(archive)) {
            return true;
        }
        Tool kept = Tool.run(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                "VM.cds",
                "dynamic_dump",
                draft.toString());
        return kept.succeeded() && Files.exists(draft) && draft.toFile().renameTo(archive.toFile());
    }

    private Failure endedAtStart() {
        return new Failure(machine.name() + " ended while it started", "read " + home.log(machine.name()));
    }

    private boolean listensOnGrid() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(machine.address(), machine.port("grid")), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> classDataOptions(Runtime runtime) {
        return Files.exists(runtime.classData())
                ? List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + runtime.classData())
                : List.of("-XX:+RecordDynamicDumpInfo");
    }
}
