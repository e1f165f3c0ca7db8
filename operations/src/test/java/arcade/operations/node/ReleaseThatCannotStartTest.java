package arcade.operations.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseThatCannotStartTest {
    @TempDir
    private Path folder;

    @Test
    void theInnermostCauseIsShown() throws IOException {
        Path log = Files.writeString(folder.resolve("node1.log"), """
                SEVERE: Exception while deploying the app [node] : outer
                Caused by: java.lang.IllegalStateException: middle
                \tat somewhere
                Caused by: java.sql.SQLException: no such table
                """);

        assertEquals(Optional.of("java.sql.SQLException: no such table"), new StartLog(log).reason());
    }

    @Test
    void aLogWithoutCauseHasNone() {
        assertEquals(Optional.empty(), new StartLog(folder.resolve("none.log")).reason());
    }
}
