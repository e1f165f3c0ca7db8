package arcade.system.harness;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The build's EAR, made into another release: a good one, or one with a certain fault. */
public final class Ear {
    private static final String WAR = "web-module.war";

    private final Path built;
    private final Path folder;

    public Ear(Cluster cluster) {
        this.built = cluster.project().resolve("operations/target/parts/arcade.ear");
        this.folder = cluster.home().resolveSibling("ears");
    }

    /** The content of an entry in the changed archive; null: it is left out. */
    @FunctionalInterface
    private interface Change {
        byte[] of(String entry, byte[] content);
    }

    /** As good as the built one, with another name. */
    public Path stamped(String stamp) {
        return write(
                stamp,
                (entry, content) ->
                        entry.endsWith("pom.properties") ? with(content, "stamp=" + stamp + "\n") : content);
    }

    /** Its web application has a descriptor that is no XML. */
    public Path thatDoesNotStart() {
        return write(
                "dead",
                inTheWar((entry, content) -> entry.equals("WEB-INF/web.xml")
                        ? "<web-app><broken".getBytes(StandardCharsets.UTF_8)
                        : content));
    }

    /** It starts and is ready, and has no page to show. */
    public Path thatShowsNoPage() {
        return write(
                "pageless",
                inTheWar((entry, content) -> entry.equals("WEB-INF/templates/layout.xhtml") ? null : content));
    }

    /** It is ready, every page opens, and who has paid gets an error in place of a confirmation. */
    public Path thatFailsSomeShoppers() {
        return write(
                "flaky",
                inTheWar((entry, content) -> entry.equals("WEB-INF/pages/checkout/order.xhtml")
                        ? "<html><not closed>".getBytes(StandardCharsets.UTF_8)
                        : content));
    }

    /** A copy that was cut short. */
    public Path cutShort() {
        byte[] whole = bytes(built);
        return write("cut", Arrays.copyOf(whole, whole.length / 2));
    }

    /** A zip, but no EAR. */
    public Path thatIsNone() {
        return write("none", zip(new byte[0], (entry, content) -> content, "hello.txt"));
    }

    private Path write(String name, Change change) {
        return write(name, zip(bytes(built), change, null));
    }

    private Path write(String name, byte[] content) {
        try {
            return Files.write(Files.createDirectories(folder).resolve(name + ".ear"), content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder, e);
        }
    }

    private static Change inTheWar(Change change) {
        return (entry, content) -> entry.equals(WAR) ? zip(content, change, null) : content;
    }

    /** @param added an empty entry more; null: none */
    private static byte[] zip(byte[] archive, Change change, String added) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = change.of(entry.getName(), in.readAllBytes());
                if (content != null) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(content);
                    out.closeEntry();
                }
            }
            if (added != null) {
                out.putNextEntry(new ZipEntry(added));
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a release", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] with(byte[] content, String more) {
        return (new String(content, StandardCharsets.ISO_8859_1) + "\n" + more).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
