package arcade.operations.node;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.home.Secrets;
import arcade.operations.process.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What one node is configured by: files made from {@code domain-config}, and arguments. */
record NodeSettings(Home home, Project project, ClusterState cluster, Machine machine, Path folder) {
    /** Connections one node may open: the shop's pool and the till's. */
    static final int SHOP_CONNECTIONS = 24;

    static final int TILL_CONNECTIONS = 12;

    private static final int MOST_HTTP_THREADS = 48;

    void write(boolean hostAware) {
        new Template(project.configuration("payara/pre-boot.asadmin"))
                .fillInto(folder.resolve("pre-boot.asadmin"), Map.of("address", machine.address()));
        new Template(project.configuration("payara/post-boot.asadmin"))
                .fillInto(
                        folder.resolve("post-boot.asadmin"),
                        Map.of(
                                "shop-connections", Integer.toString(SHOP_CONNECTIONS),
                                "till-connections", Integer.toString(TILL_CONNECTIONS),
                                "database",
                                        cluster.database().address() + "\\:"
                                                + cluster.database().port("sql"),
                                "password", home.secrets().databasePassword(Secrets.DATABASE_SHOP)));
        new Template(project.configuration("hazelcast/member.yaml"))
                .fillInto(
                        folder.resolve("member.yaml"),
                        Map.of(
                                "cluster", cluster.cluster(),
                                "port", Integer.toString(machine.port("grid")),
                                "address", machine.address(),
                                "members", members(),
                                "host-aware", Boolean.toString(hostAware)));
    }

    List<String> jvmOptions() {
        Path file = project.configuration("payara/node.options");
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new Failure("cannot read " + file + ": " + e.getMessage(), "restore it from git", e);
        }
    }

    /** The application's own configuration; secrets come from files. */
    List<String> applicationKeys(Release release) {
        List<String> keys = new ArrayList<>(List.of(
                "-Darcade.node=" + machine.name(),
                "-Darcade.release=" + release.name(),
                "-Darcade.roles=" + String.join(",", machine.roles()),
                "-Darcade.gateway.url=" + cluster.gateway().url(),
                "-Darcade.media.folder=" + home.path("data", "media", "x").getParent()));
        if (cluster.production()) {
            keys.add("-Darcade.production=true");
        } else {
            new Failpoints(home).of(machine.name()).ifPresent(point -> keys.add("-Darcade.failpoint=" + point));
        }
        return keys;
    }

    List<String> payaraArguments(boolean hostAware) {
        List<String> arguments = new ArrayList<>(List.of(
                "--name",
                machine.name(),
                "--port",
                Integer.toString(machine.port("http")),
                "--contextroot",
                "/",
                "--clustername",
                cluster.cluster(),
                "--hzconfigfile",
                folder.resolve("member.yaml").toString(),
                "--secretsdir",
                home.secrets().nodeFolder().toString(),
                "--prebootcommandfile",
                folder.resolve("pre-boot.asadmin").toString(),
                "--postbootcommandfile",
                folder.resolve("post-boot.asadmin").toString(),
                "--maxhttpthreads",
                Integer.toString(MOST_HTTP_THREADS),
                "--disablephonehome"));
        arguments.add(hostAware ? "--hostaware" : "--nohostaware");
        return arguments;
    }

    private String members() {
        return cluster.nodes().stream()
                .map(node -> "          - " + node.address() + ":" + node.port("grid"))
                .collect(Collectors.joining("\n"));
    }
}
