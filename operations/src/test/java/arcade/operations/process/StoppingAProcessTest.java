package arcade.operations.process;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppingAProcessTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private ProcessMark process;

    @AfterEach
    void leaveNothingBehind() {
        Signals.kill(process);
    }

    @Test
    void aPoliteOneEndsByItself() {
        process = launch("exec sleep 60");

        assertTrue(Signals.stop(process, SOON));
        assertFalse(process.alive());
    }

    @Test
    void aStubbornOneIsKilledWhenPatienceIsOver() {
        process = launch("trap '' TERM; echo deaf; while :; do sleep 0.1; done");
        assertTrue(Waiting.until(SOON, () -> printed().contains("deaf")));

        assertFalse(Signals.stop(process, Duration.ofMillis(200)));
        assertFalse(process.alive());
    }

    @Test
    void aPausedOneStillEndsPolitely() {
        process = launch("exec sleep 60");
        Signals.pause(process);

        assertTrue(Signals.stop(process, SOON));
    }

    @Test
    void aStrangerWithTheSameIdIsLeftAlone() {
        process = launch("exec sleep 60");

        Signals.kill(new ProcessMark(process.pid(), process.startTicks() + 1, process.reach()));

        assertTrue(process.alive());
    }

    private ProcessMark launch(String script) {
        return new Launch(
                        "a process", Reach.LOCAL, List.of("sh", "-c", script), Map.of(), folder, folder.resolve("log"))
                .start();
    }

    private String printed() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return "";
        }
    }
}
