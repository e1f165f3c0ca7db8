package arcade.catalog.importing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.importing.file.ImportLimits;
import arcade.catalog.importing.file.MalformedFile;
import arcade.catalog.importing.file.ProductFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a posted archive may do, and what it may not. */
class UploadTest {
    @TempDir
    private Path folder;

    private static final ImportLimits LIMITS =
            new ImportLimits(10_000, 1_000_000, 5, 100, 60, 5_000, 5, 3, 1_000, 10_000_000, 10, 2, 50);
    private static final String HEADER = "Handle,Title,Variant Price";

    @Test
    void picturesAreReadByTheirNameInTheArchive() throws IOException {
        Path zip = Posted.products(HEADER, "a,A,1")
                .with("pictures/a.svg", "<svg/>")
                .zip();
        try (Upload upload = Upload.open(zip, LIMITS)) {
            assertEquals(1, ProductFile.count(upload.csv(), LIMITS));
            assertArrayEquals(
                    "<svg/>".getBytes(StandardCharsets.UTF_8),
                    upload.content("./pictures/a.svg").orElseThrow());
            assertTrue(upload.mark("pictures/b.svg").isEmpty());
            assertTrue(upload.content("pictures").isEmpty());
        }
    }

    @Test
    void anotherContentHasAnotherMark() throws IOException {
        assertEquals(mark("<svg/>"), mark("<svg/>"));
        assertTrue(!mark("<svg/>").equals(mark("<svg />")));
    }

    @Test
    void namesThatLeadOutsideLeadNowhere() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.svg"), "<svg/>");
        Path zip = Posted.products(HEADER, "a,A,1")
                .with("../../evil.svg", "<svg/>")
                .zip();
        try (Upload upload = Upload.open(zip, LIMITS)) {
            assertTrue(upload.content(secret.toString()).isEmpty());
            assertTrue(upload.content("../" + secret.getFileName()).isEmpty());
        }
        try (Upload csv = Upload.open(Posted.products(HEADER, "a,A,1").csv(), LIMITS)) {
            assertTrue(csv.content(secret.toString()).isEmpty());
        }
    }

    @Test
    void aPictureThatUnpacksToMoreThanAllowedIsNotThere() throws IOException {
        Path zip = Posted.products(HEADER, "a,A,1")
                .with("bomb.svg", " ".repeat(1_001))
                .zip();
        try (Upload upload = Upload.open(zip, LIMITS)) {
            assertTrue(upload.content("bomb.svg").isEmpty());
        }
    }

    @Test
    void aProductFileThatUnpacksToMoreThanAllowedIsRefused() throws IOException {
        Path zip = Posted.products(HEADER, " ".repeat(5_000_000)).zip();
        try (Upload upload = Upload.open(zip, LIMITS)) {
            assertEquals(10_001, Files.size(upload.csv()), "no more was unpacked");
            assertThrows(MalformedFile.class, () -> ProductFile.count(upload.csv(), LIMITS));
        }
    }

    @Test
    void anArchiveWithoutProductsOrWithTooMuchIsRefused() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged.zip"), "PK\u0003\u0004 and nothing");
        Posted crowded = Posted.products(HEADER, "a,A,1");
        for (int i = 0; i < 5; i++) {
            crowded.with(i + ".svg", "");
        }

        assertThrows(MalformedFile.class, () -> Upload.open(damaged, LIMITS));
        assertThrows(MalformedFile.class, () -> Upload.open(crowded.zip(), LIMITS));
    }

    private static String mark(String content) throws IOException {
        try (Upload upload =
                Upload.open(Posted.products(HEADER).with("a.svg", content).zip(), LIMITS)) {
            return upload.mark("a.svg").orElseThrow();
        }
    }
}
