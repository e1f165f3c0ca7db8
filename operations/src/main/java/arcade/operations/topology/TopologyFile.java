package arcade.operations.topology;

import arcade.operations.home.Failure;
import arcade.operations.process.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a topology; every mistake is answered with the file, the key and what is allowed. */
public final class TopologyFile {
    private static final Set<String> TOP = Set.of(
            "production",
            "networks",
            "hosts",
            "operator",
            "router",
            "database",
            "replica",
            "gateway",
            "mail",
            "admin",
            "backoffice",
            "media",
            "nodes",
            "heap");
    private static final int DEFAULT_ROUTER_PORT = 8080;
    private static final int SUBMISSION_PORT = 587;
    private static final int HIGHEST_PORT = 65_535;
    private static final int DEFAULT_HEAP_MEGABYTES = 192;

    private final Path file;
    private final Map<String, Host> hosts = new LinkedHashMap<>();

    private TopologyFile(Path file) {
        this.file = file;
    }

    public static Topology read(Path file) {
        return new TopologyFile(file).topology(load(file));
    }

    private Topology topology(Object document) {
        Section top = Section.of(file, "", document, TOP);
        top.named("hosts").forEach((name, keys) -> addHost(String.valueOf(name), keys));
        Optional<Section> router = top.optional("router", Set.of("host", "port", "tls", "requests", "forms"));
        Section gateway = top.section("gateway", Set.of("host", "url"));
        boolean sandbox = !gateway.has("url");
        List<NodePlan> nodes = nodes(top);
        if (router.isEmpty() && nodes.stream().filter(NodePlan::storefront).count() != 1) {
            throw top.wrong("router", "is missing", "left out only where exactly one node has the role storefront");
        }
        return new Topology(
                file,
                top.flag("production", false),
                top.optional("networks", Set.of("private", "public"))
                        .map(section -> new Networks(network(section, "private"), network(section, "public")))
                        .orElse(null),
                Map.copyOf(hosts),
                operator(top),
                router.map(this::host).orElse(null),
                router.map(section -> section.number("port", DEFAULT_ROUTER_PORT, 0, HIGHEST_PORT))
                        .orElse(DEFAULT_ROUTER_PORT),
                router.map(section -> section.number("tls", 0, 1, HIGHEST_PORT)).orElse(0),
                router.map(TopologyFile::limits).orElse(Limits.NONE),
                host(top.section("database", Set.of("host"))),
                top.optional("replica", Set.of("host")).map(this::host),
                sandbox ? host(gateway) : null,
                sandbox ? null : gateway.text("url"),
                top.optional("mail", Set.of("host", "port", "security", "user", "from"))
                        .map(TopologyFile::mail)
                        .orElse(null),
                top.optional("admin", Set.of("host")).map(this::host).orElse(null),
                backoffice(top.optional("backoffice", Set.of("domain", "port", "admin"))),
                media(top),
                top.number("heap", DEFAULT_HEAP_MEGABYTES, 128, 65_536),
                nodes);
    }

    private static Limits limits(Section router) {
        return new Limits(router.number("requests", 0, 1, Limits.MOST), router.number("forms", 0, 1, Limits.MOST));
    }

    private static MediaPlace media(Section top) {
        if (!top.has("media")) {
            return MediaPlace.HOME;
        }
        if (!top.isMapping("media")) {
            return new MediaPlace(top.text("media"), null, null, null);
        }
        Section bucket = top.section("media", Set.of("bucket", "endpoint", "region"));
        String endpoint = bucket.has("endpoint") ? bucket.text("endpoint") : null;
        if (endpoint != null && !endpoint.matches("https?://\\S+")) {
            throw bucket.wrong("endpoint", "is '" + endpoint + "'", "an address such as https://s3.example.com");
        }
        return new MediaPlace(
                null, bucket.text("bucket"), endpoint, bucket.has("region") ? bucket.text("region") : null);
    }

    private static Backoffice backoffice(Optional<Section> section) {
        String domain = section.filter(keys -> keys.has("domain"))
                .map(keys -> keys.text("domain"))
                .orElse(Backoffice.USUAL_DOMAIN);
        section.filter(keys -> !domain.matches("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?"))
                .ifPresent(keys -> {
                    throw keys.wrong("domain", "is '" + domain + "'", "a host name in small letters, without a port");
                });
        String admin = section.filter(keys -> keys.has("admin"))
                .map(keys -> keys.text("admin"))
                .orElse("admin@" + domain);
        section.filter(keys -> !admin.matches("[^@\\s<>\"]+@[^@\\s<>\"]+")).ifPresent(keys -> {
            throw keys.wrong("admin", "is '" + admin + "'", "a mail address such as ada@example.com");
        });
        int port = section.map(keys -> keys.number("port", Backoffice.USUAL_PORT, 1, HIGHEST_PORT))
                .orElse(Backoffice.USUAL_PORT);
        return new Backoffice(domain, port, admin);
    }

    private static MailRelay mail(Section section) {
        String from = section.text("from");
        if (!from.matches("[^@\\s<>]+@[^@\\s<>]+")) {
            throw section.wrong("from", "is '" + from + "'", "an address such as shop@example.com");
        }
        return new MailRelay(
                section.text("host"),
                section.number("port", SUBMISSION_PORT, 1, HIGHEST_PORT),
                section.has("security") ? section.oneOf("security", List.of("none", "starttls", "tls")) : "starttls",
                section.has("user") ? section.text("user") : null,
                from);
    }

    private void addHost(String name, Object keys) {
        Section section = Section.of(
                file,
                "hosts." + name,
                keys,
                Set.of(
                        "address",
                        "private",
                        "reach",
                        "namespace",
                        "user",
                        "port",
                        "key",
                        "known-hosts",
                        "folder",
                        "java"));
        Reach reach = switch (section.oneOf("reach", List.of("local", "namespace", "ssh"))) {
            case "namespace" ->
                Reach.namespace(section.has("namespace") ? section.text("namespace") : "arcade-" + name);
            case "ssh" -> ssh(section);
            default -> Reach.LOCAL;
        };
        String address = ip(section, "address");
        hosts.put(name, new Host(name, address, section.has("private") ? ip(section, "private") : null, reach));
    }

    private static Reach ssh(Section section) {
        return new Reach(
                Reach.Kind.SSH,
                (section.has("user") ? section.text("user") + "@" : "") + section.text("address"),
                section.number("port", 22, 1, HIGHEST_PORT),
                section.has("key") ? section.text("key") : null,
                section.has("known-hosts") ? section.text("known-hosts") : null,
                section.text("folder"),
                section.has("java") ? section.text("java") : "java");
    }

    /** A name here would be looked up by each process anew, and each might find another machine. */
    private static String ip(Section section, String key) {
        String address = section.text(key);
        if (!address.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]+")) {
            throw section.wrong(key, "is '" + address + "'", "an IP address");
        }
        return address;
    }

    private static String network(Section section, String key) {
        String network = section.text(key);
        if (!network.matches("\\d{1,3}(\\.\\d{1,3}){2}\\.0/24")) {
            throw section.wrong(key, "is '" + network + "'", "a network such as 10.77.0.0/24");
        }
        return network;
    }

    private Host operator(Section top) {
        return top.optional("operator", Set.of("host"))
                .map(this::host)
                .or(() -> hosts.values().stream()
                        .filter(host -> host.reach().kind() == Reach.Kind.LOCAL)
                        .findFirst())
                .orElseThrow(() -> top.wrong(
                        "operator",
                        "is missing",
                        "the host this command runs on, one of: " + String.join(", ", hosts.keySet())));
    }

    private List<NodePlan> nodes(Section top) {
        List<NodePlan> nodes = new ArrayList<>();
        Set<String> names = new HashSet<>(Set.of("router", "database", "database2", "gateway", "admin", "till", "db"));
        for (Section section : top.sections("nodes", Set.of("name", "host", "roles"))) {
            String name = section.text("name");
            if (!name.matches("[a-z][a-z0-9-]{0,30}") || !names.add(name)) {
                throw section.wrong(
                        "name",
                        "is '" + name + "'",
                        "a name of its own of small letters, digits and '-', none of router, database, database2, gateway, admin, till, db");
            }
            nodes.add(new NodePlan(name, host(section), section.words("roles", NodePlan.ROLES)));
        }
        if (nodes.size() > Topology.MOST_NODES) {
            throw top.wrong("nodes", "lists " + nodes.size() + " nodes", "1 to " + Topology.MOST_NODES);
        }
        return List.copyOf(nodes);
    }

    private Host host(Section section) {
        return hosts.get(section.oneOf("host", hosts.keySet()));
    }

    private static Object load(Path file) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        } catch (IOException e) {
            throw Failure.usage(
                    "cannot read the topology " + file + ": " + e.getMessage(),
                    "name a file such as domain-config/topologies/single-machine.yaml");
        } catch (YAMLException e) {
            throw Failure.usage(file + " is no YAML: " + e.getMessage(), "repair the place it names");
        }
    }
}
