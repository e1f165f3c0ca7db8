package arcade.operations.database;

import arcade.operations.home.Project;
import arcade.operations.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** MariaDB's server, unpacked once per version. */
record DatabaseBinaries(Path folder) {
    private static final String PREFIX = "mariadb-binaries-";
    private static final List<String> WANTED = List.of(
            "bin/mariadbd",
            "bin/mariadb",
            "bin/mariadb-dump",
            "bin/my_print_defaults",
            "bin/resolveip",
            "scripts/",
            "share/english/",
            "share/charsets/");

    static DatabaseBinaries unpacked(Project project) {
        Path archive = project.newestPart(PREFIX);
        String version = archive.getFileName().toString().replace(PREFIX, "").replace(".jar", "");
        Path folder = project.cache().resolve("mariadb-" + version);
        Folders.makeOnce(folder, draft -> {
            Folders.unpack(archive, draft, DatabaseBinaries::place);
            makeRunnable(draft.resolve("bin"));
            makeRunnable(draft.resolve("scripts"));
        });
        return new DatabaseBinaries(folder);
    }

    Path program(String name) {
        return folder.resolve(name);
    }

    private static String place(String entry) {
        int start = entry.indexOf("/linux/");
        if (start < 0) {
            return null;
        }
        String path = entry.substring(start + "/linux/".length());
        boolean wanted = WANTED.stream().anyMatch(path::startsWith) || path.matches("share/[a-z_]+\\.sql");
        return wanted ? path : null;
    }

    private static void makeRunnable(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the files in " + folder + " runnable", e);
        }
    }
}
