package arcade.operations.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockHeldByAnotherCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theSecondCommandIsToldWhoHoldsIt() {
        Home home = new Home(folder);

        Failure failure = Lock.holding(
                home, "up", () -> assertThrows(Failure.class, () -> Lock.holding(home, "down", () -> true)));

        String holder = "arcade up, process " + ProcessHandle.current().pid();
        assertTrue(failure.getMessage().contains(holder), failure.getMessage());
    }

    @Test
    void theTextOfADeadProcessStopsNobody() throws IOException {
        Files.writeString(folder.resolve("lock"), "arcade up, process 999999\n");

        assertEquals("done", Lock.holding(new Home(folder), "up", () -> "done"));
    }

    @Test
    void itIsFreeAgainAfterAFailure() {
        Home home = new Home(folder);
        assertThrows(
                Failure.class,
                () -> Lock.holding(home, "up", () -> {
                    throw new Failure("broken", "repair it");
                }));

        assertEquals("done", Lock.holding(home, "up", () -> "done"));
    }
}
