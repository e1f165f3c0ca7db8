package arcade.operations.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateWithPlacesTest {
    @TempDir
    private Path folder;

    @Test
    void aValueIsTakenAsItIs() throws IOException {
        Template template = template("port = ${port}; price = %[src] $1");

        assertEquals("port = a$1\\b; price = %[src] $1", template.filled(Map.of("port", "a$1\\b")));
    }

    @Test
    void aPlaceWithoutValueIsNamedWithTheFile() throws IOException {
        Template template = template("${prot}");

        Failure failure = assertThrows(Failure.class, () -> template.filled(Map.of("port", "1")));

        assertTrue(failure.getMessage().contains("${prot}"), failure.getMessage());
        assertTrue(failure.getMessage().contains("template.cfg"), failure.getMessage());
    }

    @Test
    void whatIsWrittenOnlyTheOwnerReads() throws IOException {
        Path target = folder.resolve("made/out.cfg");

        template("x").fillInto(target, Map.of());

        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(target));
    }

    private Template template(String text) throws IOException {
        return new Template(Files.writeString(folder.resolve("template.cfg"), text));
    }
}
