package arcade.operations.node;

import arcade.operations.database.Routes;
import arcade.operations.home.ClusterState;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.home.Secrets;
import arcade.operations.host.Site;
import arcade.operations.process.Template;
import arcade.operations.route.PrimarySocketFactory;
import arcade.operations.route.ReplicaSocketFactory;
import arcade.operations.topology.MailRelay;
import arcade.operations.topology.MediaPlace;
import arcade.operations.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one node is configured by: files made from {@code domain-config}, and arguments. */
record NodeSettings(Home home, Project project, Topology topology, ClusterState cluster, Machine machine, Path folder) {
    /** Connections one node may open: the shop's pool, the till's and the reports'. */
    static final int SHOP_CONNECTIONS = 24;

    static final int TILL_CONNECTIONS = 12;
    static final int REPORT_CONNECTIONS = 4;

    private static final String DEMONSTRATION = "shop@arcade.example";
    private static final int MOST_HTTP_THREADS = 48;

    void write() {
        new Routes(home, project).write(cluster, machine);
        new Template(project.configuration("payara/pre-boot.asadmin"))
                .fillInto(folder.resolve("pre-boot.asadmin"), Map.of("address", machine.address()));
        new Template(project.configuration("payara/post-boot.asadmin"))
                .fillInto(
                        folder.resolve("post-boot.asadmin"),
                        Map.of(
                                "shop-connections", Integer.toString(SHOP_CONNECTIONS),
                                "till-connections", Integer.toString(TILL_CONNECTIONS),
                                "database", sql(cluster.database()),
                                "replica", sql(cluster.replica().orElse(cluster.database())),
                                "password", home.secrets().databasePassword(Secrets.DATABASE_SHOP),
                                "report-password", home.secrets().databasePassword(Secrets.DATABASE_REPORT),
                                "report-connections", Integer.toString(REPORT_CONNECTIONS)));
        new Template(project.configuration("payara/logging.properties"))
                .fillInto(folder.resolve("logging.properties"), Map.of());
        GridMember.write(home, project, cluster, machine, !topology.oneHost(), false, folder.resolve("member.yaml"));
    }

    /** Where connections go that find no file to be told by; as the command wants it, with the colon escaped. */
    private static String sql(Machine database) {
        return database.address() + "\\:" + database.port("sql");
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
    List<String> applicationKeys(Release release, Site site) {
        List<String> keys = new ArrayList<>(List.of(
                "-Darcade.node=" + machine.name(),
                "-Darcade.release=" + release.name(),
                "-Darcade.departs-on-sigterm=true",
                "-Darcade.roles=" + String.join(",", machine.roles()),
                "-Darcade.backoffice.hosts=" + topology.backoffice().domain(),
                "-D" + PrimarySocketFactory.PROPERTY + "=" + site.there(new Routes(home, project).primary(machine)),
                "-D" + ReplicaSocketFactory.PROPERTY + "=" + site.there(new Routes(home, project).replica(machine)),
                "-Darcade.gateway.url="
                        + (topology.gatewayUrl() != null
                                ? topology.gatewayUrl()
                                : cluster.gateway().url()),
                "-Darcade.catalog.index.folder=" + site.there(folder.resolve("index"))));
        keys.addAll(mediaKeys(site));
        keys.addAll(mailKeys());
        if (cluster.production()) {
            keys.add("-Darcade.production=true");
        } else {
            new Failpoints(home).of(machine.name()).ifPresent(point -> keys.add("-Darcade.failpoint=" + point));
        }
        return keys;
    }

    private List<String> mediaKeys(Site site) {
        MediaPlace media = topology.media();
        if (media.bucket() == null) {
            return List.of(
                    "-Darcade.media.folder=" + (media.folder() != null ? media.folder() : site.there(pictures())));
        }
        home.secrets().requireGiven("arcade.media.access-key", "the topology keeps the pictures in a bucket");
        home.secrets().requireGiven("arcade.media.secret-key", "the topology keeps the pictures in a bucket");
        List<String> keys = new ArrayList<>(List.of("-Darcade.media.bucket=" + media.bucket()));
        if (media.endpoint() != null) {
            keys.add("-Darcade.media.endpoint=" + media.endpoint());
        }
        if (media.region() != null) {
            keys.add("-Darcade.media.region=" + media.region());
        }
        return keys;
    }

    /** To the topology's server, else to the sandbox's, which sends none on; the password is a secret. */
    private List<String> mailKeys() {
        MailRelay relay = topology.mail();
        if (relay == null && topology.gateway() == null) {
            return List.of();
        }
        MailRelay to = relay != null
                ? relay
                : new MailRelay(
                        cluster.gateway().address(), cluster.gateway().port("smtp"), "none", null, DEMONSTRATION);
        List<String> keys = new ArrayList<>(List.of(
                "-Darcade.mail.host=" + to.host(),
                "-Darcade.mail.port=" + to.port(),
                "-Darcade.mail.security=" + to.security(),
                "-Darcade.mail.from=" + to.from()));
        if (to.user() != null) {
            home.secrets().requireGiven("arcade.mail.password", "the topology names a user of the mail server");
            keys.add("-Darcade.mail.user=" + to.user());
        }
        return keys;
    }

    List<String> payaraArguments(Site site) {
        List<String> arguments = new ArrayList<>(List.of(
                "--name",
                machine.name(),
                "--port",
                Integer.toString(machine.port("http")),
                "--contextroot",
                "/",
                "--hzconfigfile",
                site.there(folder.resolve("member.yaml")).toString(),
                "--secretsdir",
                site.there(home.secrets().nodeFolder()).toString(),
                "--prebootcommandfile",
                site.there(folder.resolve("pre-boot.asadmin")).toString(),
                "--postbootcommandfile",
                site.there(folder.resolve("post-boot.asadmin")).toString(),
                "--logproperties",
                site.there(folder.resolve("logging.properties")).toString(),
                "--maxhttpthreads",
                Integer.toString(MOST_HTTP_THREADS),
                "--disablephonehome"));
        arguments.add(topology.oneHost() ? "--nohostaware" : "--hostaware");
        return arguments;
    }

    /** Where pictures lie unless the topology names a folder that all hosts share. */
    private Path pictures() {
        return home.path("data", "media", "x").getParent();
    }
}
