package arcade.system.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A database that was started as at the boot of its host, by nobody who knows who leads. */
public final class ReturnedDatabase implements AutoCloseable {
    private final Cluster cluster;
    private final Machine machine;
    private final String binaries;
    private final Process process;

    public ReturnedDatabase(Cluster cluster, Machine machine) {
        this.cluster = cluster;
        this.machine = machine;
        Path settings = cluster.home().resolve("machines/" + machine.name() + "/server.cnf");
        try {
            binaries = Files.readAllLines(settings).stream()
                    .filter(line -> line.startsWith("basedir"))
                    .map(line -> line.split("=")[1].strip())
                    .findFirst()
                    .orElseThrow();
            process = new ProcessBuilder(binaries + "/bin/mariadbd", "--defaults-file=" + settings)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + settings, e);
        }
    }

    /** As a node would. */
    public Outcome ask(String statement) {
        return new Command(cluster.project())
                .with("MYSQL_PWD", cluster.secret("database.arcade.password"))
                .run(List.of(
                        binaries + "/bin/mariadb",
                        "--no-defaults",
                        "--host=" + machine.address(),
                        "--port=" + machine.port("sql"),
                        "--user=arcade",
                        "--skip-ssl",
                        "--execute=" + statement));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
