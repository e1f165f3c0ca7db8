package arcade.catalog.importing.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are refused as a whole, before anything of them is imported. */
class MalformedFileTest {
    private static final String HEADER = "Handle,Title,Variant Price\n";

    @TempDir
    private Path folder;

    @Test
    void anEmptyFile() {
        assertRefused("line 1: the file is empty", "");
        assertRefused("line 1: there is no row after the header", HEADER);
    }

    @Test
    void anotherHeader() {
        assertRefused(
                "line 1: the column \"Variant Price\" is missing: not a product file of Shopify",
                "Handle,Title,Cost\na,A,1\n");
        assertRefused("line 1: the column \"Title\" is there twice", "Handle,Title,title,Variant Price\na,A,A,1\n");
    }

    @Test
    void aQuoteThatIsNeverClosed() {
        assertRefused(
                "line 4: a quote that opens in this row is never closed", HEADER + "a,\"A\nB\",1\nb,\"B,2\nc,C,3\n");
    }

    @Test
    void textAfterAClosingQuote() {
        assertRefused("line 3: a quoted field goes on after its closing quote", HEADER + "a,A,1\nb,\"B\"x,2\n");
    }

    @Test
    void anotherEncoding() throws IOException {
        byte[] latin = (HEADER + "a,A,1\nb,Größe,2\n").getBytes(StandardCharsets.ISO_8859_1);
        assertRefused("line 3: not UTF-8: save the file in UTF-8", latin);
        assertRefused("line 1: not UTF-8: save the file in UTF-8", "Handle".getBytes(StandardCharsets.UTF_16));
    }

    @Test
    void tooMuchOfEverything() throws IOException {
        assertRefused("line 1: the file is larger than 100000 bytes", HEADER + "a".repeat(100_000));
        assertRefused("line 1002: the file has more than 1000 rows", HEADER + "a,A,1\n".repeat(1_001));
        assertRefused("line 1: the header has more than 60 columns", "x,".repeat(60) + HEADER + "a,A,1\n");
        assertRefused(
                "line 2: a field is longer than 5000 characters; perhaps a quote before it is not closed",
                HEADER + "a," + "A".repeat(5_001) + ",1\n");
    }

    private void assertRefused(String reason, String text) {
        assertRefused(reason, text.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(String reason, byte[] content) {
        MalformedFile refused = assertThrows(
                MalformedFile.class,
                () -> ProductFile.count(Files.write(folder.resolve("a.csv"), content), ProductFileFixture.LIMITS));
        assertEquals(reason, refused.getMessage());
    }
}
