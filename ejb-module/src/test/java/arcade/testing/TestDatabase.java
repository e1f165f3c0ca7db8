package arcade.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/**
 * A MariaDB server with an empty, migrated database; ends with this process. Durable writes are off: a test run loses
 * nothing.
 */
final class TestDatabase {
    static final String NAME = "arcade";
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final int port;
    private final Process server;

    private TestDatabase(int port, Process server) {
        this.port = port;
        this.server = server;
    }

    static TestDatabase start(Path containers, Path home) throws IOException {
        Path binaries = MariaBinaries.in(containers);
        run(home, install(binaries, home));
        int port = freePort();
        Process server = process(home, serve(binaries, home, port)).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, home)));
        TestDatabase database = new TestDatabase(port, server);
        database.create(home);
        database.migrate();
        return database;
    }

    private void migrate() {
        FLYWAY.setLevel(Level.WARNING);
        for (String group : List.of("store", "cart", "trade")) {
            Flyway.configure()
                    .dataSource(url(NAME), "arcade", "arcade")
                    .locations("classpath:db/" + group)
                    .table("flyway_" + group)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
    }

    /** For JDBC, with user and password. */
    String address() {
        return url(NAME) + "?user=arcade&password=arcade";
    }

    int port() {
        return port;
    }

    private String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }

    private void create(Path home) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try (Connection root = DriverManager.getConnection(url(""), "root", "");
                    Statement statement = root.createStatement()) {
                statement.execute("CREATE DATABASE " + NAME);
                statement.execute("CREATE USER arcade@'%' IDENTIFIED BY 'arcade'");
                statement.execute("GRANT ALL ON arcade.* TO arcade@'%'");
                return;
            } catch (SQLException e) {
                if (!server.isAlive() || Instant.now().isAfter(deadline)) {
                    throw new IOException("the database did not start: " + Files.readString(log(home)), e);
                }
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    /** Leaves nothing behind; pictures that a node stored lie in the same folder. */
    private static void end(Process server, Path home) {
        server.destroyForcibly()
                .onExit()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("left behind: " + home, e);
        }
    }

    private static List<String> install(Path binaries, Path home) {
        return List.of(
                binaries.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + binaries,
                "--datadir=" + home.resolve("data"),
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--innodb-log-file-size=16M",
                "--force");
    }

    private static List<String> serve(Path binaries, Path home, int port) {
        List<String> command = new ArrayList<>(List.of(
                binaries.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + binaries,
                "--datadir=" + home.resolve("data"),
                "--socket=" + home.resolve("sock"),
                "--pid-file=" + home.resolve("pid"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00",
                "--transaction-isolation=READ-COMMITTED",
                "--innodb-snapshot-isolation=ON",
                "--innodb-lock-wait-timeout=5",
                "--innodb-log-file-size=16M",
                "--innodb-flush-log-at-trx-commit=0"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    private static void run(Path home, List<String> command) throws IOException {
        try {
            int status = process(home, command).start().waitFor();
            if (status != 0) {
                throw new IOException(command + " ended with " + status + ": " + Files.readString(log(home)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static ProcessBuilder process(Path home, List<String> command) {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(home).toFile()));
    }

    private static Path log(Path home) {
        return home.resolve("mariadb.log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
