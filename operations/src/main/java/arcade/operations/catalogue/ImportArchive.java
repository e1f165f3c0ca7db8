package arcade.operations.catalogue;

import arcade.operations.home.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A product file and the pictures it names, in one temporary zip; deleted when closed. */
final class ImportArchive implements AutoCloseable {
    /** What one call may carry; a catalogue with more pictures is imported in parts. */
    private static final long MOST_BYTES = 512L << 20;

    private final Path zip;

    private ImportArchive(Path zip) {
        this.zip = zip;
    }

    /** @throws Failure when a file cannot be read, or all together are too large */
    static ImportArchive of(ProductFile products) {
        try {
            ImportArchive archive = new ImportArchive(Files.createTempFile("arcade-import-", ".zip"));
            archive.fill(products);
            return archive;
        } catch (IOException e) {
            throw new Failure(
                    "cannot pack " + products.path() + " with its pictures: " + e,
                    "make the files readable, and see that the disk of the temporary folder is not full",
                    e);
        }
    }

    Path path() {
        return zip;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(zip);
        } catch (IOException e) {
            throw new Failure("cannot delete " + zip + ": " + e, "delete it by hand", e);
        }
    }

    private void fill(ProductFile products) throws IOException {
        long bytes = Files.size(products.path());
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            add(out, "products.csv", products.path());
            for (Path picture : products.pictures()) {
                Path file = products.folder().resolve(picture);
                bytes += Files.size(file);
                requireRoom(bytes);
                add(out, picture.toString().replace('\\', '/'), file);
            }
        }
    }

    private void requireRoom(long bytes) {
        if (bytes > MOST_BYTES) {
            close();
            throw new Failure(
                    "the product file and its pictures are more than " + (MOST_BYTES >> 20) + " MB",
                    "divide the product file and import its parts one after the other");
        }
    }

    private static void add(ZipOutputStream out, String name, Path file) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        Files.copy(file, (OutputStream) out);
        out.closeEntry();
    }
}
