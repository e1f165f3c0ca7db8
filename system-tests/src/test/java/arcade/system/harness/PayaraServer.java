package arcade.system.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Payara Server, the full one, in the place of a node that is down: same address, ports, grid, data sources and secrets. */
public final class PayaraServer implements AutoCloseable {
    private static final Duration STARTED_WITHIN = Duration.ofMinutes(5);
    private static final String DOMAIN = "shop";

    private final Cluster cluster;
    private final Machine node;
    private final Path folder;
    private final int adminPort;

    private PayaraServer(Cluster cluster, Machine node, Path folder, int adminPort) {
        this.cluster = cluster;
        this.node = node;
        this.folder = folder;
        this.adminPort = adminPort;
    }

    /** Makes a domain and starts it; nothing is deployed yet. The folder is of the cluster's home and goes with it. */
    public static PayaraServer inPlaceOf(Machine node, Cluster cluster) {
        Path folder = cluster.home().resolve("data/payara-server");
        List<Integer> ports = freePorts(10);
        PayaraServer server = new PayaraServer(cluster, node, folder, ports.get(0));
        server.unpack();
        server.createDomain(ports);
        server.start();
        return server;
    }

    /** Deploys an EAR as it is, configured as the node was. @return what asadmin printed */
    public String deploy(Path ear, String release) {
        Path commands = filled(
                "payara-server/application.asadmin",
                Map.of(
                        "secrets", cluster.home().resolve("secrets/node").toString(),
                        "node", node.name(),
                        "release", release,
                        "gateway", cluster.only("gateway").url(),
                        "media", cluster.home().resolve("data/media").toString(),
                        "ear", ear.toString()));
        return asadmin("multimode", "--file", commands.toString());
    }

    @Override
    public void close() {
        asadmin("stop-domain", "--domaindir", folder.toString(), "--force=true", DOMAIN);
    }

    private void createDomain(List<Integer> ports) {
        write(folder.resolve("password"), "AS_ADMIN_PASSWORD=" + Api.key() + "\n");
        List<String> properties = new ArrayList<>();
        for (String use : List.of(
                "http.ssl.port",
                "domain.jmxPort",
                "java.debugger.port",
                "jms.port",
                "orb.listener.port",
                "orb.mutualauth.port",
                "orb.ssl.port",
                "osgi.shell.telnet.port",
                "hazelcast.start.port")) {
            properties.add(use + "=" + ports.get(properties.size() + 1));
        }
        asadmin(
                "create-domain",
                "--domaindir",
                folder.toString(),
                "--adminport",
                Integer.toString(adminPort),
                "--instanceport",
                Integer.toString(node.port("http")),
                "--domainproperties",
                String.join(":", properties),
                DOMAIN);
        for (String driver : List.of("mariadb-java-client.jar", "operations-node.jar")) {
            copy(
                    cluster.project().resolve("operations/target/parts").resolve(driver),
                    folder.resolve(DOMAIN + "/lib").resolve(driver));
        }
    }

    private void start() {
        Path settings = cluster.home().resolve("machines").resolve(node.name());
        Path preBoot = filled(
                "payara-server/pre-boot.asadmin",
                Map.of("grid", settings.resolve("member.yaml").toString(), "address", node.address()));
        asadmin(
                "start-domain",
                "--domaindir",
                folder.toString(),
                "--prebootcommandfile",
                preBoot.toString(),
                "--postbootcommandfile",
                settings.resolve("post-boot.asadmin").toString(),
                DOMAIN);
    }

    private String asadmin(String command, String... words) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                folder.resolve("payara6/glassfish/lib/client/appserver-cli.jar").toString(),
                "--interactive=false",
                "--user",
                "admin",
                "--passwordfile",
                folder.resolve("password").toString(),
                "--port",
                Integer.toString(adminPort),
                command));
        line.addAll(List.of(words));
        Outcome outcome = new Command(folder)
                .within(STARTED_WITHIN)
                .with("TERM", "dumb")
                .run(line)
                .expect(0);
        if (outcome.out().contains(" failed.")) {
            throw new AssertionError(outcome.toString());
        }
        return outcome.out();
    }

    /** A file of domain-config with its places filled. */
    private Path filled(String name, Map<String, String> values) {
        try {
            String text =
                    Files.readString(cluster.project().resolve("domain-config").resolve(name));
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", value.getValue());
            }
            Path target = folder.resolve(Path.of(name).getFileName());
            write(target, text);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private void unpack() {
        try (Stream<Path> parts = Files.list(cluster.project().resolve("operations/target/parts"))) {
            Path archive = parts.filter(part -> part.getFileName().toString().startsWith("payara-server-"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the build collected no payara-server-*.zip"));
            try (ZipFile zip = new ZipFile(archive.toFile())) {
                for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                    unpack(zip, entries.nextElement());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack Payara Server", e);
        }
    }

    private void unpack(ZipFile zip, ZipEntry entry) throws IOException {
        Path file = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, file);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + from, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static List<Integer> freePorts(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int number = 0; number < count; number++) {
                held.add(new ServerSocket(0));
            }
            List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : held) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }
}
