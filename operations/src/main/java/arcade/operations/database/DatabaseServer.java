package arcade.operations.database;

import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.home.Secrets;
import arcade.operations.home.SocketPath;
import arcade.operations.host.Site;
import arcade.operations.process.ProcessMark;
import arcade.operations.process.Reach;
import arcade.operations.process.Template;
import arcade.operations.process.Waiting;
import arcade.operations.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A database's process. Its data lie in {@code data/<its name>} of the home; a crash is recovered from at the start. It comes
 * up read-only, whoever starts it: only a command that knows who leads opens it for writing.
 */
public final class DatabaseServer {
    /** Crash recovery replays at most the redo log, 64 MB; the bound is for a slow disk. */
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);

    /** What operations, auditors and a person at the prompt may need beside the nodes. */
    private static final int CONNECTIONS_FOR_PEOPLE = 20;

    private final Home home;
    private final Project project;
    private final Machine machine;
    private final Site site;

    public DatabaseServer(Home home, Project project, Machine machine) {
        this.home = home;
        this.project = project;
        this.machine = machine;
        this.site = new Site(home, project, machine);
    }

    /**
     * Starts it; {@link #awaitReady} tells when it answers.
     *
     * @param connections what all nodes together may open
     */
    public ProcessMark start(Topology topology, int connections) {
        DatabaseBinaries binaries = DatabaseBinaries.unpacked(project);
        Path data = data();
        site.bringOnce(binaries.folder());
        initialise(binaries, data);
        site.requireFree(
                machine.port("sql"),
                machine.name(),
                "stop that process, or choose new ports with './arcade down --purge' (this forgets the data)");
        Path settings = writeSettings(topology, binaries, data, connections);
        return site.launch(
                machine.name(),
                List.of(
                        site.there(binaries.program("bin/mariadbd")).toString(),
                        "--defaults-file=" + site.there(settings)),
                Map.of(),
                data);
    }

    /** @throws Failure with the last lines of its log when it ends or stays silent */
    public void awaitReady(ProcessMark process) {
        Access access = new Access(machine, home.secrets());
        boolean ready = Waiting.until(READY_WITHIN, () -> !process.alive() || answers(access));
        if (!ready || !process.alive()) {
            throw new Failure(
                    machine.name() + " did not start",
                    "read " + site.log() + "; it often names a full disk or wrong owner of " + data());
        }
    }

    private static boolean answers(Access access) {
        try (Connection connection = access.asRoot()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Makes its first files, all or none. */
    private void initialise(DatabaseBinaries binaries, Path data) {
        if (site.exists(data)) {
            return;
        }
        Path draft = data.resolveSibling(data.getFileName() + ".draft");
        String install = Reach.quoted(List.of(
                site.there(binaries.program("scripts/mariadb-install-db")).toString(),
                "--no-defaults",
                "--basedir=" + site.there(binaries.folder()),
                "--datadir=" + site.there(draft),
                "--user=" + site.user(),
                "--skip-test-db",
                "--auth-root-authentication-method=socket",
                "--auth-root-socket-user=" + site.user()));
        site.makeFolder(data.getParent());
        site.shell(
                "rm -rf " + site.word(draft) + " && mkdir " + site.word(draft) + " && " + install + " && mv "
                        + site.word(draft) + " " + site.word(data),
                "make the first files of " + machine.name());
    }

    private Path writeSettings(Topology topology, DatabaseBinaries binaries, Path data, int connections) {
        Path run = home.path("machines", machine.name(), "server.cnf").getParent();
        Path temporary = run.resolve("tmp");
        try {
            Files.createDirectories(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + temporary, e);
        }
        Secrets secrets = home.secrets();
        Path users = run.resolve("users.sql");
        new Template(project.configuration("mariadb/users.sql"))
                .fillInto(
                        users,
                        Map.of(
                                "client", topology.operator().address(),
                                "root-password", secrets.databasePassword(Secrets.DATABASE_ROOT),
                                "shop-password", secrets.databasePassword(Secrets.DATABASE_SHOP),
                                "audit-password", secrets.databasePassword(Secrets.DATABASE_AUDIT),
                                "report-password", secrets.databasePassword(Secrets.DATABASE_REPORT),
                                "replica-password", secrets.databasePassword(Secrets.DATABASE_REPLICA)));
        Path settings = run.resolve("server.cnf");
        new Template(project.configuration("mariadb/server.cnf"))
                .fillInto(
                        settings,
                        Map.ofEntries(
                                Map.entry(
                                        "basedir", site.there(binaries.folder()).toString()),
                                Map.entry("datadir", site.there(data).toString()),
                                Map.entry("tmpdir", site.there(temporary).toString()),
                                Map.entry("socket", site.there(socket()).toString()),
                                Map.entry(
                                        "pid-file",
                                        site.there(run.resolve("pid")).toString()),
                                Map.entry("init-file", site.there(users).toString()),
                                Map.entry("user", site.user()),
                                Map.entry("address", machine.address()),
                                Map.entry("port", Integer.toString(machine.port("sql"))),
                                Map.entry("server-id", Integer.toString(serverId())),
                                Map.entry("connections", Integer.toString(connections + CONNECTIONS_FOR_PEOPLE))));
        site.bring(run);
        site.makeFolder(socket().getParent());
        return settings;
    }

    /** Where {@code mariadb --socket} finds it, as the user it runs as. */
    public Path socket() {
        return SocketPath.in(home, machine.name().replace("database", "mariadb"));
    }

    /** A program of the same version as the server, by its path among MariaDB's files. */
    public String program(String path) {
        return DatabaseBinaries.unpacked(project).program(path).toString();
    }

    /** Its tables and its binary log. */
    public Path data() {
        return home.path("data", machine.name());
    }

    /** In every transaction's name (GTID): database is 1, database2 is 2. */
    private int serverId() {
        return machine.name().equals("database")
                ? 1
                : Integer.parseInt(machine.name().replaceAll("[^0-9]", ""));
    }
}
