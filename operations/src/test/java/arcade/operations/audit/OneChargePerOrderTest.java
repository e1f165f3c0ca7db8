package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OneChargePerOrderTest {
    private final Scene scene = Scene.agreeing();
    private final Invariant invariant = new OneChargePerOrder();

    @Test
    void holdsWhileAllAgree() {
        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aSecondChargeOfAnOrderBreaksIt() {
        scene.moved("captured", "o1", "ch-second", 1);

        assertEquals(2, scene.violationsOf(invariant), "two charges, and more than the total");
    }

    @Test
    void aSecondChargeThatWasGivenBackDoesNot() {
        scene.moved("captured", "o1", "ch-second", Scene.PRICE);
        scene.moved("refunded", "o1", "ch-second", Scene.PRICE);

        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void refundsOfMoreThanWasTakenBreakIt() {
        scene.refunded("r1", "o1", 700);
        scene.refund("r2", "o1", "REFUNDING", Scene.PRICE - 700 + 1);

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aRefundThatFailedCountsNothing() {
        scene.refunded("r1", "o1", Scene.PRICE);
        scene.refund("r2", "o1", "REFUND_FAILED", 1);

        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void moreThanTheTotalBreaksIt() {
        scene.movements.removeIf(movement -> movement.order().equals("o1"));
        scene.moved("captured", "o1", Scene.PRICE + 1);

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void givingBackMoreThanWasTakenBreaksIt() {
        scene.moved("refunded", "o1", Scene.PRICE + 1);

        assertEquals(1, scene.violationsOf(invariant));
    }
}
