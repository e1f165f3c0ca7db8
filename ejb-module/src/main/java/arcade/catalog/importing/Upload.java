package arcade.catalog.importing;

import arcade.catalog.importing.file.ImportLimits;
import arcade.catalog.importing.file.MalformedFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What was posted: a CSV, or a zip of {@code products.csv} and pictures. Nothing is unpacked to a path that the zip
 * names: pictures are read from it by the exact name of their entry, and never more bytes than the limit, whatever the
 * zip says of their size.
 */
final class Upload implements Closeable {
    private static final String PRODUCTS = "products.csv";

    private final Path csv;
    private final Optional<ZipFile> zip;
    private final ImportLimits limits;

    private Upload(Path csv, Optional<ZipFile> zip, ImportLimits limits) {
        this.csv = csv;
        this.zip = zip;
        this.limits = limits;
    }

    /** Tells a zip from a CSV by its first bytes. */
    static Upload open(Path posted, ImportLimits limits) throws IOException {
        if (!isZip(posted)) {
            return new Upload(posted, Optional.empty(), limits);
        }
        ZipFile zip = zip(posted);
        Path csv = Files.createTempFile("arcade-import-", ".csv");
        Upload upload = new Upload(csv, Optional.of(zip), limits);
        try {
            if (zip.size() > limits.archiveEntries()) {
                throw new MalformedFile(1, "the archive holds more than " + limits.archiveEntries() + " files");
            }
            upload.unpackProducts(zip, csv);
            return upload;
        } catch (IOException | MalformedFile e) {
            upload.close();
            throw e;
        }
    }

    Path csv() {
        return csv;
    }

    /** Whether the archive has that file, and which content, told without reading it: its checksum and size. */
    Optional<String> mark(String source) {
        return entry(source).map(entry -> entry.getCrc() + ":" + entry.getSize());
    }

    /** The content of a file in the archive; empty if it is not there or too large. */
    Optional<byte[]> content(String source) throws IOException {
        Optional<ZipEntry> entry = entry(source);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = zip.orElseThrow().getInputStream(entry.get())) {
            byte[] content = in.readNBytes(limits.pictureBytes() + 1);
            return content.length > limits.pictureBytes() ? Optional.empty() : Optional.of(content);
        }
    }

    @Override
    public void close() throws IOException {
        if (zip.isPresent()) {
            zip.get().close();
            Files.deleteIfExists(csv);
        }
    }

    private Optional<ZipEntry> entry(String source) {
        String name = source.startsWith("./") ? source.substring(2) : source;
        return zip.map(archive -> archive.getEntry(name)).filter(entry -> !entry.isDirectory());
    }

    private void unpackProducts(ZipFile archive, Path target) throws IOException {
        ZipEntry entry = archive.getEntry(PRODUCTS);
        if (entry == null) {
            throw new MalformedFile(1, "the archive has no " + PRODUCTS + " at its top");
        }
        try (InputStream in = archive.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            // One byte more than allowed is enough for the file to be refused by its size.
            byte[] piece = new byte[1 << 16];
            long left = limits.fileBytes() + 1L;
            for (int read = in.read(piece); read >= 0 && left > 0; read = in.read(piece)) {
                out.write(piece, 0, (int) Math.min(left, read));
                left -= read;
            }
        }
    }

    private static ZipFile zip(Path posted) throws IOException {
        try {
            return new ZipFile(posted.toFile());
        } catch (ZipException e) {
            throw new MalformedFile(1, "the archive is damaged: " + e.getMessage());
        }
    }

    private static boolean isZip(Path posted) throws IOException {
        try (InputStream in = Files.newInputStream(posted)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        }
    }
}
