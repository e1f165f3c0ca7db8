package arcade.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Before the first in-container test of a run: starts the database, migrates it, and writes what {@code arquillian.xml}
 * refers to. Does nothing in a run of unit tests, which does not set {@code arcade.containers}.
 */
public class ContainerSession implements LauncherSessionListener {
    private static final String CONTAINERS = "arcade.containers";
    private static TestDatabase database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String containers = System.getProperty(CONTAINERS);
        if (containers != null && database == null) {
            try {
                open(Path.of(containers));
            } catch (IOException e) {
                throw new UncheckedIOException("the tests' database cannot be made in " + containers, e);
            }
        }
    }

    private static void open(Path containers) throws IOException {
        Path home = Files.createTempDirectory("arcade-test-");
        database = TestDatabase.start(containers, home);
        Path boot = Files.writeString(home.resolve("post-boot.asadmin"), PostBoot.commands(database.port()));
        System.setProperty("arcade.test.boot", boot.toString());
        System.setProperty("arcade.test.heap", System.getProperty("arcade.test.heap", "512m"));
        // For tests that run outside the container.
        System.setProperty("arcade.test.database", database.address());
        System.setProperty(
                "arcade.test.media",
                Files.createDirectory(home.resolve("media")).toString());
        System.setProperty(
                "arcade.test.driver", Jars.of(org.mariadb.jdbc.Driver.class).toString());
    }
}
