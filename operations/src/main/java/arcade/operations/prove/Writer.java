package arcade.operations.prove;

import arcade.operations.database.Access;
import arcade.operations.database.Routes;
import arcade.operations.home.Home;
import arcade.operations.home.Project;
import arcade.operations.home.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Writes as a node does: with the shop's user, to whomever the node's file names, again and again. Knows the longest time in which
 * it could not. A statement that would change no row is refused by a server that takes no writes as well, so nothing is changed.
 */
final class Writer implements AutoCloseable {
    private static final String WRITE = "UPDATE checkout_gate SET reason = NULL WHERE name = 'nobody'";
    private static final long PAUSE_MILLIS = 5;

    private final Path route;
    private final String password;
    private final Thread thread = new Thread(this::run, "writer");
    private volatile boolean over;
    private volatile long lastNanos = System.nanoTime();
    private volatile long longestNanos;

    Writer(Home home, Project project) {
        route = new Routes(home, project).primary(home.cluster().nodes().get(0));
        password = home.secrets().databasePassword(Secrets.DATABASE_SHOP);
        thread.setDaemon(true);
        thread.start();
    }

    /** Measures anew from here. */
    void begin() {
        longestNanos = 0;
        lastNanos = System.nanoTime();
    }

    /** The longest time without a write since the beginning, the present one included. */
    Duration longest() {
        return Duration.ofNanos(Math.max(longestNanos, System.nanoTime() - lastNanos));
    }

    private void run() {
        while (!over) {
            try (Connection connection = connect()) {
                writeOn(connection);
            } catch (SQLException | IOException refused) {
                // Nobody takes writes at this moment: that is what is measured.
                pause();
            }
        }
    }

    private void writeOn(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            while (!over) {
                statement.executeUpdate(WRITE);
                long now = System.nanoTime();
                longestNanos = Math.max(longestNanos, now - lastNanos);
                lastNanos = now;
                pause();
            }
        }
    }

    private Connection connect() throws SQLException, IOException {
        String url = "jdbc:mariadb://" + Files.readString(route).strip() + "/" + Access.DATABASE
                + "?connectTimeout=1000&socketTimeout=3000";
        return DriverManager.getConnection(url, "arcade", password);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over = true;
    }
}
