package arcade.operations.topology;

import arcade.operations.home.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a topology; every mistake is answered with the file, the key and what is allowed. */
public final class TopologyFile {
    private static final Set<String> TOP =
            Set.of("production", "hosts", "router", "database", "gateway", "nodes", "heap");
    private static final int DEFAULT_ROUTER_PORT = 8080;
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
        Section router = top.section("router", Set.of("host", "port"));
        List<NodePlan> nodes = nodes(top);
        return new Topology(
                file,
                top.flag("production", false),
                host(router),
                router.number("port", DEFAULT_ROUTER_PORT, 0, 65_535),
                host(top.section("database", Set.of("host"))),
                host(top.section("gateway", Set.of("host"))),
                top.number("heap", DEFAULT_HEAP_MEGABYTES, 128, 65_536),
                nodes);
    }

    private void addHost(String name, Object keys) {
        Section section = Section.of(file, "hosts." + name, keys, Set.of("address", "reach"));
        section.oneOf("reach", List.of("local"));
        hosts.put(name, new Host(name, section.text("address"), Host.Reach.LOCAL));
    }

    private List<NodePlan> nodes(Section top) {
        List<NodePlan> nodes = new ArrayList<>();
        Set<String> names = new HashSet<>(Set.of("router", "database", "gateway", "till", "db"));
        for (Section section : top.sections("nodes", Set.of("name", "host", "roles"))) {
            String name = section.text("name");
            if (!name.matches("[a-z][a-z0-9-]{0,30}") || !names.add(name)) {
                throw section.wrong(
                        "name",
                        "is '" + name + "'",
                        "a name of its own of small letters, digits and '-', none of router, database, gateway, till, db");
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
