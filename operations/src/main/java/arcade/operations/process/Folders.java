package arcade.operations.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Enumeration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Folders made, copied, unpacked and removed whole. */
public final class Folders {
    private Folders() {}

    /**
     * Makes a folder that is there completely or not at all, also when two commands make it at once: filled under
     * another name, then moved.
     */
    public static void makeOnce(Path folder, Consumer<Path> fill) {
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.createDirectories(folder.getParent());
            Path draft = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".draft");
            try {
                fill.accept(draft);
            } catch (RuntimeException e) {
                remove(draft);
                throw e;
            }
            if (!draft.toFile().renameTo(folder.toFile())) {
                remove(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
    }

    /** Unpacks the entries that {@code place} gives a path for; it answers null for the others. */
    public static void unpack(Path archive, Path target, Function<String, String> place) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String path = entry.isDirectory() ? null : place.apply(entry.getName());
                if (path != null) {
                    unpack(zip, entry, target, path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + archive, e);
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path target, String path) throws IOException {
        Path file = target.resolve(path).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("the entry " + entry.getName() + " leads outside the archive");
        }
        Files.createDirectories(file.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    public static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + from + " to " + to, e);
        }
    }

    /** Removes a folder and all in it; a missing one is fine. Links are removed, not followed. */
    public static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException problem) throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
