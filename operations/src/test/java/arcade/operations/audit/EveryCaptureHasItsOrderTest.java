package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EveryCaptureHasItsOrderTest {
    private final Scene scene = Scene.agreeing();
    private final Invariant invariant = new EveryCaptureHasItsOrder();

    @Test
    void holdsWhileAllAgree() {
        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aCaptureOfNoOrderBreaksIt() {
        scene.moved("captured", "stranger", Scene.PRICE);

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aCaptureOfNoOrderThatWasGivenBackDoesNot() {
        scene.moved("captured", "stranger", Scene.PRICE);
        scene.moved("refunded", "stranger", Scene.PRICE);
        scene.breaks.add(new Shop.Break("ORPHAN_CAPTURE", "pi-stranger", null, "pi-stranger", "REFUNDED"));

        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aCaptureAfterTheShopWasReadDoesNot() {
        scene.beforeShop = scene.movements.size();
        scene.moved("captured", "newer", Scene.PRICE);

        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aCaptureOfAnUnpaidOrderBreaksIt() {
        scene.moved("captured", "o3", Scene.PRICE);

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aCaptureWhoseAnswerIsNotYetRecordedDoesNot() {
        scene.moved("captured", "o3", Scene.PRICE);
        scene.payments.replaceAll(payment -> payment.state().equals("CAPTURED")
                ? payment
                : new Shop.Payment("p-o3", "o3", "UNKNOWN_CAPTURE", Scene.PRICE, "EUR", "pi-o3", 0, 0));

        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void twoOrdersOnOneIntentBreakIt() {
        scene.orders.add(new Shop.Order("arcade", "o9", 3L, "PAID", Scene.PRICE, "EUR", "p-o9", "pi-o1"));

        assertEquals(1, scene.violationsOf(invariant));
    }
}
