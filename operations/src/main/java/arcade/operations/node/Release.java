package arcade.operations.node;

import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.process.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * One EAR as a node runs it: {@code releases/<name>/} with the WAR made from it and its migrations. The name is the
 * version and the first eight hex digits of the EAR's SHA-256, so two builds are never taken for one.
 */
public record Release(String name, Path folder) {
    private static final int HASH_DIGITS = 8;
    private static final String VERSION_FILE = "META-INF/maven/arcade/ear/pom.properties";

    /** Makes what a node needs of this EAR, unless it is there already. */
    public static Release of(Path ear, Home home) {
        String name = version(ear) + "-" + hash(ear);
        Path folder = home.path("releases", name);
        Folders.makeOnce(folder, draft -> {
            NodeArchive.explode(ear, draft.resolve("node"));
            Folders.unpack(
                    draft.resolve("node/WEB-INF/lib/ejb-module.jar"),
                    draft,
                    entry -> entry.startsWith("db/") ? entry : null);
        });
        return new Release(name, folder);
    }

    /** A release made before; empty when its folder has gone. */
    public static Optional<Release> recorded(String name, Home home) {
        Path folder = home.path("releases", name);
        return !name.isEmpty() && Files.isDirectory(folder) ? Optional.of(new Release(name, folder)) : Optional.empty();
    }

    /** The exploded WAR. */
    public Path application() {
        return folder.resolve("node");
    }

    /** The folder with the migrations' groups. */
    public Path migrations() {
        return folder.resolve("db");
    }

    private static String version(Path ear) {
        try (ZipFile zip = new ZipFile(ear.toFile())) {
            ZipEntry entry = zip.getEntry(VERSION_FILE);
            if (entry == null) {
                throw new Failure(
                        ear + " is no arcade.ear: it holds no " + VERSION_FILE, "name the build's arcade.ear");
            }
            Properties properties = new Properties();
            try (InputStream content = zip.getInputStream(entry)) {
                properties.load(content);
            }
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new Failure("cannot read " + ear + ": " + e.getMessage(), "name the build's arcade.ear", e);
        }
    }

    private static String hash(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
