package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EveryHoldIsWaitedForTest {
    private final Scene scene = Scene.agreeing();
    private final Invariant invariant = new EveryCaptureHasItsOrder();

    @Test
    void aHoldWhosePaymentWaitsForItDoesNotBreakIt() {
        scene.moved("authorized", "o3", Scene.PRICE);

        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aHoldThatIsNotLetGoWithItsPaymentBreaksIt() {
        for (String state : new String[] {"VOIDED", "ABANDONED", "EXPIRED"}) {
            Scene left = Scene.agreeing();
            left.moved("authorized", "o3", Scene.PRICE);
            left.third(state, "CANCELLED");

            assertEquals(1, left.violationsOf(invariant), state);
        }
    }

    @Test
    void aHoldThatWasLetGoDoesNot() {
        scene.moved("authorized", "o3", Scene.PRICE);
        scene.moved("voided", "o3", Scene.PRICE);
        scene.third("VOIDED", "CANCELLED");

        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void moneyThatWasTakenForAVoidedOrderBreaksIt() {
        scene.moved("authorized", "o3", Scene.PRICE);
        scene.moved("captured", "o3", Scene.PRICE);
        scene.third("VOIDED", "CANCELLED");

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aHoldOfNoPaymentBreaksIt() {
        scene.moved("authorized", "stranger", Scene.PRICE);

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aHoldAfterTheShopWasReadDoesNot() {
        scene.beforeShop = scene.movements.size();
        scene.moved("authorized", "newer", Scene.PRICE);

        assertEquals(0, scene.violationsOf(invariant));
    }
}
