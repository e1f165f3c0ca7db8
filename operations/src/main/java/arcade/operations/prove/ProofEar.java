package arcade.operations.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The same release once more under another name, so that two can take turns. */
final class ProofEar {
    private ProofEar() {}

    /** A copy with one entry more, which nothing reads. */
    static Path stamped(Path ear, Path copy) {
        try (ZipFile from = new ZipFile(ear.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (Enumeration<? extends ZipEntry> entries = from.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.getInputStream(entry).transferTo(to);
                to.closeEntry();
            }
            to.putNextEntry(new ZipEntry("META-INF/proof"));
            to.write("Made by a proof.".getBytes(StandardCharsets.UTF_8));
            to.closeEntry();
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + copy, e);
        }
    }
}
