package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EveryPaidOrderHasItsCaptureTest {
    private final Scene scene = Scene.agreeing();
    private final Invariant invariant = new EveryPaidOrderHasItsCapture();

    @Test
    void holdsWhileAllAgree() {
        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aPaidOrderWithoutCaptureBreaksIt() {
        scene.movements.removeIf(movement -> movement.order().equals("o2"));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void anotherAmountBreaksIt() {
        scene.movements.removeIf(movement -> movement.order().equals("o2"));
        scene.moved("captured", "o2", Scene.PRICE - 1);

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void anotherCurrencyBreaksIt() {
        scene.orders.replaceAll(order -> order.ref().equals("o2")
                ? new Shop.Order("arcade", "o2", 2L, "PAID", Scene.PRICE, "GBP", "p-o2", "pi-o2")
                : order);

        assertEquals(2, scene.violationsOf(invariant), "neither the gateway's nor the payment's");
    }

    @Test
    void aPaymentThatIsNotCapturedBreaksIt() {
        scene.payments.replaceAll(payment -> payment.ref().equals("p-o1")
                ? new Shop.Payment("p-o1", "o1", "AUTHORIZED", Scene.PRICE, "EUR", "pi-o1", 0, 0)
                : payment);

        assertEquals(1, scene.violationsOf(invariant));
    }
}
