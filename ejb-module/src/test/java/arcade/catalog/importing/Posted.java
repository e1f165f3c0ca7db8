package arcade.catalog.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What an operator posts: a product file, alone or in a zip with pictures. */
public final class Posted {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Posted() {}

    /** A product file with these lines, the first one the header. */
    public static Posted products(String... lines) {
        return new Posted().with("products.csv", String.join("\n", lines) + "\n");
    }

    public Posted with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public Posted with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    public Path csv() throws IOException {
        return Files.write(file(".csv"), files.get("products.csv"));
    }

    public Path zip() throws IOException {
        Path file = file(".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    private static Path file(String kind) throws IOException {
        Path file = Files.createTempFile("posted-", kind);
        file.toFile().deleteOnExit();
        return file;
    }

    /** One of Shopify's sample files, which lie beside the project where there are any. */
    public static Path shopifySample(String name) {
        return Path.of(System.getProperty("arcade.root", ".."), "../shared/data/shopify-csv", name)
                .normalize();
    }
}
