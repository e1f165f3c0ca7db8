package arcade.operations.cluster;

import arcade.operations.home.Home;
import arcade.operations.home.Project;
import arcade.operations.process.Folders;
import arcade.operations.process.Launch;
import arcade.operations.process.ProcessMark;
import arcade.operations.process.Reach;
import arcade.operations.process.Signals;
import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The process that watches the drop folder, one for a home, recorded in {@code watcher.json}. It runs from a copy of the command: a
 * build may replace the original at any time.
 */
final class Watchman {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Gson JSON = new Gson();
    private static final String JAR = "operations.jar";

    private final Home home;
    private final Project project;

    Watchman(Home home, Project project) {
        this.home = home;
        this.project = project;
    }

    /** Starts it when it does not run, or when the command was built anew since. */
    void start() {
        Path own = Path.of(System.getProperty("java.class.path"));
        Path copy = home.path("machines", "drop", JAR);
        if (recorded(home).filter(ProcessMark::alive).isPresent() && same(own, copy)) {
            return;
        }
        stop(home);
        copy(own, copy);
        home.path("drop", "x");
        ProcessMark process = new Launch(
                        "the drop folder's watcher",
                        Reach.LOCAL,
                        List.of(
                                Reach.LOCAL.java(),
                                "-Xmx32m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-XX:-UsePerfData",
                                "-Darcade.project=" + project.root(),
                                "-jar",
                                copy.toString(),
                                "watch-drop-folder",
                                "--home",
                                home.folder().toString()),
                        Map.of(),
                        copy.getParent(),
                        home.log("drop"))
                .start();
        write(process);
    }

    static void stop(Home home) {
        recorded(home).filter(ProcessMark::alive).ifPresent(process -> Signals.stop(process, PATIENCE));
        try {
            Files.deleteIfExists(file(home));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file(home), e);
        }
    }

    private static Optional<ProcessMark> recorded(Home home) {
        try {
            return Files.exists(file(home))
                    ? Optional.ofNullable(JSON.fromJson(Files.readString(file(home)), ProcessMark.class))
                    : Optional.empty();
        } catch (IOException | JsonParseException e) {
            return Optional.empty();
        }
    }

    private void write(ProcessMark process) {
        try {
            Files.writeString(file(home), JSON.toJson(process));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(home), e);
        }
    }

    private static boolean same(Path own, Path copy) {
        try {
            return Files.exists(copy) && Files.getLastModifiedTime(own).equals(Files.getLastModifiedTime(copy));
        } catch (IOException e) {
            return false;
        }
    }

    private static void copy(Path own, Path copy) {
        Folders.remove(copy.resolveSibling("lib"));
        Folders.copy(own.resolveSibling("lib"), copy.resolveSibling("lib"));
        try {
            Files.copy(own, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + own, e);
        }
    }

    private static Path file(Home home) {
        return home.folder().resolve("watcher.json");
    }
}
