package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientRecordsTest {
    @TempDir
    private Path folder;

    @Test
    void oneRecordALine() throws IOException {
        Path file = written("""
                {"kind":"invoke","op":"place","checkoutKey":"k1"}

                {"kind":"ok","op":"pay","checkoutKey":"k1","orderRef":"o1","number":7,\
                "state":"PAID","totalMinor":1200,"currency":"EUR","lines":[{"sku":"MUG","quantity":1,"unitMinor":1200}]}
                """);

        List<ClientRecord> records = ClientRecords.read(file);

        assertEquals(2, records.size());
        assertEquals(7L, records.get(1).number());
        assertEquals(
                List.of(new ClientRecord.Line("MUG", 1, 1200)), records.get(1).lines());
    }

    @Test
    void aLineThatIsNoneIsNamed() throws IOException {
        Path file = written("{\"kind\":\"ok\"}\n{\"half\":");

        Failure failure = assertThrows(Failure.class, () -> ClientRecords.read(file));

        assertTrue(failure.getMessage().contains("line 2"), failure.getMessage());
    }

    @Test
    void aMissingFileIsNamed() {
        Failure failure = assertThrows(Failure.class, () -> ClientRecords.read(folder.resolve("none.jsonl")));

        assertTrue(failure.getMessage().contains("none.jsonl"), failure.getMessage());
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("records.jsonl"), text);
    }
}
