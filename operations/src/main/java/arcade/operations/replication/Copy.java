package arcade.operations.replication;

import arcade.operations.database.Access;
import arcade.operations.database.DatabaseServer;
import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Secrets;
import arcade.operations.process.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Streams all that a database holds into an empty one, as of one transaction, with that transaction's name: nothing is kept on
 * the way, and the shop goes on meanwhile.
 */
final class Copy {
    private static final int BUFFER = 1 << 16;
    private static final long REPORT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long MEGABYTE = 1 << 20;

    private final Home home;
    private final DatabaseServer binaries;
    private final Machine from;
    private final Machine to;

    Copy(Home home, DatabaseServer binaries, Machine from, Machine to) {
        this.home = home;
        this.binaries = binaries;
        this.from = from;
        this.to = to;
    }

    /** @throws Failure when either side ends with an error; the target is then of no use */
    void run(long expectedBytes) {
        Path log = home.log(to.name() + "-copy");
        List<String> dump = List.of(
                binaries.program("bin/mariadb-dump"),
                "--defaults-file=" + client(from, "dump"),
                "--single-transaction",
                "--quick",
                "--gtid",
                "--master-data=1",
                "--hex-blob",
                "--routines",
                "--default-character-set=utf8mb4",
                "--ignore-table=replication.alive",
                "--databases",
                Access.DATABASE,
                "replication");
        List<String> load = List.of(
                binaries.program("bin/mariadb"),
                "--defaults-file=" + client(to, "load"),
                "--init-command=SET SESSION sql_log_bin = 0",
                "--default-character-set=utf8mb4");
        try {
            Process source = new ProcessBuilder(dump)
                    .redirectError(Redirect.to(log.toFile()))
                    .start();
            Process target = new ProcessBuilder(load)
                    .redirectError(Redirect.appendTo(log.toFile()))
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
            try {
                long bytes = stream(source.getInputStream(), target.getOutputStream(), expectedBytes);
                require(source.waitFor() == 0 && target.waitFor() == 0, log);
                Console.step("copied " + bytes / MEGABYTE + " MB from " + from.name() + " to " + to.name());
            } finally {
                source.destroy();
                target.destroy();
            }
        } catch (IOException e) {
            throw new Failure(
                    "the copy to " + to.name() + " broke off: " + e.getMessage(),
                    "read " + log + ", then run the same command again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", "run the command again", e);
        }
    }

    private long stream(InputStream in, OutputStream out, long expected) throws IOException {
        try (out) {
            byte[] buffer = new byte[BUFFER];
            long bytes = 0;
            long report = System.nanoTime() + REPORT_NANOS;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                bytes += read;
                if (System.nanoTime() > report) {
                    report = System.nanoTime() + REPORT_NANOS;
                    Console.step("copying to " + to.name() + ": " + bytes / MEGABYTE + " MB; the tables of "
                            + from.name() + " take " + expected / MEGABYTE + " MB");
                }
            }
            return bytes;
        }
    }

    private void require(boolean succeeded, Path log) {
        if (!succeeded) {
            throw new Failure(
                    "the copy to " + to.name() + " failed", "read " + log + ", then run the same command again");
        }
    }

    /** A file that only its owner can read: a password on the command line is read by everybody. */
    private Path client(Machine machine, String purpose) {
        Path file = home.path("machines", to.name(), purpose + ".cnf");
        Template.writeOwnerOnly(file, """
                [client]
                host = %s
                port = %d
                user = root
                password = %s
                protocol = tcp
                ssl = 0
                """.formatted(
                machine.address(), machine.port("sql"), home.secrets().databasePassword(Secrets.DATABASE_ROOT)));
        return file;
    }

    static long bytes(DatabasePeer peer) {
        String sum = peer.text("SELECT COALESCE(SUM(data_length), 0) FROM information_schema.tables"
                + " WHERE table_schema IN ('arcade', 'replication')");
        return Long.parseLong(sum);
    }
}
