package arcade.operations.home;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The folder of one cluster: {@code cluster.json}, {@code secrets/}, {@code log/}, {@code data/} and what is made from
 * them. Two homes are two independent clusters.
 */
public final class Home {
    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();

    private static final Object CHANGE = new Object();

    private final Path folder;

    public Home(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public Path folder() {
        return folder;
    }

    /** A file or folder inside; its parent folders are made. */
    public Path path(String first, String... more) {
        Path path = folder.resolve(Path.of(first, more));
        try {
            Files.createDirectories(path.getParent());
        } catch (IOException e) {
            throw new Failure(
                    "cannot make the folder " + path.getParent() + ": " + e.getMessage(),
                    "make it writable, or name another with --home",
                    e);
        }
        return path;
    }

    public Secrets secrets() {
        return new Secrets(path("secrets", "x").getParent());
    }

    /** What a machine prints: {@code log/<name>.log}. The owner's alone: the grid names itself in every line. */
    public Path log(String machine) {
        Path log = path("log", machine + ".log");
        try {
            Files.setPosixFilePermissions(log.getParent(), PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + log.getParent() + " to its owner", e);
        }
        return log;
    }

    /** The recorded cluster; empty before the first {@code up} and after {@code down --purge}. */
    public Optional<ClusterState> state() {
        Path file = stateFile();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.fromJson(Files.readString(file), ClusterState.class));
        } catch (IOException | JsonParseException e) {
            throw new Failure(
                    "cannot read " + file + ": " + e.getMessage(),
                    "restore it, or forget this cluster with './arcade down --purge'",
                    e);
        }
    }

    /** @throws Failure when no cluster was started from this home */
    public ClusterState cluster() {
        return state().orElseThrow(() -> new Failure("no cluster was started in " + folder, "run './arcade up' first"));
    }

    /** Records what is made of what is recorded, as one step within this process, which holds the cluster's lock. */
    public void change(UnaryOperator<ClusterState> change) {
        synchronized (CHANGE) {
            record(change.apply(cluster()));
        }
    }

    /** Written beside and moved, so that a reader never sees half a file. */
    public void record(ClusterState state) {
        Path file = stateFile();
        Path next = path("cluster.json.next");
        try {
            Files.writeString(next, JSON.toJson(state));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private Path stateFile() {
        return folder.resolve("cluster.json");
    }
}
