package arcade.operations.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.Exit;
import arcade.operations.home.Failure;
import org.junit.jupiter.api.Test;

class BoundsTest {
    @Test
    void loadIsMadeOnThisMachineOnly() {
        assertTrue(Here.isThisMachine("127.0.0.1"));
        assertTrue(Here.isThisMachine("arcade.localhost"));
        assertFalse(Here.isThisMachine("192.0.2.1"));
        assertFalse(Here.isThisMachine(null));
    }

    @Test
    void numbersOutOfBoundsAreRefused() {
        assertEquals(
                Exit.USAGE,
                assertThrows(Failure.class, () -> new LoadPlan(0, 1, 0, 1)).exitCode());
        assertEquals(
                Exit.USAGE,
                assertThrows(Failure.class, () -> new LoadPlan(1, 1_000_000, 0, 1))
                        .exitCode());
        assertEquals(
                Exit.USAGE,
                assertThrows(Failure.class, () -> new LoadPlan(1, 1, -1, 1)).exitCode());
    }

    @Test
    void aNodesWordIsReadOrNone() {
        assertEquals(
                1000,
                NodeStatus.parse("{\"node\":\"node2\",\"sessions\":1000}")
                        .orElseThrow()
                        .sessions());
        assertTrue(NodeStatus.parse("no json").isEmpty());
        assertTrue(NodeStatus.parse("").isEmpty());
    }
}
