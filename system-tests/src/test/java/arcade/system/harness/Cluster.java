package arcade.system.harness;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one cluster of the whole test run: three nodes in a home of their own, on free ports, started by {@code ./arcade up}. */
public final class Cluster implements AutoCloseable {
    /** The first start may have to build the project. */
    private static final Duration UP_WITHIN = Duration.ofMinutes(8);

    /** For who writes tests: {@code -Darcade.system.keep=true} takes the cluster there is and leaves it running. */
    private static final boolean KEEP = Boolean.getBoolean("arcade.system.keep");

    private final Path project;
    private final Path home;
    private final List<String> options;

    private record Recorded(String release, List<Machine> machines) {}

    private Cluster(Path project, Path home, List<String> options) {
        this.project = project;
        this.home = home;
        this.options = options;
    }

    static Cluster fromProperties() {
        return new Cluster(
                Path.of(System.getProperty("arcade.root")).toAbsolutePath(),
                Path.of(System.getProperty("arcade.system.home")).toAbsolutePath(),
                List.of());
    }

    /** Another cluster of a topology of its own, in a home beside the shared one's; not started. */
    public static Cluster beside(String name, String topology) {
        Cluster shared = fromProperties();
        return new Cluster(
                shared.project,
                shared.home.resolveSibling(shared.home.getFileName() + "-" + name),
                List.of(
                        "--topology",
                        shared.project
                                .resolve("domain-config/topologies/" + topology)
                                .toString()));
    }

    /** Another cluster, which its test starts and ends: its home lies beside the shared one's. */
    public static Cluster called(String name) {
        Cluster shared = fromProperties();
        return new Cluster(shared.project, shared.home.resolveSibling(name), List.of());
    }

    /** Starts it afresh; what an interrupted run left is ended first, and an interrupt of this one ends it, too. */
    public void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        close();
        System.out.println(up("--no-console").expect(0));
    }

    /** Starts what is missing. */
    public Outcome up(String... more) {
        List<String> words = new ArrayList<>(List.of("up", "--router-port", "0"));
        words.addAll(options);
        words.addAll(List.of(more));
        return command(UP_WITHIN, home, words.toArray(String[]::new));
    }

    /** Starts what is missing and waits until the router, too, uses every node. */
    public void whole() {
        up().expect(0);
        Waiting.until("the router uses every node", () -> usableNodes() == nodes().size());
    }

    /** How many nodes the router sends shoppers to. */
    public int usableNodes() {
        return new RouterSocket(routerSocket()).usableNodes().size();
    }

    /** {@code ./arcade} with these words, in this cluster's home. */
    public Outcome arcade(String... words) {
        return command(Duration.ofMinutes(3), home, words);
    }

    /** The same, for a command that takes long. */
    public Outcome arcade(Duration limit, String... words) {
        return command(limit, home, words);
    }

    /** {@code ./arcade} with another home: another cluster, or none. */
    public Outcome elsewhere(Path other, String... words) {
        return command(UP_WITHIN, other, words);
    }

    private Outcome command(Duration limit, Path where, String... words) {
        List<String> line = new ArrayList<>(List.of(project.resolve("arcade").toString()));
        line.addAll(List.of(words));
        line.addAll(List.of("--home", where.toString()));
        return new Command(project).within(limit).run(line);
    }

    /** Processes whose command line names this home. */
    public List<String> processesOf(Path where) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(where + "/"))
                .map(process ->
                        process.pid() + " " + process.info().commandLine().orElse(""))
                .toList();
    }

    public JsonObject status() {
        Outcome outcome = arcade("status", "--json");
        return JsonParser.parseString(outcome.out()).getAsJsonObject();
    }

    public Path project() {
        return project;
    }

    public Path home() {
        return home;
    }

    public List<Machine> machines() {
        try {
            return new Gson()
                    .fromJson(Files.readString(home.resolve("cluster.json")), Recorded.class)
                    .machines();
        } catch (IOException e) {
            throw new UncheckedIOException("no cluster is recorded in " + home, e);
        }
    }

    public Machine machine(String name) {
        return machines().stream()
                .filter(machine -> machine.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public Machine only(String role) {
        return machines().stream()
                .filter(machine -> machine.role().equals(role))
                .findFirst()
                .orElseThrow();
    }

    public List<Machine> nodes() {
        return machines().stream().filter(Machine::isNode).toList();
    }

    public int routerPort() {
        return only("router").port("http");
    }

    /** What a shopper types: {@code http://arcade.localhost:<port>}, no slash at the end. */
    public String shop(String store) {
        return "http://" + store + ".localhost:" + routerPort();
    }

    public Database database() {
        return new Database(only("database"), secret("database.root.password"));
    }

    /** One of several databases, whether it leads or follows. */
    public Database database(Machine machine) {
        return new Database(machine, secret("database.root.password"));
    }

    public Gateway gateway() {
        return new Gateway(only("gateway"));
    }

    /** The node that holds the till's lease, by the database; none while nobody does. */
    public Optional<Machine> till() {
        return database()
                .leaseOwner()
                .flatMap(owner -> nodes().stream()
                        .filter(node -> owner.startsWith(node.name()))
                        .filter(Machine::alive)
                        .findFirst());
    }

    /** Whether somebody holds the till's lease, be it a node that this command did not start. */
    public boolean hasTill() {
        return database().leaseOwner().isPresent();
    }

    public String secret(String file) {
        try {
            return Files.readString(home.resolve("secrets").resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("no secret " + file, e);
        }
    }

    /** Where the router's own configuration says it is. */
    private Path routerSocket() {
        try (Stream<String> lines = Files.lines(home.resolve("machines/router/router.cfg"))) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith("stats socket "))
                    .map(line -> Path.of(line.split(" ")[2]))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("the router has no configuration", e);
        }
    }

    /** Ends it and forgets its data; nothing happens where there is none. */
    @Override
    public void close() {
        if (!KEEP && Files.exists(home.resolve("cluster.json"))) {
            arcade("down", "--purge");
        }
    }
}
