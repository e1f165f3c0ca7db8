package arcade.operations.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import arcade.operations.process.ProcessMark;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CpuMeterTest {
    private static final long DEADLINE_NANOS = 10_000_000_000L;

    @Test
    void whatAProcessUsesIsCountedFromTheBeginning() {
        CpuMeter meter = new CpuMeter(
                () -> List.of(machine("node1", ProcessHandle.current().pid())));
        meter.begin();
        assertEquals(Map.of("node1", 0L), meter.millis());

        long begun = System.nanoTime();
        while (meter.millis().get("node1") == 0 && System.nanoTime() - begun < DEADLINE_NANOS) {
            meter.look();
        }

        assertTrue(meter.millis().get("node1") > 0);
    }

    @Test
    void aMachineWithoutAProcessUsesNothing() {
        CpuMeter meter = new CpuMeter(() -> List.of(machine("node1", 0)));
        meter.begin();

        assertEquals(Set.of(), meter.millis().keySet());
    }

    private static Machine machine(String name, long pid) {
        return new Machine(
                name,
                Role.NODE,
                "here",
                "127.0.0.1",
                Map.of(),
                List.of(),
                ProcessMark.of(pid).orElse(null),
                "");
    }
}
