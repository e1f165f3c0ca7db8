package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EpochsNeverFallTest {
    private final Scene scene = Scene.agreeing();
    private final Invariant invariant = new EpochsNeverFall();

    @Test
    void holdsWhileAllAgree() {
        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aWriteUnderAnOldEpochBreaksIt() {
        written(2, "node2/b");
        written(1, "node1/a");

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void twoOwnersOfOneEpochBreakIt() {
        written(1, "node2/b");

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aTakeoverDoesNot() {
        written(2, "node2/b");
        written(5, "node1/c");

        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aRefundUnderAnOldEpochBreaksIt() {
        scene.refundStep("r1", 3, "REQUESTED", "REFUNDING");
        scene.refundStep("r1", 2, "REFUNDING", "REFUNDED");

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void anEpochHasOneOwnerInBothLogs() {
        scene.refundStep("r1", 2, "REQUESTED", "REFUNDING");
        written(2, "node9/b");

        assertEquals(1, scene.violationsOf(invariant));
    }

    private void written(long epoch, String owner) {
        scene.transitions.add(new Shop.Transition(
                scene.transitions.size() + 1, "p-o3", "REQUIRES_ACTION", "AUTHORIZED", epoch, owner));
    }
}
