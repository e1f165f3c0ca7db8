package arcade.operations.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The source tree the command was built from; the launcher script tells where it is ({@code -Darcade.project}).
 */
public record Project(Path root) {
    private static final String PARTS = "operations/target/parts";
    private static final String BUILD = "run './mvnw -DskipTests package'";

    public static Project located() {
        String root = System.getProperty("arcade.project");
        if (root == null) {
            throw new Failure("the command does not know its project", "start it by the script ./arcade");
        }
        return new Project(Path.of(root).toAbsolutePath().normalize());
    }

    /** A file that machines are configured from. */
    public Path configuration(String name) {
        return existing(root.resolve("domain-config").resolve(name), "restore it from git");
    }

    /** A jar or ear that the build collected. */
    public Path part(String name) {
        return existing(root.resolve(PARTS).resolve(name), BUILD);
    }

    /** The newest of the jars or zips that the build collected and whose name begins so: the rest is its version. */
    public Path newestPart(String prefix) {
        Path parts = root.resolve(PARTS);
        try (Stream<Path> files = Files.list(existing(parts, BUILD))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new Failure("missing: " + parts.resolve(prefix + "*"), BUILD));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + parts, e);
        }
    }

    /** What is unpacked once for all homes of this project: server binaries, the exploded runtime. */
    public Path cache() {
        return root.resolve(".arcade/cache");
    }

    private static Path existing(Path file, String cure) {
        if (!Files.exists(file)) {
            throw new Failure("missing: " + file, cure);
        }
        return file;
    }
}
