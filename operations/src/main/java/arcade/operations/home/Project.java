package arcade.operations.home;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The source tree the command was built from; the launcher script tells where it is ({@code -Darcade.project}).
 */
public record Project(Path root) {

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
        return existing(root.resolve("operations/target/parts").resolve(name), "run './mvnw -DskipTests package'");
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
