package arcade.operations.release;

import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * An EAR that somebody wants to deploy, copied aside so that it cannot change any more, and read from its first byte to its last
 * before anything else is touched. To be closed: the copy goes.
 */
final class EarFile implements AutoCloseable {
    private static final String DESCRIPTOR = "META-INF/application.xml";
    private static final String VERSION = "META-INF/maven/arcade/ear/pom.properties";
    private static final Pattern MODULE = Pattern.compile("<(ejb|web-uri)>\\s*([^<\\s]+)\\s*</");
    private static final int BLOCK = 1 << 16;

    /** For logs, tables and the nodes' own files while the release is rolled out. */
    private static final long SPARE_BYTES = 64L << 20;

    private static final String CURE = "build it with './mvnw -DskipTests package' and deploy ear/target/arcade.ear";

    private final Path copy;

    private EarFile(Path copy) {
        this.copy = copy;
    }

    /** @throws Failure naming what is wrong with the file, or with the disk */
    static EarFile of(Path file, Home home) {
        requireReadable(file);
        Path copy = home.path("releases", "incoming-" + ProcessHandle.current().pid() + ".ear");
        requireSpace(file, free(copy.getParent()));
        EarFile ear = new EarFile(copy);
        try {
            ear.take(file);
            ear.check(file);
            return ear;
        } catch (RuntimeException e) {
            ear.close();
            throw e;
        }
    }

    Path path() {
        return copy;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + copy, e);
        }
    }

    private static void requireReadable(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Failure(
                    Files.isDirectory(file) ? file + " is a folder, no EAR" : "there is no file " + file,
                    "name an arcade.ear, such as ear/target/arcade.ear");
        }
        if (!Files.isReadable(file)) {
            throw new Failure("the file " + file + " may not be read", "make it readable for this user");
        }
    }

    /** The copy, and once more as much for what a node reads: jars are not packed again. */
    static void requireSpace(Path file, long free) {
        try {
            long needed = Files.size(file) * 2 + SPARE_BYTES;
            if (free < needed) {
                throw new Failure(
                        "the disk of the home has " + (free >> 20) + " MB free, the release needs " + (needed >> 20)
                                + " MB",
                        "make room, then deploy again; nothing was changed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }

    private static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the disk of " + folder, e);
        }
    }

    private void take(Path file) {
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            throw new Failure("the file " + file + " went away while it was copied", "put it there again", e);
        } catch (IOException e) {
            throw new Failure(
                    "cannot copy " + file + " into the home: " + e.getMessage(),
                    "make room on the disk, or repair it; nothing was changed",
                    e);
        }
    }

    private void check(Path asked) {
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            readAll(zip, asked);
            requireEntry(zip, asked, VERSION);
            List<String> modules = modules(zip, asked);
            List<String> wars =
                    modules.stream().filter(name -> name.endsWith(".war")).toList();
            if (wars.size() != 1) {
                throw new Failure(
                        asked + " names " + wars.size() + " WARs in " + DESCRIPTOR + ", a node runs one", CURE);
            }
            requireInside(zip, asked, wars.get(0), "WEB-INF/web.xml", "a web application");
            for (String part : List.of("ejb-module.jar", "payment-singleton.jar")) {
                if (!modules.contains(part)) {
                    throw new Failure(asked + " names no " + part + " in " + DESCRIPTOR, CURE);
                }
            }
            for (String group : List.of("store", "cart", "trade")) {
                requireInside(zip, asked, "ejb-module.jar", "db/" + group + "/V", "the migrations of " + group);
            }
        } catch (ZipException e) {
            throw new Failure(
                    asked + " is no zip, or was cut short: " + e.getMessage(),
                    "copy it again and compare its size, or build it anew",
                    e);
        } catch (IOException e) {
            throw new Failure("cannot read " + asked + ": " + e.getMessage(), "copy it again, or build it anew", e);
        }
    }

    /** Java itself does not compare check sums of a zip that is read at random. */
    private static void readAll(ZipFile zip, Path asked) throws IOException {
        byte[] block = new byte[BLOCK];
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            CRC32 sum = new CRC32();
            try (InputStream content = zip.getInputStream(entry)) {
                for (int read = content.read(block); read >= 0; read = content.read(block)) {
                    sum.update(block, 0, read);
                }
            }
            if (!entry.isDirectory() && sum.getValue() != entry.getCrc()) {
                throw new Failure(
                        asked + " is damaged: " + entry.getName() + " has another check sum than was written",
                        "copy it again, or build it anew");
            }
        }
    }

    private static List<String> modules(ZipFile zip, Path asked) throws IOException {
        requireEntry(zip, asked, DESCRIPTOR);
        List<String> modules = new ArrayList<>();
        Matcher named = MODULE.matcher(new String(
                zip.getInputStream(zip.getEntry(DESCRIPTOR)).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        while (named.find()) {
            requireEntry(zip, asked, named.group(2));
            modules.add(named.group(2));
        }
        return modules;
    }

    private static void requireEntry(ZipFile zip, Path asked, String name) {
        if (zip.getEntry(name) == null) {
            throw new Failure(asked + " is no arcade.ear: it holds no " + name, CURE);
        }
    }

    private static void requireInside(ZipFile zip, Path asked, String module, String prefix, String what)
            throws IOException {
        try (ZipInputStream inner = new ZipInputStream(zip.getInputStream(zip.getEntry(module)))) {
            for (ZipEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
                if (entry.getName().startsWith(prefix)) {
                    return;
                }
            }
        }
        throw new Failure(asked + " is no arcade.ear: " + module + " holds no " + prefix + "…, " + what, CURE);
    }
}
