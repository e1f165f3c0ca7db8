package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LegalTransitionsOnlyTest {
    private final Scene scene = Scene.agreeing();
    private final Invariant invariant = new LegalTransitionsOnly();

    @Test
    void holdsWhileAllAgree() {
        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aStepThatIsNotLegalBreaksIt() {
        scene.step("p-o3", "REQUIRES_ACTION", "CAPTURED");
        becomes("CAPTURED");

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aStateWithoutItsStepBreaksIt() {
        becomes("AUTHORIZED");

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aMissingStepBreaksIt() {
        scene.transitions.removeIf(
                step -> step.paymentRef().equals("p-o1") && step.to().equals("AUTHORIZED"));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aStepWrittenTwiceBreaksIt() {
        scene.step("p-o1", "CAPTURING", "CAPTURED");

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aRefundThatSkipsAStepBreaksIt() {
        scene.refund("r1", "o1", "REFUNDED", 200);
        scene.refundStep("r1", 1, "REQUESTED", "REFUNDING");

        assertEquals(1, scene.violationsOf(invariant));
    }

    private void becomes(String state) {
        scene.payments.replaceAll(payment -> payment.ref().equals("p-o3")
                ? new Shop.Payment("p-o3", "o3", state, Scene.PRICE, "EUR", "pi-o3", 0, 0)
                : payment);
    }
}
