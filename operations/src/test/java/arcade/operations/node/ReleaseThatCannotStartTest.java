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
    void aLogWithoutCauseHasNone() {
        assertEquals(Optional.empty(), new StartLog(() -> "").reason());
    }
}
