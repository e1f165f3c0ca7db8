package arcade.operations.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessIdGivenAgainTest {
    @Test
    void aRunningProcessIsAlive() {
        ProcessMark self = ProcessMark.of(ProcessHandle.current().pid()).orElseThrow();

        assertTrue(self.alive());
    }

    @Test
    void theSameIdWithAnotherStartTimeIsAStranger() {
        ProcessMark self = ProcessMark.of(ProcessHandle.current().pid()).orElseThrow();

        assertFalse(new ProcessMark(self.pid(), self.startTicks() - 1, self.reach()).alive());
    }

    @Test
    void anEndedProcessIsNotAlive() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        ProcessMark mark = ProcessMark.of(process.pid()).orElseThrow();

        process.destroyForcibly().waitFor();

        assertFalse(mark.alive());
        assertEquals(java.util.Optional.empty(), ProcessMark.of(process.pid()));
    }
}
