package arcade.operations.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseThatCannotStartTest {
    @Test
    void theInnermostCauseIsShown() {
        String log = """
                SEVERE: Exception while deploying the app [node] : outer
                Caused by: java.lang.IllegalStateException: middle
                \tat somewhere
                Caused by: java.sql.SQLException: no such table
                """;

        assertEquals(Optional.of("java.sql.SQLException: no such table"), new StartLog(() -> log).reason());
    }

    @Test
    void aCauseInsideALineOfJsonIsFound() {
        String log = """
                {"time":"2026-03-01T10:00:00Z","level":"SEVERE","message":"outer","error":"a.B: outer\\n\\tat x\\nCaused by: java.sql.SQLException: no \\"table\\"\\n\\tat y"}
                {"time":"2026-03-01T10:00:01Z","level":"INFO","message":"ready in 8 (ms)"}
                {"time":"2026-03-01T10:00:01Z","lev""";

        assertEquals(Optional.of("java.sql.SQLException: no \"table\""), new StartLog(() -> log).reason());
    }

    @Test
    void aLogWithoutCauseHasNone() {
        assertEquals(Optional.empty(), new StartLog(() -> "").reason());
    }
}
